. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Import-UponAiNumberAssignment' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number, $other = 1..2 | ForEach-Object { Get-FreeNumber $sandbox }
    }

    It 'assigns a plan' {
        @('Number;InboundAgents;TimeRouting', "$number;`"agent_reception@2=90%;agent_sales`";yes", "$other;none;") | Set-Content -LiteralPath $file -Encoding UTF8
        (Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment).Number | Should -Be $number, $other
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $number).TimeRouting | Should -BeTrue
    }

    It 'gathers rows of one agent, as Export-Csv writes them' {
        @(
            [pscustomobject]@{ Number = $number; AgentId = 'agent_reception'; AgentVersion = 2; Weight = 0.9; Direction = 'Inbound' }
            [pscustomobject]@{ Number = $other; AgentId = 'agent_night'; AgentVersion = $null; Weight = $null; Direction = 'Outbound' }
            [pscustomobject]@{ Number = $number; AgentId = 'agent_sales'; AgentVersion = $null; Weight = 0.1; Direction = 'Inbound' }
        ) | Export-Csv -LiteralPath $file -NoTypeInformation
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 2
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        (Get-Binding $sandbox $other).Outbound | Should -Be 'agent_night=1'
    }

    It 'hands nothing on while something is wrong, and names all of it' {
        @('Number,InboundAgents', "$number,agent_night", '1.41556E+10,agent_night', "$other,agent_night=2", "$number,agent_sales") | Set-Content -LiteralPath $file -Encoding UTF8
        Import-UponAiNumberAssignment -Path $file -ErrorAction SilentlyContinue -ErrorVariable problems -WarningAction SilentlyContinue |
            Set-UponAiNumberAssignment |
            Should -BeNullOrEmpty
        @($problems.FullyQualifiedErrorId -replace ',.*') | Should -Be 'UponAi.InvalidNumber', 'UponAi.InvalidAgentSplit', 'UponAi.InvalidPlan'
        $name = Split-Path -Path $file -Leaf
        "$($problems[0])" | Should -BeLike "$name, line 3: Column 'Number': '1.41556E+10' is not a phone number*"
        "$($problems[1])" | Should -BeLike "$name, line 4: Column 'InboundAgents': *"
        $problems[1].TargetObject.Number | Should -Be $other
        "$($problems[2])" | Should -BeLike "$name, line 5: Column 'Number': the number is there already, in $name, line 2*"
    }

    It 'goes on with the good rows where that is asked for' {
        @('Number,InboundAgents', "$number,agent_night", "$other,agent night") | Set-Content -LiteralPath $file -Encoding UTF8
        (Import-UponAiNumberAssignment -Path $file -SkipInvalid -ErrorAction SilentlyContinue).Number | Should -Be $number
    }

    It 'leaves alone the columns that are named as somebody else''s' {
        @('Number,InboundAgents,Site,Owner', "$number,agent_night,Harbour,Ann") | Set-Content -LiteralPath $file -Encoding UTF8
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } | Should -Throw "*'Site'*-IgnoreColumn*" -ErrorId 'UponAi.InvalidPlan,*'
        (Import-UponAiNumberAssignment -Path $file -IgnoreColumn Site, Owner).Number | Should -Be $number
    }

    It 'can be compared, set and cleared' {
        @('Number,InboundAgents', "$number,agent_night", "$other,agent_sales") | Set-Content -LiteralPath $file -Encoding UTF8
        (Import-UponAiNumberAssignment -Path $file | Compare-UponAiNumberAssignment).Status | Should -Be 'Changed', 'Changed'
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 2
        (Import-UponAiNumberAssignment -Path $file | Compare-UponAiNumberAssignment).Status | Should -Be 'Unchanged', 'Unchanged'
        Import-UponAiNumberAssignment -Path $file | Clear-UponAiNumberAssignment -Inbound -Confirm:$false | Should -HaveCount 2
        (Get-Binding $sandbox $other).Inbound | Should -BeNullOrEmpty
    }

    It 'takes files from Get-ChildItem, and a name with brackets in it' {
        $folder = New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid()))
        $odd = Join-Path -Path $folder -ChildPath 'plan [1].csv'
        [IO.File]::WriteAllLines($odd, [string[]] @('Number', $number))
        [IO.File]::WriteAllLines((Join-Path -Path $folder -ChildPath 'plan 2.tsv'), [string[]] @("Number`tInboundAgents", "$other`tagent_sales"))
        (Get-ChildItem -LiteralPath $folder | Import-UponAiNumberAssignment).Number | Sort-Object | Should -Be $number, $other
        (Import-UponAiNumberAssignment -LiteralPath $odd).Number | Should -Be $number
        (Import-UponAiNumberAssignment -Path (Join-Path -Path $folder -ChildPath '*.tsv')).File | Should -BeLike '*plan 2.tsv'
    }

    It 'reads what ConvertTo-Json makes of phone numbers, and of its own rows' {
        $json = [IO.Path]::ChangeExtension($file, 'json')
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales' | ConvertTo-Json -Depth 4 | Set-Content -LiteralPath $json -Encoding UTF8
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
        foreach ($encoding in (New-Object -TypeName Text.UTF8Encoding -ArgumentList $true), (New-Object -TypeName Text.UTF8Encoding -ArgumentList $false), [Text.Encoding]::Unicode) {
            [IO.File]::WriteAllText($file, $text, $encoding)
            (Import-UponAiNumberAssignment -Path $file).AccountSid | Should -Be "Z$([char] 0xFC)rich"
        }
        [IO.File]::WriteAllText($file, $text, [Text.Encoding]::GetEncoding('iso-8859-1'))
        { Import-UponAiNumberAssignment -Path $file -ErrorAction Stop } | Should -Throw '*line 2: The text is not UTF-8 (byte 0xFC)*'
    }
}
