. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'The view of a phone number' {
    It 'has a line for each, readable in 120 columns' {
        $first, $second = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        $assigned = @(
            Set-UponAiNumberAssignment -Number $first -InboundAgent 'agent_reception@3=90%;agent_sales=10%' -OutboundAgent agent_night -InboundWebhookUrl 'https://x.example/in' -TimeRouting $true
            Set-UponAiNumberAssignment -Number $second -OutboundAgent agent_sales@1
        )
        $lines = @(($assigned | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() } | ForEach-Object { $_ -replace '\x1b\[[\d;]*m' -replace '\s+', ' ' })
        $lines.Count | Should -Be 4
        $lines[0].Trim() | Should -Be 'Number Inbound Outbound Webhook Time Workspace'
        $lines[2].Trim() | Should -Be "$first agent_reception@3 90%, agent_sales 10% agent_night https://x.example/in on 1"
        $lines[3].Trim() | Should -Be "$second agent_sales@1 off 1"
    }

    It 'marks a number whose import failed' {
        $assigned = Set-UponAiNumberAssignment -Number '+14155550119' -InboundAgent agent_night -ErrorAction SilentlyContinue
        $assigned | Out-String -Width 120 | Should -BeLike '*+14155550119 (!)*'
    }

    It 'gives way to Format-List and to names of properties' {
        $assigned = Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night
        $assigned | Format-List -Property * | Out-String | Should -BeLike '*InboundAgents*{agent_night=1}*'
        $assigned | Format-Table -Property Number, InboundAgents | Out-String | Should -BeLike '*{agent_night=1}*'
    }
}

Describe 'The view of an agent' {
    It 'shows <text> as <shown>' -ForEach @(
        @{ text = 'agent_a@3=90%'; shown = 'agent_a 3 90%' }
        @{ text = 'agent_a@0=12.5%'; shown = 'agent_a 0 12.5%' }
        @{ text = 'agent_a'; shown = 'agent_a latest' }
    ) {
        (New-UponAiAgentRef $text | Out-String -Width 120) -replace '\s+', ' ' | Should -BeLike "* $shown *"
    }
}

Describe 'The view of a connection' {
    It 'is a list without the token' {
        $shown = Get-UponAiConnection | Out-String -Width 120
        $shown | Should -BeLike "*AccountSid*$($sandbox.AccountSid)*"
        $shown | Should -Not -BeLike '*Token*'
    }
}
