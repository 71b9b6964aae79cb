. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Set-UponAiNumberAssignment, with arguments' {
    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'assigns one agent to one number' {
        $assigned = Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception
        $assigned | Should -BeOfType ([UponAi.PhoneNumber])
        $assigned.Number | Should -Be $number
        $assigned.InboundAgents | Should -Be 'agent_reception=1'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'takes number and agent by position' {
        Set-UponAiNumberAssignment $number agent_reception@2 | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=1'
    }

    It 'sets both directions, the webhook and time routing at once' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales@1 `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $true | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception=1'
        $bound.Outbound | Should -Be 'agent_sales@1=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeTrue
    }

    It 'splits calls as <form> says' -ForEach @(
        @{
            form   = 'text with percentages'
            agents = 'agent_reception@3=90%;agent_sales=10%'
            split  = 'agent_reception@3=0.9;agent_sales=0.1'
        }
        @{
            form   = 'text with one weight'
            agents = 'agent_reception=75%;agent_sales'
            split  = 'agent_reception=0.75;agent_sales=0.25'
        }
        @{
            form   = 'a list without weights'
            agents = 'agent_reception', 'agent_sales'
            split  = 'agent_reception=0.5;agent_sales=0.5'
        }
        @{
            form   = 'a list of three'
            agents = 'agent_reception', 'agent_sales', 'agent_night'
            split  = 'agent_reception=0.333333;agent_sales=0.333333;agent_night=0.333334'
        }
        @{
            form   = 'a hashtable'
            agents = @{ AgentId = 'agent_reception'; AgentVersion = 0 }
            split  = 'agent_reception@0=1'
        }
        @{
            form   = 'hashtables'
            agents = @{ AgentId = 'agent_reception'; Weight = 0.6 }, @{ AgentId = 'agent_sales'; Weight = '40%' }
            split  = 'agent_reception=0.6;agent_sales=0.4'
        }
        @{
            form   = 'JSON of the API'
            agents = '[{"agent_id":"agent_reception","agent_version":2,"weight":0.5},' +
                '{"agent_id":"agent_sales","weight":0.5}]' | ConvertFrom-Json
            split  = 'agent_reception@2=0.5;agent_sales=0.5'
        }
    ) {
        Set-UponAiNumberAssignment -Number $number -InboundAgent $agents | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be $split
    }

    It 'leaves alone what it is not told to change' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' | Should -Not -BeNullOrEmpty
        Set-UponAiNumberAssignment -Number $number -TimeRouting $true | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception=1'
        $bound.Outbound | Should -Be 'agent_sales=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
    }

    It 'switches time routing off again' {
        Set-UponAiNumberAssignment -Number $number -TimeRouting $true | Should -Not -BeNullOrEmpty
        Set-UponAiNumberAssignment -Number $number -TimeRouting $false | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).TimeRouting | Should -BeFalse
    }

    It 'clears one direction with none' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales |
            Should -Not -BeNullOrEmpty
        Set-UponAiNumberAssignment -Number $number -InboundAgent none | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -BeNullOrEmpty
        $bound.Outbound | Should -Be 'agent_sales=1'
    }

    It 'clears a webhook with none' {
        Set-UponAiNumberAssignment -Number $number -InboundWebhookUrl 'https://hooks.example.com/in' |
            Should -Not -BeNullOrEmpty
        Set-UponAiNumberAssignment -Number $number -InboundWebhookUrl none | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Webhook | Should -BeNullOrEmpty
    }

    It 'takes the parameter names of the API and plurals' {
        Set-UponAiNumberAssignment -phone_number $number `
            -InboundAgents agent_reception -outbound_agent agent_sales `
            -inbound_webhook_url 'https://hooks.example.com/in' -is_time_routing_enabled $true |
            Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -Be 'agent_sales=1'
    }

    It 'assigns several numbers in their order' {
        $numbers = 1..20 | ForEach-Object { Get-FreeNumber $sandbox }
        (Set-UponAiNumberAssignment -Number $numbers -InboundAgent agent_night).Number | Should -Be $numbers
    }

    It 'reads a number as people write it, and an extension with its zero' {
        (Set-UponAiNumberAssignment -Number '+1 (415) 555-0103' -InboundAgent agent_night).Number |
            Should -Be '+14155550103'
        (Set-UponAiNumberAssignment -Number '0102' -InboundAgent agent_night).Number | Should -Be '0102'
        (Set-UponAiNumberAssignment -Number '+14155550100;ext=7' -InboundAgent agent_night).Number |
            Should -Be '+14155550100;ext=7'
    }

    It 'keeps the zero of an extension that is typed without quotes' {
        (Set-UponAiNumberAssignment -Number 0102 -InboundAgent agent_night).Number | Should -Be '0102'
    }

    It 'explains a number that a spreadsheet rounded, also without quotes' {
        Set-UponAiNumberAssignment -Number 1.41556E+10 -InboundAgent agent_night -ErrorAction SilentlyContinue `
            -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidNumber,*'
        $problems[0].Exception.Message | Should -BeLike '*a spreadsheet rounded the number*'
    }

    It 'takes the workspace from -WorkspaceId' {
        (Set-UponAiNumberAssignment -Number '+14155550112' -InboundAgent agent_night -WorkspaceId 2).WorkspaceId |
            Should -Be 2
    }
}

Describe 'Set-UponAiNumberAssignment -WhatIf and -Confirm' {
    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'changes nothing with -WhatIf, and reads each list once' {
        $before = Get-RequestCount $sandbox
        $number, '101' | Set-UponAiNumberAssignment -InboundAgent agent_night -WhatIf | Should -BeNullOrEmpty
        # The list of numbers, and two pages of agents. The second page is empty.
        Get-RequestCount $sandbox | Should -Be ($before + 3)
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'says with -WhatIf in words what would change, and needs no token for it' {
        $said = Invoke-NewShell {
            param($Manifest)
            Import-Module $Manifest
            Set-UponAiNumberAssignment '+1 (415) 555-0100' 'agent_a@3=90%;agent_b=10%' -OutboundAgent none `
                -InboundWebhookUrl none -TimeRouting $false -WhatIf
        } $BuiltManifest | Out-String
        $change = 'Set inbound to agent_a@3 90%, agent_b 10%; remove outbound; remove webhook; switch time routing off'
        $said | Should -BeLike "*`"$change`" on target `"+14155550100`"*"
    }

    It 'refuses a bad row with -WhatIf as it would without' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_a=50%;agent_b=60%' -WhatIf `
            -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidAgentSplit,*'
    }

    It 'obeys $WhatIfPreference' {
        $WhatIfPreference = $true
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night | Should -BeNullOrEmpty
        $WhatIfPreference = $false
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }
}
