# The commands that the scripts of this folder use and that come neither with UponAi nor with PowerShell. To try the
# scripts outside of Azure Automation, define functions for exactly these commands. A test keeps the list complete.
@{
    Automation       = @('Get-AutomationPSCredential')
    SecretManagement = @('Get-Secret')
    'Az.Accounts'    = @('Connect-AzAccount', 'Disable-AzContextAutosave', 'Invoke-AzRestMethod')
    'Az.Storage'     = @(
        'New-AzStorageContext', 'New-AzStorageBlobSASToken', 'Get-AzStorageBlobContent', 'Set-AzStorageBlobContent'
    )
    'Az.Automation'  = @('Start-AzAutomationRunbook', 'Get-AzAutomationJob')
}
