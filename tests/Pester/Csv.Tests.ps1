. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'A CSV file' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number, $other, $third = 1..3 | ForEach-Object { Get-FreeNumber $sandbox }
    }

    It 'is assigned row by row' {
        @(
            'Number,InboundAgents,OutboundAgent,InboundWebhookUrl,TimeRouting,Site'
            "$number,agent_reception@2=90%;agent_sales=10%,,,,Market street"
            "$other,agent_support@4,agent_support@4,https://hooks.example.com/in,true,Desk"
        ) | Set-Content -LiteralPath $file -Encoding UTF8
        (Import-Csv -LiteralPath $file | Set-UponAiNumberAssignment).Number | Should -Be $number, $other

        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        $bound = Get-Binding $sandbox $other
        $bound.Inbound | Should -Be 'agent_support@4=1'
        $bound.Outbound | Should -Be 'agent_support@4=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeTrue
    }

    It 'with a short line deletes no live binding' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales `
            -InboundWebhookUrl 'https://hooks.example.com/in' -TimeRouting $true | Out-Null
        @(
            'Number,InboundAgent,OutboundAgent,InboundWebhookUrl,TimeRouting'
            "$number,agent_night"
        ) | Set-Content -LiteralPath $file -Encoding UTF8
        $row = Import-Csv -LiteralPath $file
        $null -eq $row.OutboundAgent | Should -BeTrue
        $row | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty

        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_night=1'
        $bound.Outbound | Should -Be 'agent_sales=1'
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeTrue
    }

    It 'clears with none' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_reception -OutboundAgent agent_sales | Out-Null
        @('Number,InboundAgent,OutboundAgent', "$number,none,") | Set-Content -LiteralPath $file -Encoding UTF8
        Import-Csv -LiteralPath $file | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -Be 'agent_sales=1'
    }

    It 'may have the column names of the API, in any case, and a semicolon between columns' {
        @(
            'NUMBER;inbound_agents;is_time_routing_enabled'
            "$number;`"agent_reception=50%;agent_sales=50%`";TRUE"
        ) | Set-Content -LiteralPath $file -Encoding UTF8
        Import-Csv -LiteralPath $file -Delimiter ';' | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.5;agent_sales=0.5'
        (Get-Binding $sandbox $number).TimeRouting | Should -BeTrue
    }

    It 'keeps the zero of an extension' {
        @('Number,InboundAgent', '0102,agent_night') | Set-Content -LiteralPath $file -Encoding UTF8
        (Import-Csv -LiteralPath $file | Set-UponAiNumberAssignment).Number | Should -Be '0102'
    }

    It 'of one agent a row is refused, and nothing is sent' {
        @('Number,AgentId,Weight', "$number,agent_reception,0.9", "$number,agent_sales,0.1") |
            Set-Content -LiteralPath $file -Encoding UTF8
        Import-Csv -LiteralPath $file |
            Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        @($problems.FullyQualifiedErrorId -replace ',.*') | Should -Be 'UponAi.InvalidRow', 'UponAi.InvalidRow'
        (Get-Binding $sandbox $number).Inbound | Should -BeNullOrEmpty
    }

    It 'gives back its failed rows, with the columns that are not ours' {
        @(
            'Number,InboundAgent,Site'
            "$number,agent_night,Harbour"
            "$other,agent_nobody,Market street"
            "$third,agent_night,Desk"
        ) | Set-Content -LiteralPath $file -Encoding UTF8
        $failed = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $assigned = Import-Csv -LiteralPath $file |
            Set-UponAiNumberAssignment -ErrorAction SilentlyContinue -ErrorVariable problems
        $assigned.Number | Should -Be $number, $third
        $problems.TargetObject | Export-Csv -LiteralPath $failed -NoTypeInformation
        $again = Import-Csv -LiteralPath $failed
        $again.Site | Should -Be 'Market street'
        ($again | Set-UponAiNumberAssignment -InboundAgent agent_sales).Number | Should -Be $other
    }
}

Describe 'Phone numbers in a CSV file' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number = Get-FreeNumber $sandbox
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
            -InboundWebhookUrl 'https://hooks.example.com/in' |
            Export-Csv -LiteralPath $file -NoTypeInformation
    }

    It 'are readable: agents and carried members are text' {
        $row = Import-Csv -LiteralPath $file
        $row.InboundAgents | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $row.OutboundAgents | Should -BeNullOrEmpty
        $row.ReturnedProperties | Should -BeLike '*InboundAgents, OutboundAgents*'
    }

    It 'restore a state whole, what was empty included' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent agent_sales `
            -InboundWebhookUrl none -TimeRouting $true | Out-Null
        Import-Csv -LiteralPath $file | Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeFalse
    }

    It 'without ReturnedProperties are rows like any other: blank leaves alone' {
        Set-UponAiNumberAssignment -Number $number -OutboundAgent agent_sales | Out-Null
        Import-Csv -LiteralPath $file | Select-Object -Property * -ExcludeProperty ReturnedProperties |
            Set-UponAiNumberAssignment | Should -Not -BeNullOrEmpty
        (Get-Binding $sandbox $number).Outbound | Should -Be 'agent_sales=1'
    }

    It 'restore their state when the file was written in a culture that writes a comma' {
        $culture = [Threading.Thread]::CurrentThread.CurrentCulture
        try {
            [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'
            Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception=12.5%;agent_sales' |
                Export-Csv -LiteralPath $file -NoTypeInformation -UseCulture
            Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night | Out-Null
            Import-Csv -LiteralPath $file -UseCulture | Set-UponAiNumberAssignment | Out-Null
        } finally {
            [Threading.Thread]::CurrentThread.CurrentCulture = $culture
        }
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception=0.125;agent_sales=0.875'
    }
}
