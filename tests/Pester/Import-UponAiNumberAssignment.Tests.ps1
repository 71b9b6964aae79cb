. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Import-UponAiNumberAssignment' {
    BeforeAll {
        # Writes the lines to the plan of the test.
        function Write-Plan([string[]] $Line) { Set-Content -LiteralPath $file -Value $Line -Encoding UTF8 }
    }

    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number, $other = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
    }

    It 'assigns a plan' {
        Write-Plan 'Number;InboundAgents;TimeRouting', "$number;`"agent_reception@2=90%;agent_sales`";yes",
            "$other;none;"
        (Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment).Number | Should -Be $number, $other
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $number).TimeRouting | Should -BeTrue
    }

    It 'gathers rows of one agent, as Export-Csv writes them' {
        @(
            [pscustomobject]@{
                Number       = $number
                AgentId      = 'agent_reception'
                AgentVersion = 2
                Weight       = 0.9
                Direction    = 'Inbound'
            }
            [pscustomobject]@{
                Number       = $other
                AgentId      = 'agent_night'
                AgentVersion = $null
                Weight       = $null
                Direction    = 'Outbound'
            }
            [pscustomobject]@{
                Number       = $number
                AgentId      = 'agent_sales'
                AgentVersion = $null
                Weight       = 0.1
                Direction    = 'Inbound'
            }
        ) | Export-Csv -LiteralPath $file -NoTypeInformation
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 2
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $other).Outbound | Should -Be 'agent_night=1'
    }

    It 'hands nothing on while something is wrong, and names all of it' {
        Write-Plan 'Number,InboundAgents', "$number,agent_night", '1.41556E+10,agent_night', "$other,agent_night=2",
            "$number,agent_sales"
        Import-UponAiNumberAssignment -Path $file -ErrorAction SilentlyContinue -ErrorVariable problems `
            -WarningAction SilentlyContinue |
            Set-UponAiNumberAssignment |
            Should -BeNullOrEmpty
        @($problems.FullyQualifiedErrorId -replace ',.*') |
            Should -Be 'UponAi.InvalidNumber', 'UponAi.InvalidAgentSplit', 'UponAi.InvalidPlan'
        $name = Split-Path -Path $file -Leaf
        "$($problems[0])" | Should -BeLike "$name, line 3: Column 'Number': '1.41556E+10' is not a phone number*"
        "$($problems[1])" | Should -BeLike "$name, line 4: Column 'InboundAgents': *"
        $problems[1].TargetObject.Number | Should -Be $other
        "$($problems[2])" | Should -BeLike "$name, line 5: Column 'Number': $number already occurs in $name, line 2*"
    }

    It 'goes on with the good rows where that is asked for' {
        Write-Plan 'Number,InboundAgents', "$number,agent_night", "$other,agent night"
        (Import-UponAiNumberAssignment -Path $file -SkipInvalid -ErrorAction SilentlyContinue).Number |
            Should -Be $number
    }

    It 'leaves alone the columns that are named as somebody else''s' {
        Write-Plan 'Number,InboundAgents,Site,Owner', "$number,agent_night,Harbour,Ann"
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } |
            Should -Throw "*'Site'*-IgnoreColumn*" -ErrorId 'UponAi.InvalidPlan,*'
        (Import-UponAiNumberAssignment -Path $file -IgnoreColumn Site, Owner).Number | Should -Be $number
    }

    It 'can be compared, set and cleared' {
        Write-Plan 'Number,InboundAgents', "$number,agent_night", "$other,agent_sales"
        (Import-UponAiNumberAssignment -Path $file | Compare-UponAiNumberAssignment).Status |
            Should -Be 'Changed', 'Changed'
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 2
        (Import-UponAiNumberAssignment -Path $file | Compare-UponAiNumberAssignment).Status |
            Should -Be 'Unchanged', 'Unchanged'
        Import-UponAiNumberAssignment -Path $file | Clear-UponAiNumberAssignment -Inbound -Confirm:$false |
            Should -HaveCount 2
        (Get-Binding $sandbox $other).Inbound | Should -BeNullOrEmpty
    }

    It 'takes files from Get-ChildItem, and a name with brackets in it' {
        $folder = New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid()))
        $odd = Join-Path -Path $folder -ChildPath 'plan [1].csv'
        [IO.File]::WriteAllLines($odd, [string[]] @('Number', $number))
        $second = Join-Path -Path $folder -ChildPath 'plan 2.tsv'
        [IO.File]::WriteAllLines($second, [string[]] @("Number`tInboundAgents", "$other`tagent_sales"))
        (Get-ChildItem -LiteralPath $folder | Import-UponAiNumberAssignment).Number | Sort-Object |
            Should -Be $number, $other
        (Import-UponAiNumberAssignment -LiteralPath $odd).Number | Should -Be $number
        (Import-UponAiNumberAssignment -Path (Join-Path -Path $folder -ChildPath '*.tsv')).File |
            Should -BeLike '*plan 2.tsv'
    }

    It 'reads what ConvertTo-Json makes of phone numbers, and of its own rows' {
        $json = [IO.Path]::ChangeExtension($file, 'json')
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales' |
            ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $json -Encoding UTF8
        $row = Import-UponAiNumberAssignment -Path $json
        $row.InboundAgents | Should -Be 'agent_reception@3=90%;agent_sales=10%'
        $row.OutboundAgents | Should -Be 'none'
        ConvertTo-Json -InputObject $row | Set-Content -LiteralPath $json -Encoding UTF8
        $again = Import-UponAiNumberAssignment -Path $json
        $again.InboundAgents | Should -Be $row.InboundAgents
        $again.WorkspaceId | Should -Be $sandbox.WorkspaceId
    }

    It 'reads every encoding that it says, and refuses another' {
        $text = "Number,AccountSid`r`n$number,Z$([char] 0xFC)rich`r`n"
        $withMark = New-Object -TypeName Text.UTF8Encoding -ArgumentList $true
        $withoutMark = New-Object -TypeName Text.UTF8Encoding -ArgumentList $false
        foreach ($encoding in $withMark, $withoutMark, [Text.Encoding]::Unicode) {
            [IO.File]::WriteAllText($file, $text, $encoding)
            (Import-UponAiNumberAssignment -Path $file).AccountSid | Should -Be "Z$([char] 0xFC)rich"
        }
        [IO.File]::WriteAllText($file, $text, [Text.Encoding]::GetEncoding('iso-8859-1'))
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } |
            Should -Throw '*line 2: The text is not UTF-8 (byte 0xFC)*'
    }

    It 'reads the names of columns as people see them' {
        $utf8 = New-Object -TypeName Text.UTF8Encoding -ArgumentList $true
        $mark, $space, $joiner = [char] 0xFEFF, [char] 0xA0, [char] 0x200B
        $csv = "${mark}Number$space,Inbound${joiner}Agents$joiner`r`n$number,agent_sales`r`n"
        [IO.File]::WriteAllText($file, $csv, $utf8)
        (Import-UponAiNumberAssignment -Path $file).InboundAgents | Should -Be 'agent_sales'
        $json = [IO.Path]::ChangeExtension($file, 'json')
        $list = "$mark[{`"Number$space`":`"$number`",`"InboundAgents$joiner`":`"agent_sales`"}]"
        [IO.File]::WriteAllText($json, $list, $utf8)
        (Import-UponAiNumberAssignment -Path $json).InboundAgents | Should -Be 'agent_sales'
        $row = [pscustomobject] @{ "${mark}Number" = $number; "InboundAgents$joiner" = 'agent_sales' }
        ($row | Set-UponAiNumberAssignment).InboundAgents | Should -HaveCount 1
    }

    It 'names a character of a column that only looks like another' {
        [IO.File]::WriteAllText($file, "Number,Inbound$([char] 0x410)gents`n$number,agent_sales`n")
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } | Should -Throw '*U+0410*Did you mean*'
    }

    It 'reads past the line "<line>"' -ForEach @{ line = 'sep=;' }, @{ line = '"sep=;"' },
        @{ line = '#TYPE UponAi.PhoneNumber' } {
        Write-Plan $line, 'Number;InboundAgents', "$number;agent_sales"
        $row = Import-UponAiNumberAssignment -Path $file
        $row.InboundAgents | Should -Be 'agent_sales'
        $row.Line | Should -Be 3
    }

    It 'reads what Export-Csv of Windows PowerShell writes' {
        [pscustomobject] @{ Number = $number; InboundAgents = 'agent_sales' } |
            Export-Csv -LiteralPath $file -IncludeTypeInformation
        (Import-UponAiNumberAssignment -Path $file).InboundAgents | Should -Be 'agent_sales'
    }

    It 'reads a number that is surely meant: <cell>' -ForEach @(
        @{ cell = 'tel:{0}'; ending = '' }
        @{ cell = '"tel:{0};ext=101"'; ending = ';ext=101' }
        @{ cell = '"=""{0}"""'; ending = '' }
        @{ cell = '"""{0}"""'; ending = '' }
    ) {
        Write-Plan 'Number,InboundAgents', "$($cell -f $number),agent_sales"
        (Import-UponAiNumberAssignment -Path $file).Number | Should -Be "$number$ending"
    }

    It 'refuses the number <cell>' -ForEach @(
        @{ cell = '0014155550103'; says = '*Write + instead of 00: +14155550103.*' }
        @{ cell = '415-555-0104'; says = '*no country code*' }
        @{ cell = '"14,155,550,104"'; says = '*thousands separators*' }
        @{ cell = '+14155550100-109'; says = '*range of numbers*' }
        @{ cell = '#REF!'; says = '*failed formula*' }
        @{ cell = 'NULL'; says = '*empty value*' }
    ) {
        Write-Plan 'Number,InboundAgents', "$cell,agent_sales"
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } |
            Should -Throw $says -ErrorId 'UponAi.InvalidNumber,*'
    }

    It 'warns once about bare digits that look like a number, and not about an extension' {
        Write-Plan 'Number,InboundAgents', '14155550103,agent_sales', '14155550104,agent_sales', '101,agent_sales'
        Import-UponAiNumberAssignment -Path $file -WarningVariable warnings -WarningAction SilentlyContinue |
            Should -HaveCount 3
        $warnings | Should -HaveCount 1
        "$warnings" | Should -BeLike "*line 2: '14155550103' has no +*write +14155550103*1 more*"
    }

    It 'refuses <cell> for an agent, with the likely cause' -ForEach @(
        @{ cell = 'NULL'; says = '*empty value*' }
        @{ cell = 'N/A'; says = '*empty value*' }
        @{ cell = '-'; says = '*empty value*' }
        @{ cell = 'nan'; says = '*empty value*' }
        @{ cell = '#N/A'; says = '*failed formula*' }
        @{ cell = 'System.Collections.Hashtable'; says = '*object or a list*' }
        @{ cell = 'System.Object[]'; says = '*object or a list*' }
        @{ cell = '@{AgentId=agent_sales; Weight=1}'; says = '*object or a list*' }
    ) {
        Write-Plan 'Number,InboundAgents', "$number,$cell"
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } |
            Should -Throw $says -ErrorId 'UponAi.InvalidAgentRef,*'
    }

    It 'refuses NULL in the column <column>, with the likely cause' -ForEach @(
        @{ column = 'OutboundAgents' }, @{ column = 'InboundWebhookUrl' }, @{ column = 'TimeRouting' },
        @{ column = 'AccountSid' }, @{ column = 'WorkspaceId' }
    ) {
        Write-Plan "Number,$column", "$number,NULL"
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } |
            Should -Throw "*line 2: Column '$column'*empty value*"
    }

    It 'takes a line break in a cell for a separator of agents' {
        Write-Plan 'Number,InboundAgents', "$number,`"agent_reception@2=90%`nagent_sales=10%`""
        (Import-UponAiNumberAssignment -Path $file).InboundAgents | Should -Be 'agent_reception@2=90%;agent_sales=10%'
    }

    It 'says what happened to agents that are joined by spaces' {
        '[{"Number":"+14155550103","InboundAgents":"agent_reception@2=0.9 agent_sales@0=0.1"}]' |
            Set-Content -LiteralPath ([IO.Path]::ChangeExtension($file, 'json'))
        { Import-UponAiNumberAssignment -Path ([IO.Path]::ChangeExtension($file, 'json')) -ErrorAction Stop } |
            Should -Throw '*by spaces*Separate several agents by*'
    }
}
