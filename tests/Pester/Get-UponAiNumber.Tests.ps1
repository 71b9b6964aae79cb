. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Get-UponAiNumber' {
    It 'lists the account, whatever the workspace of the connection' {
        (Get-UponAiNumber).Count | Should -Be 219
        (Get-UponAiNumber -WorkspaceId 2).Number |
            Should -Be '+14155550110', '+14155550111', '+14155550112', '+14155550113', '201'
    }

    It 'takes numbers and wildcards, given and piped' {
        (Get-UponAiNumber '+1415555010[0-2]').Number | Should -Be '+14155550100', '+14155550101', '+14155550102'
        ('201', '+14155550119' | Get-UponAiNumber).Number | Should -Be '+14155550119', '201'
    }

    It 'finds the numbers of an agent' {
        (Get-UponAiNumber '+1415*' -AgentId agent_sales).Number |
            Should -Be '+14155550100', '+14155550102', '+14155550111'
    }

    It 'names a number that is not there' {
        Get-UponAiNumber 999 -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -BeLike 'UponAi.NotFound,*'
        $problems.Exception.Message | Should -BeLike '*has no number 999.*'
        $problems.TargetObject | Should -Be '999'
    }
}

Describe 'Numbers that were listed' {
    BeforeAll {
        # Returns the list of the sandbox, byte for byte, without the module.
        function Get-State {
            (Invoke-WebRequest -UseBasicParsing -Uri "$($sandbox.BaseUri)api/numbers/$($sandbox.AccountSid)" -Headers @{
                Authorization = "Bearer $($sandbox.Token)"
            }).Content
        }
    }

    It 'restore the account after <form>' -ForEach @(
        @{ form = 'nothing at all'; keep = { $all } }
        @{ form = 'Clixml'; keep = { $all | Export-Clixml -LiteralPath $file; Import-Clixml -LiteralPath $file } }
        @{ form = 'JSON'; keep = { ConvertTo-Json -InputObject $all -Depth 5 | ConvertFrom-Json } }
        @{
            form = 'JSON of the default depth'
            keep = { $all | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json }
        }
        @{
            form = 'CSV'
            keep = { $all | Export-Csv -LiteralPath $file -NoTypeInformation; Import-Csv -LiteralPath $file }
        }
        @{
            form = 'a job'
            keep = { Start-Job -ScriptBlock { $input } -InputObject $all | Receive-Job -Wait -AutoRemoveJob }
        }
    ) {
        $file = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $before = Get-State
        $all = Get-UponAiNumber '+1415*', '101', '0102', '201'
        $kept = & $keep
        foreach ($workspace in 1, 2) {
            $all.Number |
                Set-UponAiNumberAssignment -WorkspaceId $workspace -InboundAgent 'agent_night=70%;agent_sales@1' `
                    -OutboundAgent agent_night@0 `
                -InboundWebhookUrl 'https://hooks.example.com/other' -TimeRouting $true -ErrorAction SilentlyContinue |
                Out-Null
        }
        Get-State | Should -Not -Be $before
        ($kept | Set-UponAiNumberAssignment).Count | Should -Be $all.Count
        Get-State | Should -Be $before
    }
}

Describe '-Debug' {
    It 'shows the exchanges of <command>, and asks nothing' -ForEach @(
        @{ command = 'Get-UponAiNumber 101' }
        @{ command = 'Set-UponAiNumberAssignment 101 agent_night' }
    ) {
        if ($PSVersionTable.PSVersion.Major -lt 7) {
            Set-ItResult -Skipped -Because 'Windows PowerShell asks at each debug message'
        }
        $streams = Use-UponAiEnvironment @{
            UPONAI_TOKEN        = $sandbox.Token
            UPONAI_ACCOUNT_SID  = $sandbox.AccountSid
            UPONAI_WORKSPACE_ID = '1'
            UPONAI_BASE_URI     = $sandbox.BaseUri
        } {
            "Import-Module '$BuiltManifest'; $command -Debug" | Set-Content -Path 'TestDrive:/debug.ps1'
            Invoke-ShellFile (Get-Item -Path 'TestDrive:/debug.ps1').FullName
        }

        $streams | Should -Match 'DEBUG: (GET|PUT) http'
        $streams | Should -Match 'HTTP/1.1 200'
        $streams | Should -Not -Match 'NonInteractive'
        $streams | Should -Not -Match $sandbox.Token
    }
}

