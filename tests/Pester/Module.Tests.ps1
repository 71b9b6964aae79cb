BeforeAll {
    . ([IO.Path]::Combine($PSScriptRoot, 'Support', 'Module.ps1'))
}

Describe 'The module' {
    It 'has a manifest that passes Test-ModuleManifest' {
        $module = Test-ModuleManifest -Path $BuiltManifest -ErrorAction Stop -WarningAction SilentlyContinue `
            -WarningVariable warnings
        $module.Name | Should -Be 'UponAi'
        $warnings | Should -BeNullOrEmpty
    }

    It 'has a manifest in a clone that says the same' {
        $clone = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', 'UponAi.psd1'))
        $source = Test-ModuleManifest -Path $clone -ErrorAction Stop -WarningAction SilentlyContinue `
            -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $built = Test-ModuleManifest -Path $BuiltManifest
        $fields = 'Version', 'Author', 'Description', 'Tags', 'ProjectUri', 'PowerShellVersion', 'CompatiblePSEditions'
        foreach ($field in $fields) {
            "$($source.$field)" | Should -Be "$($built.$field)" -Because "of $field"
        }
        Invoke-NewShell { param($Manifest) Import-Module $Manifest; @(Get-Command -Module UponAi).Name } $clone |
            Should -Be @($built.ExportedCmdlets.Keys | Sort-Object)
    }

    It 'exports its commands and nothing else' {
        $module = Get-Module -Name UponAi
        @($module.ExportedCommands.Keys | Sort-Object) | Should -Be @(
            'Clear-UponAiNumberAssignment'
            'Compare-UponAiNumberAssignment'
            'Connect-UponAi'
            'Disconnect-UponAi'
            'Export-UponAiNumberAssignment'
            'Get-UponAiAgent'
            'Get-UponAiConnection'
            'Get-UponAiJournal'
            'Get-UponAiNumber'
            'Get-UponAiWorkspace'
            'Import-UponAiNumberAssignment'
            'New-UponAiAgentRef'
            'Restore-UponAiNumberAssignment'
            'Set-UponAiNumberAssignment'
            'Test-UponAiConnection'
        )
        $module.ExportedVariables.Count | Should -Be 0
        $module.ExportedAliases.Count | Should -Be 0
        @((Get-Command -Module UponAi).Name | Sort-Object) | Should -Be @($module.ExportedCommands.Keys | Sort-Object)
    }

    It 'uses approved verbs' {
        $approved = @(Get-Verb).Verb
        foreach ($command in Get-Command -Module UponAi) { $command.Verb | Should -BeIn $approved }
    }

    It 'says of <command> what comes out' -ForEach @(
        @{ command = 'Set-UponAiNumberAssignment'; type = 'UponAi.PhoneNumber' }
        @{ command = 'Clear-UponAiNumberAssignment'; type = 'UponAi.PhoneNumber' }
        @{
            command = 'Compare-UponAiNumberAssignment'
            type    = 'UponAi.NumberComparison', 'UponAi.NumberComparisonSummary'
        }
        @{ command = 'Import-UponAiNumberAssignment'; type = 'UponAi.PlanRow' }
        @{ command = 'Export-UponAiNumberAssignment'; type = 'System.IO.FileInfo' }
        @{ command = 'New-UponAiAgentRef'; type = 'UponAi.AgentRef' }
        @{ command = 'Connect-UponAi'; type = 'UponAi.UponAiConnection' }
        @{ command = 'Get-UponAiConnection'; type = 'UponAi.UponAiConnection' }
    ) {
        (Get-Command $command).OutputType.Name | Should -Be $type
    }
}

Describe 'In a new process, the module' {
    It 'makes [UponAi.AgentRef] a type that a script can name, right after its import' {
        Invoke-NewShell {
            param($Manifest)
            Import-Module $Manifest
            "$([UponAi.AgentRef] 'agent_a=10%')"
        } $BuiltManifest | Should -Be 'agent_a=0.1'
    }

    It 'loads by itself with its first command' {
        $folder = Split-Path -Path (Split-Path -Path $BuiltManifest)
        Invoke-NewShell {
            param($Folder)
            $env:PSModulePath = $Folder + [IO.Path]::PathSeparator + $env:PSModulePath
            "$(New-UponAiAgentRef agent_a -Weight '10%')"
        } $folder | Should -Be 'agent_a=0.1'
    }

    It 'loads nothing of HTTP and JSON, and none of its packages, when it is imported' {
        $loaded = Invoke-NewShell {
            param($Manifest)
            $before = [AppDomain]::CurrentDomain.GetAssemblies()
            Import-Module $Manifest
            [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_ -notin $before } |
                ForEach-Object { $_.GetName().Name }
        } $BuiltManifest
        $loaded | Should -Contain 'UponAi'
        $loaded | Should -Contain 'UponAi.PowerShell'
        $clients = Get-ChildItem `
            -Path ([IO.Path]::Combine([IO.Path]::GetDirectoryName($BuiltManifest), '*', 'client')) -Filter *.dll
        $loaded |
            Where-Object { $_ -in $clients.BaseName -or $_ -like 'System.Net.Http*' -or $_ -eq 'System.Text.Json' } |
            Should -BeNullOrEmpty
    }

    It 'can be removed and imported again' {
        Invoke-NewShell {
            param($Manifest)
            Import-Module $Manifest
            Remove-Module UponAi
            Import-Module $Manifest -Force
            "$([UponAi.AgentRef] 'agent_a=10%')"
        } $BuiltManifest | Should -Be 'agent_a=0.1'
    }
}
