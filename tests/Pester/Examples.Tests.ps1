. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'examples/bulk-assign.ps1' {
    BeforeAll {
        Connect-Sandbox $sandbox
        $number = Get-FreeNumber $sandbox
        $plan = [IO.Path]::Combine($TestDrive, 'bulk.csv')
        Set-Content -Path $plan -Value 'Number,InboundAgents', "$number,agent_sales"
    }

    It 'changes nothing in a preview' {
        & "$Examples/bulk-assign.ps1" $plan -WhatIf | Should -Contain '1 of 1 numbers change.'
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'assigns the plan, and keeps a way back' {
        & "$Examples/bulk-assign.ps1" $plan -Confirm:$false | Should -Contain '1 numbers are as planned, 0 are not.'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales=1'
        $journal = [IO.Path]::Combine($TestDrive, 'bulk.*.journal.jsonl')
        Restore-UponAiNumberAssignment (Convert-Path -Path $journal) -Confirm:$false | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'assigns a number again that somebody changed since' {
        $null = & "$Examples/bulk-assign.ps1" $plan -Confirm:$false
        $null = Set-UponAiNumberAssignment $number agent_night
        & "$Examples/bulk-assign.ps1" $plan -Confirm:$false | Should -Contain '1 numbers are as planned, 0 are not.'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales=1'
    }
}

Describe 'examples/ramp-agent.ps1' {
    BeforeAll {
        Connect-Sandbox $sandbox
        $number = Get-FreeNumber $sandbox
        $null = Set-UponAiNumberAssignment $number agent_night@0
        $files = @{
            BackupPath  = [IO.Path]::Combine($TestDrive, 'ramp.csv')
            JournalPath = [IO.Path]::Combine($TestDrive, 'ramp.jsonl')
        }
    }

    It 'moves a part of the calls, then all of them, and the journal restores what there was' {
        $null = & "$Examples/ramp-agent.ps1" -From agent_night -To agent_support -Percent 25 -Confirm:$false @files
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night@0=0.75;agent_support=0.25'
        $null = & "$Examples/ramp-agent.ps1" -From agent_night -To agent_support -Percent 100 -Confirm:$false @files
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_support=1'
        $null = Restore-UponAiNumberAssignment $files.JournalPath -Confirm:$false
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night@0=1'
    }

    It 'repeats a step that somebody has undone since' {
        $step = @{ From = 'agent_night'; To = 'agent_support'; Percent = 25; Confirm = $false }
        $null = & "$Examples/ramp-agent.ps1" @step @files
        $null = Set-UponAiNumberAssignment $number agent_night@0
        $null = & "$Examples/ramp-agent.ps1" @step @files
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night@0=0.75;agent_support=0.25'
    }
}

Describe 'examples/report-drift.ps1' {
    It 'reports what differs, what no row names and what has no inbound agent, and fails' {
        Connect-Sandbox $sandbox
        $number, $empty = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        $null = Set-UponAiNumberAssignment $number agent_night
        $plan = [IO.Path]::Combine($TestDrive, 'drift.csv')
        Set-Content -Path $plan -Value 'Number,InboundAgents', "$number,agent_sales"

        $findings = [Collections.Generic.List[object]]::new()
        { & "$Examples/report-drift.ps1" $plan | ForEach-Object { $findings.Add($_) } } | Should -Throw '*findings*'
        ($findings | Where-Object -Property Number -EQ -Value $number).Problem | Should -Be 'differs from the plan'
        ($findings | Where-Object -Property Number -EQ -Value $empty).Problem |
            Should -Be 'is in no row of the plan', 'has no inbound agent'
    }
}
