# What is in braces the build fills in, from Directory.Build.props, src/UponAi.Module and CHANGELOG.md.
@{
    RootModule             = "$PSEdition/UponAi.PowerShell.dll"
    ModuleVersion          = '{Version}'
    GUID                   = '6a2f6f0e-5b0d-4c55-9d0e-6a9f3f2a7c41'
    Author                 = '{Authors}'
    CompanyName            = '{Company}'
    Copyright              = '{Copyright}. MIT License.'
    Description            = '{Description}'
    PowerShellVersion      = '5.1'
    # Of Windows PowerShell alone; earlier ones lack part of .NET Standard 2.0.
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    FormatsToProcess       = @('UponAi.Format.ps1xml')
    CmdletsToExport        = @(
        'Clear-UponAiNumberAssignment'
        'Compare-UponAiNumberAssignment'
        'Connect-UponAi'
        'Disconnect-UponAi'
        'Export-UponAiNumberAssignment'
        'Get-UponAiAgent'
        'Get-UponAiConnection'
        'Get-UponAiNumber'
        'Import-UponAiNumberAssignment'
        'New-UponAiAgentRef'
        'Set-UponAiNumberAssignment'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Prerelease   = '{Prerelease}'
            Tags         = @('{Tags}')
            ProjectUri   = '{Repository}'
            LicenseUri   = '{Repository}/blob/main/LICENSE'
            IconUri      = '{Repository}/raw/main/docs/icon.png'
            ReleaseNotes = @'
{ReleaseNotes}
'@
        }
    }
}
