. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'examples/quickstart.ps1' {
    BeforeAll {
        $script = [IO.Path]::Combine($Examples, 'quickstart.ps1')
        $output = & $script -ErrorAction SilentlyContinue -ErrorVariable problems
        $fromCsv = @($output | Where-Object { $_ -is [UponAi.PhoneNumber] })
    }

    It 'assigns the good rows of its CSV, the split and the cleared number' {
        $fromCsv.Number | Should -Be '+14155550103', '+14155550104', '+14155550106', '0102', '+14155550101'
        $output | Should -Contain '   +14155550108 now reaches agent_reception@3 90%, agent_sales 10%.'
        $output | Should -Contain '   +14155550108 now has 0 inbound and 0 outbound agents.'
        (Get-Binding $sandbox '+14155550104').Inbound | Should -Be 'agent_reception@2=0.9;agent_sales=0.1'
        (Get-Binding $sandbox '+14155550101').Webhook | Should -BeNullOrEmpty
        (Get-Binding $sandbox '+14155550108').Inbound | Should -BeNullOrEmpty
    }

    It 'meets its two errors, and names their rows' {
        @($problems.FullyQualifiedErrorId -replace ',.*' | Sort-Object -Unique) |
            Should -Be 'UponAi.InvalidAgentSplit', 'UponAi.NotFound'
        $output | Should -Contain '   +14155550107, Split that does not total 100 %: UponAi.InvalidAgentSplit'
        $output | Should -Contain '   +14155550188, Number that the account does not have: UponAi.NotFound'
    }

    It 'runs in a shell of its own by the environment that the sandbox prints' {
        $said = Invoke-NewShell {
            param($Manifest, $Script, $BaseUri, $Token, $AccountSid)
            $env:UPONAI_BASE_URI = $BaseUri
            $env:UPONAI_TOKEN = $Token
            $env:UPONAI_ACCOUNT_SID = $AccountSid
            $env:UPONAI_WORKSPACE_ID = '1'
            Import-Module -Name $Manifest
            & $Script -ErrorAction SilentlyContinue | Out-String -Width 120
        } $BuiltManifest, $script, $sandbox.BaseUri, $sandbox.Token, $sandbox.AccountSid | Out-String
        $said | Should -BeLike '*What if: *on target "+14155550103"*'
        $said | Should -BeLike '*agent_reception@3 90%, agent_sales 10%*'
        $said | Should -Not -BeLike "*$($sandbox.Token)*"
    }
}

Describe 'examples/quickstart.ps1, away from the sandbox' {
    It 'refuses a connection to a platform that is not on loopback' {
        Connect-UponAi -Token (Get-Secret 'any') -AccountSid any -WorkspaceId 1 -BaseUri 'https://app.example.com/'
        { & ([IO.Path]::Combine($Examples, 'quickstart.ps1')) } |
            Should -Throw -ExpectedMessage '*made for the sandbox*'
    }
}
