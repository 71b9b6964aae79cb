. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Export-UponAiNumberAssignment' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number = Get-FreeNumber $sandbox
    }

    It 'writes a backup that restores, in <_>' -ForEach 'csv', 'json' {
        $file = [IO.Path]::ChangeExtension($file, $_)
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' -InboundWebhookUrl 'https://hooks.example.com/in' |
            Export-UponAiNumberAssignment -Path $file
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent agent_sales -InboundWebhookUrl none -TimeRouting $true | Out-Null
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 1
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeFalse
    }

    It 'writes CSV that Import-Csv reads and Set-UponAiNumberAssignment takes' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_sales@2 | Export-UponAiNumberAssignment -Path $file
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent agent_night | Out-Null
        $row = Import-Csv -LiteralPath $file
        $row.Number | Should -Be "'$number"
        ($row | Set-UponAiNumberAssignment).Number | Should -Be $number
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales@2=1'
        (Get-Binding $sandbox $number).Outbound | Should -BeNullOrEmpty
    }

    It 'does not replace a file unless told to' {
        'mine' | Set-Content -LiteralPath $file
        { @{ Number = $number } | Export-UponAiNumberAssignment -Path $file } | Should -Throw '*it exists*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
        (@{ Number = $number } | Export-UponAiNumberAssignment -Path $file -Force -PassThru).FullName | Should -Be (Get-Item -LiteralPath $file).FullName
        (Import-UponAiNumberAssignment -Path $file).Number | Should -Be $number
    }

    It 'writes nothing with -WhatIf, and nothing while a row is bad' {
        @{ Number = $number } | Export-UponAiNumberAssignment -Path $file -WhatIf
        { @{ Number = $number; InboundAgent = 'agent a' } | Export-UponAiNumberAssignment -Path $file -ErrorAction SilentlyContinue } | Should -Throw '*was not written*'
        Test-Path -LiteralPath $file | Should -BeFalse
        Get-ChildItem -LiteralPath $TestDrive -Filter "*$(Split-Path -Path $file -Leaf)*" -Force | Should -BeNullOrEmpty
    }

    It 'takes the rows of Import-Csv' {
        @('Number,InboundAgent,Site', "$number,agent_night,Harbour") | Set-Content -LiteralPath $file -Encoding UTF8
        Import-Csv -LiteralPath $file | Export-UponAiNumberAssignment -Path $file -Force
        (Import-UponAiNumberAssignment -Path $file).InboundAgents | Should -Be 'agent_night'
    }
}
