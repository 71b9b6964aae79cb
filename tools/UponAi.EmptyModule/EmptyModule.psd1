@{
    RootModule           = 'UponAi.EmptyModule.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = 'd0b5ee0e-8c4e-4c1b-9d0f-0f6a8a0f6f55'
    Author               = 'The UponAi developers'
    Description          = 'Nothing.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FormatsToProcess     = @('EmptyModule.Format.ps1xml')
    CmdletsToExport      = @('Get-Nothing')
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
}
