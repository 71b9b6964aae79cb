. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Clear-UponAiNumberAssignment' {
    BeforeEach {
        $number = Get-FreeNumber $sandbox
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $true | Out-Null
    }

    It 'removes the agents of both directions, and nothing else' {
        $cleared = Clear-UponAiNumberAssignment -Number $number -Confirm:$false
        $cleared | Should -BeOfType ([UponAi.PhoneNumber])
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -BeNullOrEmpty
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeTrue
    }

    It 'removes with <switches> that alone' -ForEach @(
        @{
            switches = @{ Inbound = $true }
            inbound  = ''
            outbound = 'agent_sales=1'
            webhook  = 'https://hooks.example.com/in'
        }
        @{
            switches = @{ Outbound = $true }
            inbound  = 'agent_reception=1'
            outbound = ''
            webhook  = 'https://hooks.example.com/in'
        }
        @{ switches = @{ Webhook = $true }; inbound = 'agent_reception=1'; outbound = 'agent_sales=1'; webhook = '' }
        @{ switches = @{ Inbound = $true; Webhook = $true }; inbound = ''; outbound = 'agent_sales=1'; webhook = '' }
    ) {
        Clear-UponAiNumberAssignment -Number $number @switches -Confirm:$false | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be $inbound
        $bound.Outbound | Should -Be $outbound
        $bound.Webhook | Should -Be $webhook
    }

    It 'removes nothing with a switch given as $false' {
        Clear-UponAiNumberAssignment -Number $number -Inbound:$false -Confirm:$false -ErrorAction SilentlyContinue `
            -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.NothingToSet,*'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'takes numbers, rows and phone numbers from the pipeline' {
        $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        $assigned = Set-UponAiNumberAssignment -Number $numbers -InboundAgent agent_night
        $input3 = $numbers[0], [pscustomobject]@{ Number = $numbers[1]; InboundAgent = 'agent_sales' }, $assigned[2]
        ($input3 | Clear-UponAiNumberAssignment -Confirm:$false).Number | Should -Be $numbers
        foreach ($one in $numbers) { (Get-Binding $sandbox $one).Inbound | Should -BeNullOrEmpty }
    }

    It 'returns a state that Set-UponAiNumberAssignment restores from the one before' {
        $before = Set-UponAiNumberAssignment -Number $number -TimeRouting $true
        Clear-UponAiNumberAssignment -Number $number -Webhook -Inbound -Confirm:$false | Should -Not -BeNullOrEmpty
        $before | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
    }

    It 'changes nothing with -WhatIf' {
        Clear-UponAiNumberAssignment -Number $number -WhatIf | Should -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'asks first, and does not go ahead where nobody can answer' {
        $said = Invoke-NewShell {
            param($Manifest)
            Import-Module $Manifest
            try { Clear-UponAiNumberAssignment -Number '+14155550100' } catch { $_.Exception.Message }
        } $BuiltManifest | Out-String
        $said | Should -BeLike '+14155550100 was not changed,*NonInteractive*-Confirm:`$false.*'
    }

    It 'takes an agent out of both directions, and the others share what it leaves' {
        Set-UponAiNumberAssignment -Number $number `
            -InboundAgent 'agent_reception@3=60%;agent_sales=30%;agent_night=10%' -OutboundAgent agent_reception |
                Out-Null
        $left = New-UponAiAgentRef agent_reception | Clear-UponAiNumberAssignment -Number $number -Confirm:$false
        $left.Number | Should -Be $number
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_sales=0.75;agent_night=0.25'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
    }

    It 'takes an agent out of one direction' {
        Clear-UponAiNumberAssignment -Number $number -Agent agent_reception, agent_sales -Outbound -Confirm:$false `
            -WarningVariable warnings -WarningAction SilentlyContinue | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
        $warnings | Should -Be "${number}: agent_reception is not among the outbound agents, and was not removed."
    }

    It 'removes nobody where -Agent turns out to be empty' {
        Clear-UponAiNumberAssignment -Number $number -Agent $null -Confirm:$false -ErrorAction SilentlyContinue `
            -ErrorVariable problems | Should -BeNullOrEmpty
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidAgentRef,*'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'goes on after a number that is unknown' {
        $cleared = '+14155550188', $number |
            Clear-UponAiNumberAssignment -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable problems
        $cleared.Number | Should -Be $number
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.NotFound,*'
        $problems[0].TargetObject | Should -Be '+14155550188'
    }
}
