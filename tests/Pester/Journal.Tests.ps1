. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'A journal' {
    BeforeEach {
        $journal = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).jsonl"
        $numbers = 1..4 | ForEach-Object { Get-FreeNumber $sandbox }
    }

    It 'has a line for each finished row, which is JSON and says who changed what' {
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal | Out-Null
        $lines = Get-Content -LiteralPath $journal | ConvertFrom-Json | Where-Object outcome -EQ succeeded
        $lines.number | Sort-Object | Should -Be $numbers
        $lines.run | Sort-Object -Unique | Should -HaveCount 1
        $lines[0].version | Should -Be 2
        $lines[0].user | Should -Be ([Environment]::UserName)
        $lines[0].sent.inboundAgents.agent_id | Should -Be agent_night
        $lines[0].before | Should -Not -BeNullOrEmpty
        $lines[0].after.inbound_agents.agent_id | Should -Be agent_night
    }

    It 'lets the same command, run again, send nothing, and says so' {
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal | Out-Null
        $before = Get-RequestCount $sandbox
        $again = $numbers |
            Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal -InformationVariable summary
        $again | Should -BeNullOrEmpty
        Get-RequestCount $sandbox | Should -Be $before
        "$summary" | Should -BeLike '4 rows: 0 succeeded, 0 failed, 4 skipped; *'
    }

    It 'lets what failed be sent again' {
        $rows = foreach ($number in $numbers) { [pscustomobject]@{ Number = $number; InboundAgent = 'agent_night' } }
        $rows[2].InboundAgent = 'agent_nobody'
        $rows | Set-UponAiNumberAssignment -JournalPath $journal -ErrorAction SilentlyContinue -ErrorVariable problems |
            Out-Null
        $problems.TargetObject.Number | Should -Be $numbers[2]
        $rows[2].InboundAgent = 'agent_sales'
        ($rows | Set-UponAiNumberAssignment -JournalPath $journal).Number | Should -Be $numbers[2]
    }

    It 'sends a row again that asks for something else' {
        foreach ($agent in 'agent_night', 'agent_sales', 'agent_night') {
            (Set-UponAiNumberAssignment -Number $numbers[0] -InboundAgent $agent -JournalPath $journal).InboundAgentId |
                Should -Be $agent
        }
        ($numbers[0] | Clear-UponAiNumberAssignment -JournalPath $journal -Confirm:$false).Number |
            Should -Be $numbers[0]
    }

    It 'is not made by -WhatIf' {
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -JournalPath $journal -WhatIf
        Test-Path -LiteralPath $journal | Should -BeFalse
    }

    It 'is seen from where the session stands, and may have brackets in its name' {
        Push-Location -LiteralPath $TestDrive
        try {
            Set-UponAiNumberAssignment -Number $numbers[0] -InboundAgent agent_night -JournalPath 'run [1].jsonl' |
                Out-Null
        } finally { Pop-Location }
        [IO.File]::Exists((Join-Path -Path $TestDrive -ChildPath 'run [1].jsonl')) | Should -BeTrue
    }

    It 'ends the command with <id> where it is <case>, and nothing is sent' -ForEach @(
        @{
            case = 'another file'
            id   = 'UponAi.InvalidJournal'
            make = { 'Number,InboundAgents' | Set-Content -LiteralPath $journal }
        }
        @{
            case = 'a folder'
            id   = 'UponAi.InvalidJournal'
            make = { $null = New-Item -ItemType Directory -Path $journal }
        }
        @{
            case = 'in use'
            id   = 'UponAi.JournalInUse'
            make = { $held = [IO.File]::Open($journal, 'OpenOrCreate', 'ReadWrite', 'None') }
        }
    ) {
        . $make
        $before = Get-RequestCount $sandbox
        try {
            { Set-UponAiNumberAssignment -Number $numbers[0] -InboundAgent agent_night -JournalPath $journal } |
                Should -Throw -ErrorId "$id,*"
        } finally {
            if ($held) { $held.Dispose() }
        }
        Get-RequestCount $sandbox | Should -Be $before
    }
}