Describe 'Get-UponAiWorkspace' {
    It 'lists the workspaces of the token' {
        (Get-UponAiWorkspace | ForEach-Object { "$_ $($_.Name)" }) | Should -Be '1 Main', '2 Branch office'
        (Get-UponAiWorkspace -Name Branch*).WorkspaceId | Should -Be 2
        (Get-UponAiWorkspace 1).Name | Should -Be 'Main'
    }

    It 'names a workspace that the token does not have' {
        { Get-UponAiWorkspace 99 -ErrorAction Stop } |
            Should -Throw -ErrorId 'UponAi.NotFound,UponAi.PowerShell.Commands.GetUponAiWorkspaceCommand'
    }
}

Describe 'Test-UponAiConnection' {
    It 'says that everything works' {
        $test = Test-UponAiConnection
        $test.IsSuccess | Should -BeTrue
        "$($test.Token) $($test.Account) $($test.Workspace)" | Should -Be 'Passed Passed Passed'
        $test.BaseUri | Should -Be $sandbox.BaseUri
        $test.Problems | Should -BeNullOrEmpty
        Test-UponAiConnection -Quiet | Should -BeTrue
    }

    It 'says <what>' -ForEach @(
        @{
            what    = 'that the token is refused'
            change  = @{ Token = 'another-token' }
            states  = 'Failed Unknown Unknown'
            problem = '*refused the token*'
        }
        @{
            what    = 'that the account belongs to somebody else'
            change  = @{ AccountSid = 'AC-other' }
            states  = 'Passed Failed Passed'
            problem = '*AC-other*'
        }
        @{
            what    = 'that there is no such workspace'
            change  = @{ WorkspaceId = 99 }
            states  = 'Passed Passed Failed'
            problem = '*workspace 99*'
        }
    ) {
        $settings = @{ Token = $sandbox.Token; AccountSid = $sandbox.AccountSid; WorkspaceId = $sandbox.WorkspaceId }
        foreach ($name in $change.Keys) { $settings[$name] = $change[$name] }
        $settings.Token = Get-Secret $settings.Token
        try {
            $connection = Connect-UponAi @settings -BaseUri $sandbox.BaseUri -PassThru
            $test = Test-UponAiConnection -Connection $connection
            $quiet = Test-UponAiConnection -Connection $connection -Quiet
        } finally {
            Connect-Sandbox $sandbox
        }

        "$($test.Token) $($test.Account) $($test.Workspace)" | Should -Be $states
        "$($test.Problems)" | Should -BeLike $problem
        $test.IsSuccess | Should -BeFalse
        $quiet | Should -BeFalse
    }

    It 'throws nothing where nothing answers, and nothing without a connection' {
        $connection = Connect-UponAi -Token (Get-Secret 'a-token-of-its-own') -AccountSid AC1 -WorkspaceId 1 `
            -BaseUri 'http://127.0.0.1:9' -MaximumRetryCount 0 -PassThru
        try {
            $test = Test-UponAiConnection -Connection $connection -ErrorAction Stop
            Disconnect-UponAi
            $none = Test-UponAiConnection -ErrorAction Stop
        } finally {
            Connect-Sandbox $sandbox
        }

        $test.IsSuccess, $none.IsSuccess | Should -Be $false, $false
        "$($test.Problems)" | Should -BeLike '*127.0.0.1:9*'
        "$($none.Problems)" | Should -BeLike '*Connect-UponAi*'
    }
}

Describe 'Get-UponAiAgent' {
    It 'shows each agent in its latest version' {
        (Get-UponAiAgent | ForEach-Object { "$_" }) |
            Should -Be 'agent_night@0', 'agent_reception@3', 'agent_sales@2', 'agent_support@4'
        (Get-UponAiAgent -Name s*).Name | Should -Be 'Sales', 'Support'
    }

    It 'shows when versions were changed' {
        $versions = Get-UponAiAgent agent_sales -AllVersions
        $versions.AgentVersion | Should -Be 0, 1, 2
        $versions[0].UpdatedAt | Should -BeOfType DateTimeOffset
    }

    It 'is assigned in the version that is shown, after <form> too' -ForEach @(
        @{ form = 'nothing'; keep = { $_ } }
        @{ form = 'Clixml'; keep = { $_ | Export-Clixml -LiteralPath $file; Import-Clixml -LiteralPath $file } }
        @{ form = 'JSON'; keep = { $_ | ConvertTo-Json | ConvertFrom-Json } }
        @{
            form = 'CSV'
            keep = { $_ | Export-Csv -LiteralPath $file -NoTypeInformation; Import-Csv -LiteralPath $file }
        }
    ) {
        $file = Join-Path -Path $TestDrive -ChildPath ([guid]::NewGuid())
        $number = Get-FreeNumber $sandbox
        Get-UponAiAgent agent_sales | ForEach-Object $keep | Set-UponAiNumberAssignment -Number $number | Out-Null
        (Get-Binding $sandbox $number).Inbound | Should -Be 'agent_sales@2=1'
    }
}
