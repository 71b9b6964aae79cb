BeforeDiscovery {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
    $examples = foreach ($command in Get-Command -Module UponAi) {
        foreach ($example in (Get-Help -Name $command.Name).examples.example) {
            # Windows PowerShell has no such parameter.
            if ($PSVersionTable.PSVersion.Major -lt 7 -and $example.code -like '*ForEach-Object -Parallel*') { continue }
            @{ command = $command.Name; title = $example.title.Trim('- '); code = $example.code }
        }
    }
}

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'Get-Help' {
    It 'shows the examples of <_>' -ForEach @(Get-Command -Module UponAi).Name {
        $shown = Get-Help -Name $_ -Examples | Out-String -Width 120
        $shown | Should -BeLike '*---------- Example 1: *'
        $shown | Should -BeLike '*---------- Example 3: *'
    }

    It 'says all of <_>: what it is for, its parameters, what goes in and what comes out' -ForEach @(Get-Command -Module UponAi).Name {
        $help = Get-Help -Name $_ -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $common = [Management.Automation.PSCmdlet]::CommonParameters + [Management.Automation.PSCmdlet]::OptionalCommonParameters
        foreach ($parameter in (Get-Command -Name $_).Parameters.Keys | Where-Object { $_ -notin $common }) {
            "$((Get-Help -Name $help.Name -Parameter $parameter).description.Text)" | Should -Not -BeNullOrEmpty -Because "-$parameter is one"
        }
        $shown = $help | Out-String -Width 120
        foreach ($heading in 'SYNTAX', 'PARAMETERS', 'INPUTS', 'OUTPUTS') { $shown | Should -BeLike "*$heading*" }
    }

    It 'is what <_> -? shows' -ForEach @(Get-Command -Module UponAi).Name {
        & $_ -? | Out-String -Width 120 | Should -BeLike "*$_*"
    }

    It 'has <_>' -ForEach 'about_UponAi', 'about_UponAi_Bulk', 'about_UponAi_Security' {
        Get-Help -Name $_ | Out-String | Should -BeLike "*$_*SHORT DESCRIPTION*"
    }
}

# Each in a folder and with a connection of its own. What needs a person has a stand-in.
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
        $env:PSModulePath = [IO.Path]::GetDirectoryName([IO.Path]::GetDirectoryName($BuiltManifest)) + [IO.Path]::PathSeparator + $modulePath
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

    It '<title> of <command> runs' -ForEach $examples {
        Mock -CommandName Read-Host -MockWith { Get-Secret $sandbox.Token }
        Mock -CommandName Get-Credential -MockWith { New-Object -TypeName Management.Automation.PSCredential -ArgumentList 'token', (Get-Secret $sandbox.Token) }
        $salesToken = Get-Secret $sandbox.Token
        $supportToken = Get-Secret "$($sandbox.Token)-other"
        $ConfirmPreference = 'None'
        $ErrorActionPreference = 'Stop'
        Use-UponAiEnvironment $environment { & ([scriptblock]::Create($code)) 3> $null 6> $null | Out-Null }
        $salesToken, $supportToken | Should -Not -BeNullOrEmpty
    }
}
