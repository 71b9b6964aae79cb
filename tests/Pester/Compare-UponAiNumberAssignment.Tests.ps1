. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Compare-UponAiNumberAssignment' {
    BeforeEach {
        $held, $changing = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        Set-UponAiNumberAssignment -Number $held -InboundAgent agent_reception | Out-Null
        Set-UponAiNumberAssignment -Number $changing -InboundAgent agent_sales -OutboundAgent agent_night `
            -InboundWebhookUrl 'https://hooks.example.com/in' | Out-Null
        $plan = @(
            [pscustomobject]@{
                Number            = $held
                InboundAgents     = 'agent_reception'
                OutboundAgents    = ''
                InboundWebhookUrl = ''
            }
            [pscustomobject]@{
                Number            = $changing
                InboundAgents     = 'agent_sales=50%;agent_night=50%'
                OutboundAgents    = 'agent_night'
                InboundWebhookUrl = 'none'
            }
            [pscustomobject]@{
                Number            = '+14155550188'
                InboundAgents     = 'agent_reception'
                OutboundAgents    = ''
                InboundWebhookUrl = ''
            }
        )
    }

    It 'says of each row what it would change' {
        $compared = $plan | Compare-UponAiNumberAssignment
        $compared | Should -BeOfType ([UponAi.NumberComparison])
        $compared.Status | Should -Be 'Unchanged', 'Changed', 'NotFound'
        "$($compared[1].CurrentInboundAgents)" | Should -Be 'agent_sales=1'
        $compared[1].InboundAgents -join ';' | Should -Be 'agent_sales=0.5;agent_night=0.5'
        $compared[1].OutboundAgents | Should -BeNullOrEmpty
        $compared[1].InboundWebhookUrl | Should -Be 'none'
    }

    It 'applies just the differences, also <way>' -ForEach @(
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
    ) {
        $set = $plan | Compare-UponAiNumberAssignment | & $through |
            Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        $set.Number | Should -Be $changing
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'UponAi.NotFound,*'
        $bound = Get-Binding $sandbox $changing
        $bound.Inbound | Should -Be 'agent_sales=0.5;agent_night=0.5'
        $bound.Outbound | Should -Be 'agent_night=1'
        $bound.Webhook | Should -BeNullOrEmpty
        ($plan[0..1] | Compare-UponAiNumberAssignment).Status | Should -Be 'Unchanged', 'Unchanged'
    }

    It 'leaves out what does not change' {
        ($plan | Compare-UponAiNumberAssignment -OnlyChanged).Status | Should -Be 'Changed', 'NotFound'
    }

    It 'shows what drifted from a saved state' {
        $saved = Set-UponAiNumberAssignment -Number $held -TimeRouting $false
        Set-UponAiNumberAssignment -Number $held -InboundAgent agent_night | Out-Null
        $drift = $saved | Compare-UponAiNumberAssignment
        $drift.Status | Should -Be 'Changed'
        "$($drift.InboundAgents)" | Should -Be 'agent_reception=1'
    }

    It 'reads like a diff' {
        $shown = $plan | Compare-UponAiNumberAssignment | Out-String -Width 120
        $lines = @($shown -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ })
        $lines | Should -Be @(
            "$held  unchanged"
            '! not pinned    inbound agent_reception'
            "$changing  changed"
            '- inbound       agent_sales'
            '+ inbound       agent_sales 50%'
            '+               agent_night 50%'
            '- webhook       https://hooks.example.com/in'
            '+ webhook       none'
            '! not pinned    inbound agent_sales'
            '!               inbound agent_night'
            '!               outbound agent_night'
            '+14155550188  not found'
            '+ inbound       agent_reception'
            '! not pinned    inbound agent_reception'
        )
    }

    It 'shows which agents are not pinned to a version, and refuses them with -RequireVersion' {
        $compared = $plan | Compare-UponAiNumberAssignment
        $compared[1].CurrentUnpinnedAgents | Should -Be 'inbound agent_sales; outbound agent_night'
        $compared[1].UnpinnedAgents | Should -Be 'inbound agent_sales; inbound agent_night; outbound agent_night'
        $summary = $plan | Compare-UponAiNumberAssignment -Summary
        $summary.WithUnpinnedAgent, $summary.WithUnpinnedAgentAfter | Should -Be 2, 3
        $plan | Compare-UponAiNumberAssignment -RequireVersion -ErrorAction SilentlyContinue -ErrorVariable refused |
            Should -BeNullOrEmpty
        $refused.FullyQualifiedErrorId | Select-Object -Unique | Should -BeLike 'UponAi.VersionRequired,*'
        $refused.TargetObject | Should -Be $plan
    }

    It 'warns about an agent and a version that do not exist' {
        $rows = @{ Number = $held; InboundAgents = 'agent_receptoin' },
            @{ Number = $changing; OutboundAgents = 'agent_sales@7' }
        $quiet = @{ WarningVariable = 'warnings'; WarningAction = 'SilentlyContinue' }
        ($rows + $rows | Compare-UponAiNumberAssignment @quiet).Status | Should -Not -BeNullOrEmpty
        $warnings | Should -HaveCount 2
        $warnings[0] | Should -BeLike "*no agent 'agent_receptoin'. Did you mean 'agent_reception'?*"
        $warnings[1] | Should -BeLike '*no version 7*nearest is agent_sales@2*'
    }
}

Describe 'Set-UponAiNumberAssignment -SkipUnchanged' {
    It 'sends what differs, and emits all' {
        $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        Set-UponAiNumberAssignment -Number $numbers[0, 2] -InboundAgent agent_reception | Out-Null
        $verbose = $(
            $set = $numbers | Set-UponAiNumberAssignment -InboundAgent agent_reception -SkipUnchanged -Verbose
        ) 4>&1
        $set.Number | Should -Be $numbers
        @($verbose -match '^Skipped').Count | Should -Be 2
        @($verbose -match '^PUT ').Count | Should -Be 1
    }
}

Describe 'Set-UponAiNumberAssignment -VerifyAgents and -RequireVersion' {
    BeforeAll {
        $free = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        $plan = @(
            [pscustomobject]@{ Number = $free[0]; InboundAgents = 'agent_reception@1' }
            [pscustomobject]@{ Number = $free[1]; InboundAgents = 'agent_recption@1' }
            [pscustomobject]@{ Number = $free[2]; InboundAgents = 'agent_sales' }
        )
    }

    It 'refuses the rows of a pipeline, and sends the others' {
        $set = $plan |
            Set-UponAiNumberAssignment -VerifyAgents -RequireVersion -ErrorAction SilentlyContinue `
                -ErrorVariable refused
        $set.Number | Should -Be $free[0]
        $refused.FullyQualifiedErrorId | ForEach-Object { $_.Split(',')[0] } |
            Should -Be 'UponAi.UnknownAgent', 'UponAi.VersionRequired'
        $refused.TargetObject | Should -Be $plan[1, 2]
        "$($refused[0])" | Should -BeLike "*Did you mean 'agent_reception'?"
        (Get-Binding $sandbox $free[2]).Inbound | Should -BeNullOrEmpty
    }

    It 'refuses the rows of a plan file' {
        $plan | Export-Csv -Path TestDrive:/verified.csv -NoTypeInformation
        $rows = Import-UponAiNumberAssignment TestDrive:/verified.csv -VerifyAgents -RequireVersion -SkipInvalid `
            -ErrorAction SilentlyContinue -ErrorVariable refused
        $rows.Number | Should -Be $free[0]
        $refused | ForEach-Object { "$_".Split(':')[0] } | Should -Be 'verified.csv, line 3', 'verified.csv, line 4'
        $refused[0].TargetObject.InboundAgents | Should -Be 'agent_recption@1'
    }

    It 'warns in a preview' {
        $plan | Set-UponAiNumberAssignment -WhatIf -WarningAction SilentlyContinue -WarningVariable warnings
        $warnings | Should -HaveCount 1
        $warnings[0] | Should -BeLike "*no agent 'agent_recption'*The first row with it is for $($free[1])."
    }
}
