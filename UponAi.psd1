@{
    RootModule             = if ($PSEdition -eq 'Core') { 'core/UponAi.PowerShell.dll' } else { 'desktop/UponAi.PowerShell.dll' }
    ModuleVersion          = '0.1.0'
    GUID                   = '6a2f6f0e-5b0d-4c55-9d0e-6a9f3f2a7c41'
    Author                 = 'The UponAi developers'
    CompanyName            = 'UponAi'
    Copyright              = 'Copyright (c) 2026 The UponAi developers. MIT License.'
    Description            = 'Assigns UponAI voice agents to phone numbers: one number at a prompt, or thousands from a CSV in a runbook, with the same two commands.'
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
        'Get-UponAiConnection'
        'New-UponAiAgentRef'
        'Set-UponAiNumberAssignment'
    )
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    PrivateData            = @{
        PSData = @{
            Tags       = @('UponAI', 'voice', 'agents', 'telephony', 'phone-numbers', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
