. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

BeforeDiscovery {
    $ways = @(
        @{ way = 'at once'; through = { $input } }
        @{
            way     = 'from a CSV file'
            through = {
                $input | Export-Csv -Path TestDrive:/compared.csv -NoTypeInformation
                Import-Csv -Path TestDrive:/compared.csv
            }
        }
        @{
            way     = 'from Clixml'
            through = {
                $input | Export-Clixml -Path TestDrive:/compared.xml
                Import-Clixml -Path TestDrive:/compared.xml
            }
        }
        @{
            way     = 'from JSON'
            through = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json | ForEach-Object { $_ } }
        }
    )
}

Describe 'Restore-UponAiNumberAssignment' {
    BeforeEach {
        $journal = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).jsonl"
        $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        $numbers |
            Set-UponAiNumberAssignment -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
                -OutboundAgent agent_sales -InboundWebhookUrl 'https://hooks.example.com/in' | Out-Null
        $before = $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json }
        $numbers |
            Set-UponAiNumberAssignment -InboundAgent agent_night -InboundWebhookUrl none -TimeRouting $true `
                -JournalPath $journal | Out-Null
    }

    It 'brings back what the numbers had' {
        (Restore-UponAiNumberAssignment $journal -Confirm:$false).Number | Sort-Object | Should -Be $numbers
        $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json } | Should -Be $before
    }

    It 'leaves a number alone that somebody changed since, and shows both states' {
        Set-UponAiNumberAssignment -Number $numbers[1] -OutboundAgent agent_night | Out-Null
        $restored = Restore-UponAiNumberAssignment $journal -Confirm:$false -ErrorAction SilentlyContinue `
            -ErrorVariable problems
        $restored.Number | Sort-Object | Should -Be $numbers[0], $numbers[2]
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.ChangedSince,*'
        "$($problems[0])" | Should -BeLike '*outbound agent_sales, now agent_night*'
        $problems[0].TargetObject.Number | Should -Be $numbers[1]
        (Get-Binding $sandbox $numbers[1]).Inbound | Should -Be 'agent_night=1'

        (Restore-UponAiNumberAssignment $journal -Force -Confirm:$false).Number | Sort-Object | Should -Be $numbers
        Get-Binding $sandbox $numbers[1] | ConvertTo-Json | Should -Be $before[1]
    }

    It 'goes back to before the first change, and sends nothing twice' {
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_sales -JournalPath $journal | Out-Null
        Restore-UponAiNumberAssignment $journal -Confirm:$false | Out-Null
        $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json } | Should -Be $before
        (Restore-UponAiNumberAssignment $journal -Confirm:$false -InformationVariable summary).Number | Sort-Object |
            Should -Be $numbers
        "$summary" | Should -BeLike '3 rows: 0 succeeded, 0 failed, 3 skipped; *'
    }

    It 'undoes one run, also a restore' {
        $changed = $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json }
        Restore-UponAiNumberAssignment $journal -Confirm:$false | Out-Null
        $run = @(Get-UponAiJournal $journal)[-1].Run
        Restore-UponAiNumberAssignment $journal -Run $run -Confirm:$false | Out-Null
        $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json } | Should -Be $changed
    }

    It 'makes a plan that was done be sent again' {
        Restore-UponAiNumberAssignment $journal -Confirm:$false | Out-Null
        $again = $numbers |
            Set-UponAiNumberAssignment -InboundAgent agent_night -InboundWebhookUrl none -TimeRouting $true `
                -JournalPath $journal
        $again.Number | Should -Be $numbers
    }

    It 'looks up numbers of which the journal does not know the outcome' {
        $lines = Get-Content -LiteralPath $journal
        ($lines | Where-Object { $_ -like '*"outcome":"unknown"*' }) -join "`n" | Set-Content -LiteralPath $journal
        Set-UponAiNumberAssignment -Number $numbers[0] -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $false | Out-Null
        (Restore-UponAiNumberAssignment $journal -Confirm:$false).Number | Sort-Object | Should -Be $numbers
        $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json } | Should -Be $before
    }

    It 'changes nothing with -WhatIf, and refuses a run that the journal does not have' {
        $changed = $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json }
        Restore-UponAiNumberAssignment $journal -WhatIf
        $numbers | ForEach-Object { Get-Binding $sandbox $_ | ConvertTo-Json } | Should -Be $changed
        { Restore-UponAiNumberAssignment $journal -Run nothing -Confirm:$false } |
            Should -Throw -ErrorId 'UponAi.InvalidJournal,*'
        { Restore-UponAiNumberAssignment "$journal.none" -Confirm:$false } |
            Should -Throw -ErrorId 'UponAi.InvalidJournal,*'
    }
}

