. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'A connection' {
    It 'gives programs that are started from here nothing' {
        $said = Invoke-NewShell { [Environment]::GetEnvironmentVariables().Values } | Out-String
        $said.Contains($sandbox.Token) | Should -BeFalse
    }

    It 'comes back from <form> without what it could ask the platform with' -ForEach @(
        @{
            form    = 'Clixml'
            id      = 'ParameterArgumentTransformationError'
            through = {
                $_ | Export-Clixml -LiteralPath "$TestDrive/connection.xml" -Depth 8
                Import-Clixml -LiteralPath "$TestDrive/connection.xml"
            }
        }
        @{
            form    = 'JSON'
            id      = 'CannotConvertArgumentNoMessage'
            through = { $_ | ConvertTo-Json -Depth 8 | ConvertFrom-Json }
        }
        @{
            form    = 'a job'
            id      = 'ParameterArgumentTransformationError'
            through = { Start-Job -ScriptBlock { $input } -InputObject $_ | Receive-Job -Wait -AutoRemoveJob }
        }
    ) {
        $back = Get-UponAiConnection | ForEach-Object $through
        $back.AccountSid | Should -Be $sandbox.AccountSid
        { Get-UponAiNumber -Connection $back } | Should -Throw -ErrorId "$id*"
    }
}

Describe 'Journals and plans' {
    BeforeEach {
        if ($env:OS -eq 'Windows_NT') { Set-ItResult -Skipped -Because 'Windows has folders'' permissions instead' }
        $folder = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $null = New-Item -ItemType Directory -Path $folder
        $journal, $csv, $json = 'run.jsonl', 'plan.csv', 'plan.json' |
            ForEach-Object { Join-Path -Path $folder -ChildPath $_ }

        function Get-Mode([string[]] $Path) { (Get-Item -LiteralPath $Path).UnixMode }
        function Write-All {
            Set-UponAiNumberAssignment -Number 101 -InboundAgent agent_night -JournalPath $journal |
                Export-UponAiNumberAssignment -Path $csv -Force
            Get-UponAiNumber 101 | Export-UponAiNumberAssignment -Path $json -Force
        }
    }

    It 'are made for their owner alone' {
        Write-All
        Get-Mode $journal, $csv, $json | Should -Be '-rw-------', '-rw-------', '-rw-------'
    }

    It 'replace a plan that others could read by one that they cannot, and leave a journal what it was given' {
        foreach ($path in $journal, $csv, $json) { $null = New-Item -ItemType File -Path $path }
        & chmod 664 $journal $csv $json
        Write-All
        Get-Mode $journal, $csv, $json | Should -Be '-rw-rw-r--', '-rw-------', '-rw-------'
    }
}
