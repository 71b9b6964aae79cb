. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'JSON of the API' {
    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'is taken as a row, with its agents' {
        $json = '{
            "number": "NUMBER",
            "inbound_agents": [
                { "agent_id": "agent_reception", "agent_version": 3, "weight": 0.9 },
                { "agent_id": "agent_sales", "weight": 0.1 }
            ],
            "inbound_webhook_url": "https://hooks.example.com/in",
            "is_time_routing_enabled": true
        }'
        $json -creplace 'NUMBER', $number | ConvertFrom-Json | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeTrue
    }

    It 'leaves alone what is null, and clears with an empty list' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' | Out-Null
        $json = '{"number":"NUMBER","inbound_agents":[],"outbound_agents":null,"inbound_webhook_url":null}'
        $json -creplace 'NUMBER', $number | ConvertFrom-Json | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -BeNullOrEmpty
        $bound.Outbound | Should -Be 'agent_sales=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
    }

    It 'is taken as a list, however it comes out of ConvertFrom-Json' {
        $other = Get-FreeNumber $sandbox
        $json = "[{`"Number`":`"$number`",`"InboundAgent`":`"agent_night`"}," +
            "{`"Number`":`"$other`",`"InboundAgent`":`"agent_sales`"}]"
        ($json | ConvertFrom-Json | Set-UponAiNumberAssignment).Number | Should -Be $number, $other
        (Set-UponAiNumberAssignment -InputObject (ConvertFrom-Json -InputObject $json)).Number |
            Should -Be $number, $other
    }

    It 'is taken as a hashtable too' {
        if ($PSVersionTable.PSVersion.Major -lt 6) {
            Set-ItResult -Skipped -Because 'ConvertFrom-Json -AsHashtable is of PowerShell 6 and later'
        }
        "{`"Number`":`"$number`",`"InboundAgents`":[{`"AgentId`":`"agent_night`"}]}" | ConvertFrom-Json -AsHashtable |
            Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night=1'
    }

    It 'keeps an extension that is a number' {
        ('{"Number":101,"InboundAgent":"agent_night"}' | ConvertFrom-Json | Set-UponAiNumberAssignment).Number |
            Should -Be '101'
    }
}

Describe 'A phone number as JSON' {
    It 'restores its state whole, at <case>' -ForEach @(
        @{ case = 'any depth'; arguments = @{ Depth = 5 } }
        @{ case = 'the default depth'; arguments = @{} }
    ) {
        $number = Get-FreeNumber $sandbox
        $json = Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' |
            ConvertTo-Json @arguments
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent agent_sales `
            -TimeRouting $true | Out-Null
        $json | ConvertFrom-Json | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.TimeRouting | Should -BeFalse
    }
}

Describe 'An agent as JSON' {
    It 'comes back equal' {
        $agent = New-UponAiAgentRef agent_reception -AgentVersion 3 -Weight 0.9
        [UponAi.AgentRef] ($agent | ConvertTo-Json | ConvertFrom-Json) | Should -Be $agent
    }
}