Describe 'Get-UponAiJournal' {
    BeforeAll {
        $journal = Join-Path -Path $TestDrive -ChildPath 'read.jsonl'
        $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        $numbers | Set-UponAiNumberAssignment -InboundAgent agent_reception -JournalPath $journal | Out-Null
        $numbers[0] |
            Set-UponAiNumberAssignment -InboundAgent agent_nobody -JournalPath $journal -ErrorAction SilentlyContinue
    }

    It 'has an entry for each request' {
        $entries = @(Get-UponAiJournal $journal)
        $entries | Should -HaveCount 4
        $entries | Should -BeOfType ([UponAi.JournalEntry])
        $entries[3].Outcome | Should -Be 'Failed'
        $entries[3].Error | Should -Be 'UponAi.InvalidAssignment'
        "$($entries[3].Before.InboundAgents)" | Should -BeLike 'agent_reception*'
        $entries[3].Sent.InboundAgents | Should -Be 'agent_nobody'
        $entries[3].User | Should -Be ([Environment]::UserName)
        @($entries.Run | Sort-Object -Unique) | Should -HaveCount 2
    }

    It 'picks by run, number and outcome' {
        $runs = @(Get-UponAiJournal $journal).Run | Select-Object -Unique
        @(Get-UponAiJournal $journal -Run $runs[0]) | Should -HaveCount 3
        @(Get-UponAiJournal $journal -Number $numbers[0]) | Should -HaveCount 2
        @(Get-UponAiJournal $journal -Number '+1999*' -Outcome Succeeded) | Should -HaveCount 3
        (Get-Item -LiteralPath $journal | Get-UponAiJournal -Outcome Failed).Number | Should -Be $numbers[0]
    }

    It 'ignores a torn last line' {
        $torn = "$journal.torn"
        $text = [IO.File]::ReadAllText($journal)
        [IO.File]::WriteAllText($torn, $text.Substring(0, $text.Length - 40))
        @(Get-UponAiJournal $torn)[-1].Outcome | Should -Be 'Unknown'
    }

    It 'is a table that shows what was sent and what there was' {
        $shown = Get-UponAiJournal $journal -Outcome Failed | Out-String -Width 120
        $shown | Should -Match 'in    agent_nobody'
        $shown | Should -Match 'was   agent_reception'
        $shown | Should -Match 'error UponAi.InvalidAssignment'
    }

    It 'refuses what is no journal' {
        'Number,InboundAgents' | Set-Content -LiteralPath "$journal.bad"
        Get-UponAiJournal "$journal.bad", $journal -ErrorAction SilentlyContinue -ErrorVariable problems |
            Should -HaveCount 4
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.InvalidJournal,*'
    }
}

Describe 'Set-UponAiNumberAssignment -IfUnchanged' {
    BeforeEach {
        $kept, $touched = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        $kept, $touched | Set-UponAiNumberAssignment -InboundAgent 'agent_reception=90%;agent_sales=10%' | Out-Null
        $plan = $kept, $touched | ForEach-Object { [pscustomobject]@{ Number = $_; InboundAgents = 'agent_night' } }
    }

    It 'sends a comparison <way> only where the number has what it had' -ForEach $ways {
        $compared = $plan | Compare-UponAiNumberAssignment | & $through
        Set-UponAiNumberAssignment -Number $touched -OutboundAgent agent_sales | Out-Null
        $set = $compared | Set-UponAiNumberAssignment -IfUnchanged -ErrorAction SilentlyContinue -ErrorVariable problems
        $set.Number | Should -Be $kept
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.ChangedSince,*'
        "$($problems[0])" | Should -BeLike '*outbound none, now agent_sales*'
        (Get-Binding $sandbox $touched).Inbound | Should -Be 'agent_reception=0.9;agent_sales=0.1'
    }

    It 'refuses a row that is no comparison' {
        { $plan[0] | Set-UponAiNumberAssignment -IfUnchanged -ErrorAction Stop } |
            Should -Throw -ErrorId 'UponAi.InvalidRow,*'
    }
}

Describe 'Compare-UponAiNumberAssignment in the other direction' {
    It 'shows the numbers that no row names, and counts' {
        $number = Get-FreeNumber $sandbox
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night | Out-Null
        $all = @(Get-UponAiNumber)
        $plan = [pscustomobject]@{ Number = $number; InboundAgents = 'agent_sales' },
            [pscustomobject]@{ Number = '+14155550188'; InboundAgents = 'agent_sales' }

        $compared = $plan | Compare-UponAiNumberAssignment -IncludeUnlisted
        $compared[0..1].Status | Should -Be 'Changed', 'NotFound'
        $unlisted = @($compared | Where-Object -Property Status -EQ -Value 'Unlisted')
        $unlisted.Count | Should -Be ($all.Count - 1)
        $unlisted.Number | Should -Not -Contain $number
        $unlisted | Set-UponAiNumberAssignment | Should -BeNullOrEmpty

        $summary = $plan | Compare-UponAiNumberAssignment -IncludeUnlisted -Summary
        $summary.Rows, $summary.Changed, $summary.NotFound, $summary.Unlisted | Should -Be 2, 1, 1, ($all.Count - 1)
        $summary.HasDrift | Should -BeTrue
        ($number | Get-UponAiNumber | Compare-UponAiNumberAssignment -Summary).HasDrift | Should -BeFalse
    }
}
