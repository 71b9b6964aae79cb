. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Export-UponAiNumberAssignment' {
    BeforeEach {
        $file = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        $number = Get-FreeNumber $sandbox
    }

    It 'writes a backup that restores, in <_>' -ForEach 'csv', 'json' {
        $file = [IO.Path]::ChangeExtension($file, $_)
        Set-UponAiNumberAssignment -Number $number -InboundAgent 'agent_reception@3=90%;agent_sales=10%' `
            -InboundWebhookUrl 'https://hooks.example.com/in' |
            Export-UponAiNumberAssignment -Path $file
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_night -OutboundAgent agent_sales `
            -InboundWebhookUrl none -TimeRouting $true | Out-Null
        Import-UponAiNumberAssignment -Path $file | Set-UponAiNumberAssignment | Should -HaveCount 1
        $bound = Get-Binding $sandbox $number
        $bound.Inbound | Should -Be 'agent_reception@3=0.9;agent_sales=0.1'
        $bound.Outbound | Should -BeNullOrEmpty
        $bound.Webhook | Should -Be 'https://hooks.example.com/in'
        $bound.TimeRouting | Should -BeFalse
    }

    It 'writes CSV that Import-Csv reads and Set-UponAiNumberAssignment takes' {
        Set-UponAiNumberAssignment -Number $number -InboundAgent agent_sales@2 |
            Export-UponAiNumberAssignment -Path $file
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
        (@{ Number = $number } | Export-UponAiNumberAssignment -Path $file -Force -PassThru).FullName |
            Should -Be (Get-Item -LiteralPath $file).FullName
        (Import-UponAiNumberAssignment -Path $file).Number | Should -Be $number
    }

    It 'writes nothing with -WhatIf, and nothing while a row is bad' {
        @{ Number = $number } | Export-UponAiNumberAssignment -Path $file -WhatIf
        {
            @{ Number = $number; InboundAgent = 'agent a' } |
                Export-UponAiNumberAssignment -Path $file -ErrorAction SilentlyContinue
        } | Should -Throw '*was not written*'
        Test-Path -LiteralPath $file | Should -BeFalse
        Get-ChildItem -LiteralPath $TestDrive -Filter "*$(Split-Path -Path $file -Leaf)*" -Force | Should -BeNullOrEmpty
    }

    It 'takes the rows of Import-Csv' {
        @('Number,InboundAgent,Site', "$number,agent_night,Harbour") | Set-Content -LiteralPath $file -Encoding UTF8
        Import-Csv -LiteralPath $file | Export-UponAiNumberAssignment -Path $file -Force
        (Import-UponAiNumberAssignment -Path $file).InboundAgents | Should -Be 'agent_night'
    }

    It 'never replaces a file when no row comes' {
        'mine' | Set-Content -LiteralPath $file
        { Get-UponAiNumber -AgentId agent_nobody | Export-UponAiNumberAssignment -Path $file -Force } |
            Should -Throw '*the pipeline has no rows*' -ErrorId 'UponAi.PlanNotWritten,*'
        { @() | Export-UponAiNumberAssignment -Path $file -Force } | Should -Throw -ErrorId 'UponAi.PlanNotWritten,*'
        Get-Content -LiteralPath $file | Should -Be 'mine'
    }

    It 'writes to the file that a link leads to' -Skip:(-not ($IsLinux -or $IsMacOS)) {
        $folder = New-Item -ItemType Directory -Path (Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid()))
        $target = Join-Path -Path $folder -ChildPath 'backup-1.csv'
        'yesterday' | Set-Content -LiteralPath $target
        $link = Join-Path -Path $folder -ChildPath 'current.csv'
        $null = New-Item -ItemType SymbolicLink -Path $link -Target 'backup-1.csv'
        @{ Number = $number; InboundAgents = 'agent_sales' } | Export-UponAiNumberAssignment -Path $link -Force
        (Get-Item -LiteralPath $link).Target | Should -Be 'backup-1.csv'
        (Import-UponAiNumberAssignment -LiteralPath $target).Number | Should -Be $number
    }

    It 'refuses what is no regular file, also behind a link' -Skip:(-not ($IsLinux -or $IsMacOS)) {
        $pipe = Join-Path -Path $TestDrive -ChildPath "$([guid]::NewGuid()).csv"
        mkfifo $pipe
        $link = "$pipe.link.csv"
        $null = New-Item -ItemType SymbolicLink -Path $link -Target $pipe
        foreach ($path in $pipe, $link) {
            { @{ Number = $number } | Export-UponAiNumberAssignment -Path $path -Force } |
                Should -Throw '*is not a regular file*' -ErrorId 'UponAi.PlanNotWritten,*'
        }
        (Get-Item -LiteralPath $pipe).UnixStat.ItemType | Should -Be 'NamedPipe'
    }
}
