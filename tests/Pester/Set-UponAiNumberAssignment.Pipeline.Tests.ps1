. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Set-UponAiNumberAssignment, from the pipeline' {
    BeforeEach { $number = Get-FreeNumber $sandbox }

    It 'takes numbers, as text and as whole numbers' {
        $other = Get-FreeNumber $sandbox
        ($number, $other, 101 | Set-UponAiNumberAssignment -InboundAgent agent_night).Number |
            Should -Be $number, $other, '101'
    }

    It 'takes agents as one split of the given number' {
        $agents = @(
            New-UponAiAgentRef agent_reception -AgentVersion 3 -Weight 0.9
            New-UponAiAgentRef agent_sales -Weight 0.1
        )
        @($agents | Set-UponAiNumberAssignment -Number $number).Count | Should -Be 1
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
    }

    It 'takes hashtables and custom objects as rows' {
        $other = Get-FreeNumber $sandbox
        $rows = @(
            @{ Number = $number; InboundAgent = 'agent_reception'; OutboundAgent = 'agent_sales'; TimeRouting = 'yes' }
            [pscustomobject]@{ Number = $other; InboundAgents = @('agent_reception=0.5', 'agent_sales=0.5') }
        )
        ($rows | Set-UponAiNumberAssignment).Number | Should -Be $number, $other
        (Get-Binding $sandbox $number).TimeRouting | Should -BeTrue
        (Get-Binding $sandbox $other).Inbound | Should -Be 'agent_reception=0.5;agent_sales=0.5'
    }

    It 'takes a row whose number is a whole number, with the row''s agents' {
        [pscustomobject]@{ Number = 101; InboundAgents = 'agent_support@4' } | Set-UponAiNumberAssignment |
            Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox '101').Inbound | Should -Be 'agent_support@4=1'
    }

    It 'takes rows as the argument -InputObject' {
        $rows = @{ Number = $number; InboundAgent = 'agent_reception' },
            @{ Number = (Get-FreeNumber $sandbox); InboundAgent = 'agent_sales' }
        @(Set-UponAiNumberAssignment -InputObject $rows).InboundAgentId | Should -Be 'agent_reception', 'agent_sales'
    }

    It 'lets an argument win over the row' {
        @{ Number = $number; InboundAgent = 'agent_reception' } | Set-UponAiNumberAssignment -InboundAgent agent_night |
            Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night=1'
    }

    It 'carries nothing from one row to the next' {
        $other = Get-FreeNumber $sandbox
        $rows = @(
            [pscustomobject]@{ Number = $number; InboundAgent = 'agent_reception'; OutboundAgent = 'agent_sales' }
            [pscustomobject]@{ Number = $other; InboundAgent = 'agent_night' }
        )
        $rows | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $other).Outbound | Should -BeNullOrEmpty
    }

    It 'leaves things alone where a cell is <form>, and clears them with none' -ForEach @(
        @{ form = 'empty'; cell = '' }
        @{ form = '$null'; cell = $null }
        @{ form = 'blank'; cell = '  ' }
    ) {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' | Should -Not -BeNullOrEmpty
        [pscustomobject]@{
            Number            = $number
            InboundAgent      = 'agent_night'
            OutboundAgent     = $cell
            InboundWebhookUrl = $cell
            TimeRouting       = $cell
        } | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -Be 'agent_sales=1'
        (Get-Binding $sandbox $number).Webhook | Should -Be 'https://hooks.example.com/in'

        [pscustomobject]@{ Number = $number; OutboundAgent = 'none'; InboundWebhookUrl = 'None' } |
            Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -BeNullOrEmpty
        (Get-Binding $sandbox $number).Webhook | Should -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_night=1'
    }

    It 'restores a PhoneNumber whole, what was empty included' {
        $state = Set-UponAiNumberAssignment -Number $number -OutboundAgent agent_sales@1
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent none `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $true | Should -Not -BeNullOrEmpty
        $state | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -BeNullOrEmpty
        $bound.Outbound | Should -Be 'agent_sales@1=1'
        $bound.Webhook | Should -BeNullOrEmpty
        $bound.TimeRouting | Should -BeFalse
    }

    It 'copies a state to another number with -Number' {
        $state = Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%'
        $other = Get-FreeNumber $sandbox
        ($state | Set-UponAiNumberAssignment -Number $other).Number | Should -Be $other
        (Get-Binding $sandbox $other).Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
    }

    It 'takes a few properties of a PhoneNumber as a row' {
        $state = Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales
        $state | Select-Object -Property Number, @{ Name = 'InboundAgent'; Expression = { 'agent_night' } } |
            Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_night=1'
        $bound.Outbound | Should -Be 'agent_sales=1'
    }

    It 'keeps the order of its input, whatever -ThrottleLimit is' {
        $numbers = 1..12 | ForEach-Object { Get-FreeNumber $sandbox }
        ($numbers | Set-UponAiNumberAssignment -InboundAgent agent_night -ThrottleLimit 1).Number | Should -Be $numbers
        ($numbers | Set-UponAiNumberAssignment -InboundAgent agent_sales -ThrottleLimit 12).Number | Should -Be $numbers
    }

    It 'ends with Select-Object -First' {
        $numbers = 1..12 | ForEach-Object { Get-FreeNumber $sandbox }
        ($numbers | Set-UponAiNumberAssignment -InboundAgent agent_night | Select-Object -First 2).Number |
            Should -Be $numbers[0..1]
    }
}

Describe 'One object is one row' {
    BeforeAll {
        # The same row as objects of several kinds. PowerShell sends each kind as one object.
        function Get-RowOfKind([string] $kind, [string] $number, [string] $agents) {
            switch ($kind) {
                'an XML element with attributes' {
                    ([xml] "<plan><row Number='$number' InboundAgents='$agents' /></plan>").plan.row
                }
                'an XML element with elements' {
                    $row = "<row><Number>$number</Number><InboundAgents>$agents</InboundAgents></row>"
                    ([xml] $row).row
                }
                'a data row' { (New-Table $number $agents).Rows[0] }
                'a view of a data row' { , (New-Table $number $agents).DefaultView[0] }
                'a data table' { , (New-Table $number $agents) }
                'an ExpandoObject' {
                    $row = [Dynamic.ExpandoObject]::new()
                    $row.Number = $number
                    $row.InboundAgents = $agents
                    , $row
                }
                'a JsonNode' {
                    , [Text.Json.Nodes.JsonNode]::Parse((@{
                        Number        = $number
                        InboundAgents = $agents
                    } | ConvertTo-Json))
                }
            }
        }

        function New-Table([string] $number, [string] $agents) {
            $table = [Data.DataTable]::new()
            'Number', 'InboundAgents', 'InboundWebhookUrl' | ForEach-Object { [void] $table.Columns.Add($_) }
            [void] $table.Rows.Add($number, $agents, [DBNull]::Value)
            , $table
        }
    }

    BeforeEach { $number = Get-FreeNumber $sandbox }

    $kinds = @(
        'an XML element with attributes', 'an XML element with elements', 'a data row', 'a view of a data row',
        'a data table', 'an ExpandoObject'
        if ($PSEdition -eq 'Core') { 'a JsonNode' }
    )
    Context '<_>' -ForEach $kinds {
        BeforeEach { $row = @(Get-RowOfKind $_ $number 'agent_reception=0.5;agent_sales=0.5') }

        It 'is sent by Set' {
            ($row | Set-UponAiNumberAssignment).Number | Should -Be $number
            (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.5;agent_sales=0.5'
        }

        It 'is sent by Clear' {
            $null = $row | Set-UponAiNumberAssignment
            ($row | Clear-UponAiNumberAssignment -Confirm:$false).Number | Should -Be $number
            (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
        }

        It 'is compared' { ($row | Compare-UponAiNumberAssignment).Number | Should -Be $number }

        It 'is exported' {
            $row | Export-UponAiNumberAssignment -Path TestDrive:/one.csv -Force
            (Import-Csv -LiteralPath TestDrive:/one.csv).InboundAgents |
                Should -Be 'agent_reception=50%;agent_sales=50%'
        }

        It 'is found by Get' { ($row | Get-UponAiNumber).Number | Should -Be $number }

        It 'is found in a list within the pipeline' {
            (, $row | Set-UponAiNumberAssignment).Number | Should -Be $number
        }
    }

    It 'is an error when PowerShell takes the object apart' {
        $row = [Dynamic.ExpandoObject]::new()
        $row.Number = $number
        $row | Set-UponAiNumberAssignment -ErrorVariable failed -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $failed[0] | Should -BeLike '*one by one*-InputObject*'
        (Set-UponAiNumberAssignment -InputObject $row -InboundAgent agent_night).Number | Should -Be $number
    }

    It 'reads agents from a JsonNode' -Skip:($PSEdition -ne 'Core') {
        $agents = '[{"agent_id":"agent_reception","weight":0.9},{"agent_id":"agent_sales","weight":0.1}]'
        $json = "[{`"number`":`"NUMBER`",`"inbound_agents`":$agents}]"
        [Text.Json.Nodes.JsonNode]::Parse($json.Replace('NUMBER', $number)) | Set-UponAiNumberAssignment |
            Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.9;agent_sales=0.1'
    }
}
