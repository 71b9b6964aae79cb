. ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Connected.ps1'))

Describe 'A pipeline that ends early' {
    BeforeAll {
        $plan = Join-Path -Path $TestDrive -ChildPath 'plan.csv'
        @('Number,InboundAgents') + (1..20 | ForEach-Object { "$(Get-FreeNumber $sandbox),agent_night" }) |
            Set-Content -LiteralPath $plan
    }

    It 'leaves the session as it was, after <case>' -ForEach @(
        @{ case = 'Get-UponAiNumber'; script = { Get-UponAiNumber } }
        @{ case = 'Get-UponAiAgent'; script = { Get-UponAiAgent -AllVersions } }
        @{ case = 'Import-UponAiNumberAssignment'; script = { Import-UponAiNumberAssignment -Path $plan } }
        @{
            case   = 'Set-UponAiNumberAssignment'
            script = { Import-UponAiNumberAssignment -Path $plan | Set-UponAiNumberAssignment }
        }
        @{
            case   = 'Compare-UponAiNumberAssignment'
            script = { Import-UponAiNumberAssignment -Path $plan | Compare-UponAiNumberAssignment }
        }
        @{
            case   = 'Clear-UponAiNumberAssignment'
            script = { Import-UponAiNumberAssignment -Path $plan | Clear-UponAiNumberAssignment -Confirm:$false }
        }
    ) {
        @(& $script | Select-Object -First 1).Count | Should -Be 1
        @(& $script).Count | Should -BeGreaterThan 1
        # The file is closed.
        { [IO.File]::Open($plan, 'Open', 'ReadWrite', 'None').Dispose() } | Should -Not -Throw
    }

    It 'leaves no file of Export-UponAiNumberAssignment behind' {
        $file = Join-Path -Path $TestDrive -ChildPath 'never.csv'
        { & { @{ Number = '101' }; throw 'enough' } | Export-UponAiNumberAssignment -Path $file } |
            Should -Throw 'enough'
        Get-ChildItem -LiteralPath $TestDrive -Filter '*never*' -Force | Should -BeNullOrEmpty
    }
}

Describe 'Ctrl+C' {
    BeforeAll { $slow = Open-Sandbox '--latency', '600000' }

    AfterAll { Close-Sandbox $slow }

    It 'ends <case> while it waits for the platform' -ForEach @(
        @{
            case   = 'Set-UponAiNumberAssignment'
            script = '1..50 | ForEach-Object { ''+1999{0:0000000}'' -f $_ } |
                Set-UponAiNumberAssignment -InboundAgent agent_night'
        }
        @{ case = 'Get-UponAiNumber'; script = 'Get-UponAiNumber' }
        @{
            case   = 'Compare-UponAiNumberAssignment'
            script = '@{ Number = 101; InboundAgents = ''agent_night'' } | Compare-UponAiNumberAssignment'
        }
    ) {
        $waits = {
            param($Manifest, $Token, $Settings, $Script)
            Import-Module -Name $Manifest
            Connect-UponAi -Token $Token @Settings
            & ([scriptblock]::Create($Script))
        }
        $before = Get-RequestCount $slow
        $settings = @{
            AccountSid     = $slow.AccountSid
            WorkspaceId    = 1
            BaseUri        = $slow.BaseUri
            AttemptTimeout = 600
            TotalTimeout   = 600
        }
        $shell = [powershell]::Create().AddScript("$waits")
        foreach ($argument in $BuiltManifest, (Get-Secret $slow.Token), $settings, $script) {
            $shell = $shell.AddArgument($argument)
        }
        try {
            $running = $shell.BeginInvoke()
            while ((Get-RequestCount $slow) -eq $before) { $running.IsCompleted | Should -BeFalse }
            $shell.Stop()
            "$($shell.InvocationStateInfo.State)" | Should -Be 'Stopped'
        } finally {
            $shell.Dispose()
        }
    }
}
