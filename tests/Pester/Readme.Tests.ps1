BeforeDiscovery {
    $readme = [IO.File]::ReadAllText([IO.Path]::Combine($PSScriptRoot, '..', '..', 'README.md')).Replace("`r`n", "`n")
    $blocks = [regex]::Matches($readme, '(?s)```powershell\n(.*?)```') | ForEach-Object {
        # The module is built and imported already.
        $code = ($_.Groups[1].Value -split "`n" | Where-Object {
            $_ -notlike './build.ps1*' -and $_ -notlike 'Import-Module ./out/*'
        }) -join "`n"
        @{ title = ($code.Trim() -split "`n")[0]; code = $code }
    }
}

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

# Read-Host has a stand-in. This PowerShell is not interactive, so another question fails a block that does not say that
# its command asks.
Describe 'README.md' {
    BeforeAll {
        Push-Location -LiteralPath $TestDrive
        Set-Content -Path plan.csv -Value 'Number,InboundAgents', '+14155550103,agent_sales', '+14155550104,agent_night'
    }

    AfterAll { Pop-Location }

    It 'runs: <title>' -ForEach $blocks {
        Mock -CommandName Read-Host -MockWith { Get-Secret $sandbox.Token }
        if ($code -like '*; asks first*') { $ConfirmPreference = 'None' }
        $ErrorActionPreference = 'Stop'
        $environment = @{
            UPONAI_TOKEN        = $sandbox.Token
            UPONAI_ACCOUNT_SID  = $sandbox.AccountSid
            UPONAI_WORKSPACE_ID = "$($sandbox.WorkspaceId)"
            UPONAI_BASE_URI     = $sandbox.BaseUri
        }
        { Use-UponAiEnvironment $environment { & ([scriptblock]::Create($code)) 3> $null 6> $null | Out-Null } } |
            Should -Not -Throw
    }
}
