# The manifest, and the only place for the version. The build reads it, and copies it to out/UponAi with the
# release notes of CHANGELOG.md, and with the paths of RootModule and FormatsToProcess in that folder.
@{
    RootModule             = 'src/UponAi.Module/UponAi.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6a2f6f0e-5b0d-4c55-9d0e-6a9f3f2a7c41'
    Author                 = 'The UponAi developers'
    CompanyName            = 'UponAi'
    Copyright              = 'Copyright (c) 2026 The UponAi developers. MIT License.'
    Description            = 'Assigns UponAI voice agents to phone numbers: one at a prompt, or thousands from a file.'
    PowerShellVersion      = '5.1'
    # For Windows PowerShell: earlier versions lack a part of .NET Standard 2.0.
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('src/UponAi.PowerShell/UponAi.Format.ps1xml')
    CmdletsToExport        = @(
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
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            # A preview has one, such as 'preview1'.
            Prerelease   = ''
            Tags         = @(
                'UponAI', 'voice', 'agents', 'telephony', 'phone-numbers'
                'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS'
            )
            ProjectUri   = 'https://github.com/UponAi/UponAi.PowerShell'
            LicenseUri   = 'https://github.com/UponAi/UponAi.PowerShell/blob/main/LICENSE'
            IconUri      = 'https://github.com/UponAi/UponAi.PowerShell/raw/main/docs/icon.png'
            ReleaseNotes = 'https://github.com/UponAi/UponAi.PowerShell/blob/main/CHANGELOG.md'
        }
    }
}
