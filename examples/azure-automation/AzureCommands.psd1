# The commands that the runbooks of this folder use and that neither UponAi nor PowerShell itself has. Whoever tries them outside of
# Azure Automation gives stand-ins for exactly these; a test keeps the list complete.
@{
    Automation       = @('Get-AutomationPSCredential')
    SecretManagement = @('Get-Secret')
    'Az.Accounts'    = @('Connect-AzAccount')
    'Az.Storage'     = @('New-AzStorageContext', 'Get-AzStorageBlobContent', 'Set-AzStorageBlobContent')
    'Az.Automation'  = @('Start-AzAutomationRunbook', 'Get-AzAutomationJob')
}
