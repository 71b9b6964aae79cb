. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Clixml' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).xml"
        $number = Get-FreeNumber $sandbox
    }

    It 'keeps an agent, with no type of ours in the file' {
        $agent = New-UponAiAgentRef agent_reception -AgentVersion 3 -Weight 0.9
        $agent | Export-Clixml -LiteralPath $file
        $read = Import-Clixml -LiteralPath $file
        $read.PSTypeNames[0] | Should -Be 'Deserialized.UponAi.AgentRef'
        [UponAi.AgentRef] $read | Should -Be $agent
    }

    It 'gives back agents that can be piped and given' {
        (New-UponAiAgentRef agent_reception@3 -Weight 0.9), (New-UponAiAgentRef agent_sales -Weight 0.1) |
            Export-Clixml -LiteralPath $file
        Import-Clixml -LiteralPath $file | Set-UponAiNumberAssignment -Number $number | Should -Not -BeNullOrEmpty
        Set-UponAiNumberAssignment -Number $number -OutboundAgent (Import-Clixml -LiteralPath $file) |
            Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $number).Outbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
    }

    It 'restores a phone number whole, what was empty included, at depth <depth>' -ForEach @(
        @{ depth = 1 }
        @{ depth = 2 }
        @{ depth = 5 }
    ) {
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' |
            Export-Clixml -LiteralPath $file -Depth $depth
        Set-UponAiNumberAssignment -Number $number -InboundAgent none -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $true | Out-Null
        Import-Clixml -LiteralPath $file | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -BeNullOrEmpty
        $bound.TimeRouting | Should -BeFalse
    }

    It 'gives back phone numbers that can be cleared, and used as -Number' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night | Export-Clixml -LiteralPath $file
        $read = Import-Clixml -LiteralPath $file
        (Set-UponAiNumberAssignment -Number $read -InboundAgent agent_sales).Number | Should -Be $number
        ($read | Clear-UponAiNumberAssignment -Confirm:$false).Number | Should -Be $number
    }

    It 'shows a phone number that was read as it shows a live one' {
        $live = Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
            -OutboundAgent agent_night@0 -TimeRouting $true
        $live | Export-Clixml -LiteralPath $file
        (Import-Clixml -LiteralPath $file | Out-String -Width 120).Trim() |
            Should -Be ($live | Out-String -Width 120).Trim()
    }
}
