. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Compare-UponAiNumberAssignment' {
    BeforeEach {
        $held, $changing = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
        Set-UponAiNumberAssignment -Number $held -InboundAgent agent_reception | Out-Null
        Set-UponAiNumberAssignment -Number $changing -InboundAgent agent_sales -OutboundAgent agent_night -InboundWebhookUrl 'https://hooks.example.com/in' | Out-Null
        $plan = @(
            [pscustomobject]@{ Number = $held; InboundAgents = 'agent_reception'; OutboundAgents = ''; InboundWebhookUrl = '' }
            [pscustomobject]@{ Number = $changing; InboundAgents = 'agent_sales=50%;agent_night=50%'; OutboundAgents = 'agent_night'; InboundWebhookUrl = 'none' }
            [pscustomobject]@{ Number = '+14155550188'; InboundAgents = 'agent_reception'; OutboundAgents = ''; InboundWebhookUrl = '' }
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
        @{ way = 'from a CSV file'; through = { $input | Export-Csv -Path TestDrive:/compared.csv -NoTypeInformation; Import-Csv -Path TestDrive:/compared.csv } }
        @{ way = 'from Clixml'; through = { $input | Export-Clixml -Path TestDrive:/compared.xml; Import-Clixml -Path TestDrive:/compared.xml } }
        @{ way = 'from JSON'; through = { $input | ConvertTo-Json -Depth 4 | ConvertFrom-Json | ForEach-Object { $_ } } }
    ) {
        $set = $plan | Compare-UponAiNumberAssignment | & $through | Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
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
        $lines = @(($plan | Compare-UponAiNumberAssignment | Out-String -Width 120) -split '\r?\n' | ForEach-Object { $_.TrimEnd() } | Where-Object { $_ })
        $lines | Should -Be @(
            "$held  unchanged"
            "$changing  changed"
            '- inbound       agent_sales'
            '+ inbound       agent_sales 50%'
            '+               agent_night 50%'
            '- webhook       https://hooks.example.com/in'
            '+ webhook       none'
            '+14155550188  not found'
            '+ inbound       agent_reception'
        )
    }
}

Describe 'Set-UponAiNumberAssignment -SkipUnchanged' {
    It 'sends what differs, and emits all' {
        $numbers = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
        Set-UponAiNumberAssignment -Number $numbers[0, 2] -InboundAgent agent_reception | Out-Null
        $verbose = $($set = $numbers | Set-UponAiNumberAssignment -InboundAgent agent_reception -SkipUnchanged -Verbose) 4>&1
        $set.Number | Should -Be $numbers
        @($verbose -match '^Skipped').Count | Should -Be 2
        @($verbose -match '^PUT ').Count | Should -Be 1
    }
}
