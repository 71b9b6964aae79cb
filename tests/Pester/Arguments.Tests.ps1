. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'An argument without a value' {
    BeforeEach {
        $number = Get-FreeNumber $sandbox
        $null = Set-UponAiNumberAssignment $number agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://example.com/hook'
    }

    It 'is refused: <parameter> <what>' -ForEach @(
        foreach ($parameter in 'InboundAgent', 'OutboundAgent', 'InboundWebhookUrl') {
            @{ parameter = $parameter; what = '$null'; value = { $null } }
            @{ parameter = $parameter; what = 'an empty array'; value = { , @() } }
            @{ parameter = $parameter; what = 'empty text'; value = { '' } }
            @{ parameter = $parameter; what = 'a misspelt variable'; value = { $agnet } }
            @{ parameter = $parameter; what = 'a missing key'; value = { @{ a = 1 }['missing'] } }
            @{ parameter = $parameter; what = 'a lookup without a result'; value = { Get-UponAiAgent -Name 'Nobody*' } }
        }
    ) {
        $argument = @{ $parameter = & $value }
        { Set-UponAiNumberAssignment $number @argument } | Should -Throw '*none*Clear-UponAiNumberAssignment*'
        $binding = Get-Binding $sandbox $number
        $binding.Inbound | Should -Be 'agent_reception=1'
        $binding.Outbound | Should -BeLike 'agent_sales*'
        $binding.Webhook | Should -Be 'https://example.com/hook'
    }

    It 'is refused for the cell of a short CSV line' {
        $row = 'Number,InboundAgents', $number | ConvertFrom-Csv
        { Set-UponAiNumberAssignment $row.Number $row.InboundAgents } | Should -Throw '*none*'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'clears with the word none' {
        $null = Set-UponAiNumberAssignment $number none -OutboundAgent none -InboundWebhookUrl none
        $binding = Get-Binding $sandbox $number
        $binding.Inbound | Should -BeNullOrEmpty
        $binding.Outbound | Should -BeNullOrEmpty
        $binding.Webhook | Should -BeNullOrEmpty
    }
}

Describe 'Time routing as text' {
    It 'takes <text> for <value>' -ForEach @(
        @{ text = 'false'; value = $false }, @{ text = 'True'; value = $true }, @{ text = 'off'; value = $false },
        @{ text = 1; value = $true }
    ) {
        $number = Get-FreeNumber $sandbox
        $null = Set-UponAiNumberAssignment $number -TimeRouting $text
        (Get-Binding $sandbox $number).TimeRouting | Should -Be $value
    }

    It 'refuses other text' {
        { Set-UponAiNumberAssignment 101 -TimeRouting maybe } | Should -Throw "*'maybe' is not*"
    }
}

Describe 'Mocks' {
    BeforeAll {
        Mock Set-UponAiNumberAssignment { }
        Mock New-UponAiAgentRef { }
        Mock Connect-UponAi { }
    }

    It 'take a split as text' {
        Set-UponAiNumberAssignment 101 'agent_reception=90%;agent_sales=10%' -OutboundAgent agent_a, agent_b
        Should -Invoke Set-UponAiNumberAssignment -Times 1 -Exactly -ParameterFilter {
            $InboundAgent.Count -eq 2 -and $InboundAgent[0].Weight -eq 0.9 -and "$OutboundAgent" -eq 'agent_a agent_b'
        }
    }

    It 'take the word none' {
        Set-UponAiNumberAssignment 102 none
        Should -Invoke Set-UponAiNumberAssignment -Times 1 -Exactly -ParameterFilter {
            $Number -eq '102' -and $InboundAgent.Count -eq 0
        }
    }

    It 'take a percentage as weight' {
        New-UponAiAgentRef agent_a -Weight '90%'
        Should -Invoke New-UponAiAgentRef -Times 1 -Exactly -ParameterFilter { $Weight -eq 0.9 }
    }

    It 'take seconds as timeout' {
        Connect-UponAi -AttemptTimeout 30 -TotalTimeout '00:02:00'
        Should -Invoke Connect-UponAi -Times 1 -Exactly -ParameterFilter {
            $AttemptTimeout.Value.TotalSeconds -eq 30 -and $TotalTimeout.Value.TotalMinutes -eq 2
        }
    }
}

Describe 'Proxy functions' {
    BeforeAll {
        function New-Proxy([string] $command) {
            $cmdlet = Get-Command $command -Module UponAi -CommandType Cmdlet
            $metadata = [Management.Automation.CommandMetadata]::new($cmdlet)
            [scriptblock]::Create([Management.Automation.ProxyCommand]::Create($metadata))
        }

        Set-Item -Path function:Set-ByProxy -Value (New-Proxy Set-UponAiNumberAssignment)
        Set-Item -Path function:New-ByProxy -Value (New-Proxy New-UponAiAgentRef)
        Set-Item -Path function:Connect-ByProxy -Value (New-Proxy Connect-UponAi)
        Set-Item -Path function:Clear-ByProxy -Value (New-Proxy Clear-UponAiNumberAssignment)
    }

    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'assign a split that is given as text' {
        Set-ByProxy $number 'agent_reception=90%;agent_sales=10%' | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.9;agent_sales=0.1'
    }

    It 'take splatted arguments' {
        $arguments = @{ Number = $number; InboundAgent = 'agent_reception=0.5;agent_sales=0.5'; TimeRouting = $true }
        $null = Set-ByProxy @arguments
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.5;agent_sales=0.5'
    }

    It 'clear by the word none, and not by $null' {
        $null = Set-UponAiNumberAssignment $number agent_reception
        { Set-ByProxy $number $null } | Should -Throw '*none*'
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
        $null = Set-ByProxy $number none
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'take agents away' {
        $null = Set-UponAiNumberAssignment $number 'agent_reception=90%;agent_sales=10%'
        $null = Clear-ByProxy $number -Agent 'agent_sales;agent_night' -Confirm:$false -WarningAction SilentlyContinue
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=1'
    }

    It 'take weights and timeouts' {
        (New-ByProxy agent_a -Weight '90%').Weight | Should -Be 0.9
        $where = @{ AccountSid = $sandbox.AccountSid; WorkspaceId = $sandbox.WorkspaceId; BaseUri = $sandbox.BaseUri }
        $connection = Connect-ByProxy -Token (Get-Secret $sandbox.Token) @where -AttemptTimeout 20 -PassThru
        $connection.AttemptTimeout.TotalSeconds | Should -Be 20
    }
}

Describe 'Hints' {
    It 'name the leading zero that PowerShell drops in a list' {
        Set-UponAiNumberAssignment 0888, 0999 agent_sales -ErrorVariable failed -ErrorAction SilentlyContinue
        "$($failed[0])" | Should -BeLike "*'0888'*"
    }

    It 'name -LiteralPath for a file with brackets' {
        $file = Join-Path $TestDrive 'plan [v2].csv'
        Set-Content -LiteralPath $file -Value 'Number,InboundAgents', '+14155550103,agent_sales'
        Import-UponAiNumberAssignment $file -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        "$($failed[0])" | Should -BeLike '*-LiteralPath*'
        (Import-UponAiNumberAssignment -LiteralPath $file).Number | Should -Be '+14155550103'
    }

    It 'name what to do about a connection that crossed a job' {
        $connection = Connect-UponAi -Token (Get-Secret 'x') -AccountSid AC1 -WorkspaceId 1 -BaseUri $sandbox.BaseUri `
            -PassThru
        try {
            $stored = [Management.Automation.PSSerializer]::Serialize($connection)
            $copy = [Management.Automation.PSSerializer]::Deserialize($stored)
            { Set-UponAiNumberAssignment 101 agent_sales -Connection $copy } |
                Should -Throw '*Start-Job*Connect-UponAi*'
        } finally {
            Connect-Sandbox $sandbox
        }
    }

    It 'show the failed row to try and catch under -ErrorAction Stop' {
        $row = [pscustomobject]@{ Number = '0777'; InboundAgents = 'agent_sales' }
        $target = try { $row | Set-UponAiNumberAssignment -ErrorAction Stop } catch { $_.TargetObject }
        $target.Number | Should -Be '0777'
    }
}

Describe '-ThrottleLimit 1' {
    It 'gives the result of a row before the next row is taken' {
        $rows = 1..5 |
            ForEach-Object { [pscustomobject]@{ Number = Get-FreeNumber $sandbox; InboundAgents = 'agent_sales' } }
        $rows | ForEach-Object -PipelineVariable row -Process { $_ } | Set-UponAiNumberAssignment -ThrottleLimit 1 |
            ForEach-Object { $_.Number -eq $row.Number } | Should -Be @($true, $true, $true, $true, $true)
    }
}
