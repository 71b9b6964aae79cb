BeforeDiscovery {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
    $examples = foreach ($command in Get-Command -Module UponAi) {
        foreach ($example in (Get-Help -Name $command.Name).examples.example) {
            # Windows PowerShell has no such parameter.
            $isParallel = $example.code -like '*ForEach-Object -Parallel*'
            if ($isParallel -and $PSVersionTable.PSVersion.Major -lt 7) { continue }
            $asks = "$($example.remarks.Text)" -like 'Asks first.*'
            @{ command = $command.Name; title = $example.title.Trim('- '); code = $example.code; asks = $asks }
        }
    }
    $topics = foreach ($topic in 'about_UponAi', 'about_UponAi_Bulk', 'about_UponAi_Journal', 'about_UponAi_Security') {
        $lines = (Get-Help -Name $topic | Out-String) -split '\r?\n' | Where-Object { $_ -match '^ +PS> ' }
        @{ command = $topic; title = 'All'; code = ($lines -replace '^ +PS> ') -join "`n"; asks = $false }
    }
}

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Get-Help' {
    It 'shows the examples of <_>' -ForEach @(Get-Command -Module UponAi).Name {
        $shown = Get-Help -Name $_ -Examples | Out-String -Width 120
        $shown | Should -BeLike '*---------- Example 1: *'
        $shown | Should -BeLike '*---------- Example 3: *'
    }

    It 'says all of <_>: what it is for, its parameters, what goes in and what comes out' `
        -ForEach @(Get-Command -Module UponAi).Name {
        $help = Get-Help -Name $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $common = [Management.Automation.PSCmdlet]::CommonParameters +
            [Management.Automation.PSCmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command -Name $_).Parameters.Keys | Where-Object { $_ -notin $common }) {
            "$((Get-Help -Name $help.Name -Parameter $parameter).description.Text)".Length |
                Should -BeGreaterThan 10 -Because "-$parameter is one"
        }
        @($help.relatedLinks.navigationLink.uri)[0] | Should -BeLike "https://*/docs/commands/$_.md"
        $shown = $help | Out-String -Width 120
        foreach ($heading in 'SYNTAX', 'PARAMETERS', 'INPUTS', 'OUTPUTS') { $shown | Should -BeLike "*$heading*" }
    }

    It 'is what <_> -? shows' -ForEach @(Get-Command -Module UponAi).Name {
        & $_ -? | Out-String -Width 120 | Should -BeLike "*$_*"
    }

    It 'shows an example as its title, its code and its remark' {
        $examples = Get-Help -Name Set-UponAiNumberAssignment -Examples | Out-String -Width 120
        $shown = $examples -replace '(?m)^ +| +(?=\r?$)' -split '\r?\n'
        $first = [array]::IndexOf($shown, '---------- Example 1: Let an agent take the calls of a number ----------')
        $shown[($first + 1)..($first + 6)] | Should -Be @(
            ''
            "Set-UponAiNumberAssignment '+14155550103' agent_reception"
            ''
            'The latest version of the agent takes the calls. The outbound agents do not change.'
            ''
            '---------- Example 2: Split the calls between two agents ----------'
        )
    }

    It 'has <name>, with <part>' -ForEach @(
        @{ name = 'about_UponAi'; part = 'agent_a@3=90%;agent_b=10%' }
        @{ name = 'about_UponAi_Bulk'; part = '-JournalPath names a file' }
        @{ name = 'about_UponAi_Journal'; part = 'The X-Request-Id or Request-Id header' }
        @{ name = 'about_UponAi_Security'; part = 'The token can change every phone line of an account.' }
    ) {
        $shown = Get-Help -Name $name | Out-String
        $shown | Should -BeLike "*$name*SHORT DESCRIPTION*"
        $shown.Contains($part) | Should -BeTrue
    }

    It 'finds the topics by the beginning of their names' {
        @(Get-Help -Name about_UponAi*).Name | Sort-Object |
            Should -Be 'about_UponAi', 'about_UponAi_Bulk', 'about_UponAi_Journal', 'about_UponAi_Security'
    }
}

# The examples run in one folder, each with its own connection. Read-Host and Get-Credential have stand-ins. Another
# question is an error, because this PowerShell is not interactive, unless the example says that it asks.
Describe 'The example' {
    BeforeAll {
        $environment = @{
            UPONAI_TOKEN        = $sandbox.Token
            UPONAI_ACCOUNT_SID  = $sandbox.AccountSid
            UPONAI_WORKSPACE_ID = "$($sandbox.WorkspaceId)"
            UPONAI_BASE_URI     = $sandbox.BaseUri
        }
        $modulePath = $env:PSModulePath
        # Further runspaces find the module as they do where it is installed.
        $env:PSModulePath = [IO.Path]::GetDirectoryName([IO.Path]::GetDirectoryName($BuiltManifest)) +
            [IO.Path]::PathSeparator + $modulePath
        # As an item, because the analyzer wants a function with such a name to ask first.
        Set-Item -Path function:Get-AutomationPSCredential -Value { Get-Credential }
        Push-Location -LiteralPath $TestDrive
        @'
Number,InboundAgents
+14155550103,agent_sales
+14155550104,agent_night
'@ | Set-Content -Path plan.csv
    }

    AfterAll {
        Disconnect-UponAi
        Pop-Location
        $env:PSModulePath = $modulePath
    }

    It '<title> of <command> runs' -ForEach ($examples + $topics) {
        Mock -CommandName Read-Host -MockWith { Get-Secret $sandbox.Token }
        Mock -CommandName Get-Credential -MockWith {
            New-Object -TypeName Management.Automation.PSCredential -ArgumentList 'token', (Get-Secret $sandbox.Token)
        }
        $salesToken = Get-Secret $sandbox.Token
        $supportToken = Get-Secret "$($sandbox.Token)-other"
        if ($asks) { $ConfirmPreference = 'None' }
        $ErrorActionPreference = 'Stop'
        if ($code -match '(Get-UponAiJournal|Restore-UponAiNumberAssignment|Get-Content) plan\.jsonl') {
            Remove-Item -Path plan.jsonl -ErrorAction Ignore
            Use-UponAiEnvironment $environment {
                Import-Csv -Path plan.csv | Set-UponAiNumberAssignment -JournalPath plan.jsonl | Out-Null
            }
        }
        Use-UponAiEnvironment $environment { & ([scriptblock]::Create($code)) 3> $null 6> $null | Out-Null }
        $salesToken, $supportToken | Should -Not -BeNullOrEmpty
    }

    It 'of <command> sends a failed row once more' -ForEach @(
        $topics | Where-Object { $_.command -eq 'about_UponAi' }
    ) {
        Add-Content -Path plan.csv -Value '+14155550188,agent_sales'
        $problems = Use-UponAiEnvironment $environment {
            & ([scriptblock]::Create($code)) 2>&1 3> $null 6> $null |
                Where-Object { $_ -is [Management.Automation.ErrorRecord] }
        }
        @($problems.FullyQualifiedErrorId -like 'UponAi.NotFound,*') | Should -HaveCount 2
    }
}
