. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'The view of a phone number' {
    It 'has a line for each agent, with what the sandbox holds' {
        $first, $second = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        $assigned = @(
            Set-UponAiNumberAssignment -Number $first -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
                -OutboundAgent agent_night -InboundWebhookUrl 'https://x.example/in' -TimeRouting $true
            Set-UponAiNumberAssignment -Number $second -OutboundAgent agent_sales@1
        )
        $lines = @(($assigned | Out-String -Width 120) -split '\r?\n' | Where-Object { $_.Trim() } | ForEach-Object {
            $_ -replace '\x1b\[[\d;]*m' -replace '\s+', ' '
        })
        $lines.Trim() | Should -Be @(
            'Number Workspace Assignment'
            '------ --------- ----------'
            "$first 1 in agent_reception@3 90%"
            'agent_sales 10%'
            'out agent_night'
            'hook https://x.example/in'
            'time on'
            "$second 1 out agent_sales@1"
        )
    }

    It 'says of a number whose import failed that it did' {
        $assigned = Set-UponAiNumberAssignment -Number '+14155550119' -InboundAgent agent_night `
            -ErrorAction SilentlyContinue
        $assigned | Out-String -Width 120 |
            Should -BeLike "*+14155550119*error $($assigned.PlatformImportErrorMessage)*"
        $assigned | Format-List | Out-String -Width 120 | Should -BeLike '*PlatformImportErrorMessage : *'
    }

    It 'gives way to names of properties' {
        $assigned = Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night
        $assigned | Format-List -Property * | Out-String | Should -BeLike '*InboundAgents*{agent_night=1}*'
        $assigned | Format-Table -Property Number, InboundAgents | Out-String | Should -BeLike '*{agent_night=1}*'
    }

    It 'has a list without what is empty' {
        $list = Set-UponAiNumberAssignment -Number (Get-FreeNumber $sandbox) -InboundAgent agent_night | Format-List |
            Out-String
        $list | Should -BeLike '*InboundAgents * : agent_night*'
        $list | Should -Not -BeLike '*Properties*'
        $list | Should -Not -BeLike '*BaseNumber*'
    }
}

Describe 'The views of ids and addresses as the platform has them' {
    BeforeAll {
        . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Platform.ps1'))
        # The first number is narrower than those that follow.
        $platform = Open-Platform {
            $agents = 1..5 |
                ForEach-Object {
                    '{{"agent_id":"agent_d3c2df14e163c7ca8ac5b1bf3{0}","agent_version":1{0},"weight":0.2}}' -f $_
                }
            $halves = '{"agent_id":"agent_d3c2df14e163c7ca8ac5b1bf38","agent_version":0,"weight":0.5}',
                '{"agent_id":"agent_1f864a29b7c2ab407103c88335","agent_version":0,"weight":0.5}'
            $thirds = '{"agent_id":"agent_d3c2df14e163c7ca8ac5b1bf38","agent_version":12,"weight":0.333333}',
                '{"agent_id":"agent_1f864a29b7c2ab407103c88335","agent_version":12,"weight":0.666667}'
            $numbers = @(
                '{"number":"101","workspace_id":1,"inbound_agents":[]}'
                '{"number":"+14155550100","workspace_id":1,"inbound_agents":[' + ($halves -join ',') +
                    '],"outbound_agents":[' + ($thirds -join ',') + ']}'
                '{"number":"+141555501001234","workspace_id":123456,"inbound_agents":[' + ($agents -join ',') +
                    '],"inbound_webhook_url":"https://hooks.example.com/inbound/29e90072-f",' +
                    '"is_time_routing_enabled":true,"region":{"code":"\u001b[31mde"}}'
            )
            200, ('{"success":true,"numbers":[' + ($numbers -join ',') + ']}')
        }
        $connection = Connect-UponAi -Token (Get-Secret $sandbox.Token) -AccountSid any -WorkspaceId 1 `
            -BaseUri $platform.BaseUri -PassThru
        $whole = @(
            '+14155550100', '+141555501001234'
            'agent_d3c2df14e163c7ca8ac5b1bf38@0 50%', 'agent_1f864a29b7c2ab407103c88335@0 50%'
            'agent_d3c2df14e163c7ca8ac5b1bf38@12 33.3333%', 'agent_1f864a29b7c2ab407103c88335@12 66.6667%'
            1..5 | ForEach-Object { "agent_d3c2df14e163c7ca8ac5b1bf3$_@1$_ 20%" }
            'https://hooks.example.com/inbound/29e90072-f'
        )

        function Get-Line([object[]] $Shown, [int] $Width) {
            ($Shown | Out-String -Width $Width) -split '\r?\n' -replace '\x1b\[[\d;]*m' |
                ForEach-Object { $_.TrimEnd() }
        }
    }

    AfterAll {
        $connection | Disconnect-UponAi
        Connect-Sandbox $sandbox
        Close-Platform $platform
    }

    It 'break none of them in <_> columns' -ForEach 80, 120, 200 {
        $lines = Get-Line (Get-UponAiNumber -Connection $connection) $_
        foreach ($text in $whole) {
            @($lines | Where-Object { " $_ ".Contains(" $text ") }).Count | Should -BeGreaterThan 0 -Because "of $text"
        }
        ($lines | Measure-Object -Property Length -Maximum).Maximum | Should -BeLessOrEqual $_
    }

    It 'are the same in <_> columns for stored numbers' -ForEach 80, 120, 200 {
        $live = @(Get-UponAiNumber -Connection $connection)
        $file = Join-Path -Path $TestDrive -ChildPath 'numbers.xml'
        $live | Export-Clixml -LiteralPath $file
        Get-Line (Import-Clixml -LiteralPath $file) $_ | Should -Be (Get-Line $live $_)
    }

    It 'are the same under Constrained Language' {
        $file = Join-Path -Path $TestDrive -ChildPath 'constrained.xml'
        Get-UponAiNumber -Connection $connection | Export-Clixml -LiteralPath $file
        $constrained = Invoke-NewShell {
            param($Manifest, $File)
            Import-Module -Name $Manifest
            $ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
            Import-Clixml -LiteralPath $File | Out-String -Width 80
        } $BuiltManifest, $file
        ($constrained -replace '\x1b\[[\d;]*m' -split '\r?\n').TrimEnd() |
            Should -Be (Get-Line (Import-Clixml -LiteralPath $file) 80)
    }

    It 'are whole in the list of a number, beside what the contract does not name' {
        $long = Get-UponAiNumber -Connection $connection | Where-Object -Property WorkspaceId -EQ -Value 123456
        $list = Get-Line ($long | Format-List) 80
        $list | Should -Contain 'InboundAgents        : agent_d3c2df14e163c7ca8ac5b1bf31@11 20%'
        $list | Should -Contain '                       agent_d3c2df14e163c7ca8ac5b1bf32@12 20%'
        $list | Should -Contain 'InboundWebhookUrl    : https://hooks.example.com/inbound/29e90072-f'
        $list | Should -Contain 'AdditionalProperties : region: {"code":"\u001b[31mde"}'
    }

    It 'have a line for each agent in a comparison, also in 80 columns' {
        $halves = 'agent_d3c2df14e163c7ca8ac5b1bf38@0=50%;agent_1f864a29b7c2ab407103c88335@0=50%'
        Get-Line ([pscustomobject]@{
            Number        = '101'
            InboundAgents = $halves
        } | Compare-UponAiNumberAssignment -Connection $connection) 80 | Where-Object { $_ } | Should -Be @(
            '101  changed'
            '- inbound       none'
            '+ inbound       agent_d3c2df14e163c7ca8ac5b1bf38@0 50%'
            '+               agent_1f864a29b7c2ab407103c88335@0 50%'
        )
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
