BeforeDiscovery {
    $readme = [IO.File]::ReadAllText([IO.Path]::Combine($PSScriptRoot, '..', '..', 'README.md')).Replace("`r`n", "`n")
    # The output after its block, without the summary, which has the time of the run. A long error is cut off.
    $output = [regex]::Match($readme, '(?s)```\n(\+.*?)[^\n]+ rows/s\.\n```').Groups[1].Value -split "`n" |
        Where-Object { $_ } |
        ForEach-Object { $_.TrimEnd(' ', [char] 0x2026) }
    $blocks = [regex]::Matches($readme, '(?s)```powershell\n(.*?)```') | ForEach-Object {
        # The module is built and imported already.
        $code = ($_.Groups[1].Value -split "`n" | Where-Object {
            $_ -notlike './build.ps1*' -and $_ -notlike 'Import-Module ./out/*'
        }) -join "`n"
        $shown = @(if ($code -like '*Compare-*') { $output })
        @{ title = ($code.Trim() -split "`n")[0]; code = $code; shown = $shown }
    }
    if (-not $blocks.shown) { throw 'No block of README.md has an output to compare.' }
}

. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

# The blocks run in order. Read-Host has a stand-in. This PowerShell is not interactive, so another question fails a
# block that does not say that its command asks.
Describe 'README.md' {
    BeforeAll { Push-Location -LiteralPath $TestDrive }

    AfterAll { Pop-Location }

    It 'runs: <title>' -ForEach $blocks {
        Mock -CommandName Read-Host -MockWith { Get-Secret $sandbox.Token }
        if ($code -like '*; asks first*') { $ConfirmPreference = 'None' }
        $environment = @{
            UPONAI_TOKEN        = $sandbox.Token
            UPONAI_ACCOUNT_SID  = $sandbox.AccountSid
            UPONAI_WORKSPACE_ID = "$($sandbox.WorkspaceId)"
            UPONAI_BASE_URI     = $sandbox.BaseUri
        }
        $records = Use-UponAiEnvironment $environment { & ([scriptblock]::Create($code)) 2>&1 3> $null 6> $null }
        $problems, $results = $records.Where({ $_ -is [Management.Automation.ErrorRecord] }, 'Split')
        $errors = @($problems | ForEach-Object { "$($_.InvocationInfo.MyCommand): $_" })
        foreach ($line in $errors) { $shown | Where-Object { $line.StartsWith($_) } | Should -HaveCount 1 }
        $views = $results | Group-Object { $_.GetType() } | ForEach-Object { $_.Group | Out-String -Width 80 }
        $lines = $errors + ($views -split '\r?\n')
        foreach ($line in $shown) {
            $lines | Where-Object { $_.StartsWith($line) } | Should -Not -BeNullOrEmpty -Because $line
        }
    }
}
