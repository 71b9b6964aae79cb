<#
.SYNOPSIS
    Assigns the numbers of a plan in blob storage. A runbook for Azure Automation.
.DESCRIPTION
    The runbook tests the connection and checks the whole plan before it changes anything. Then it sends the rows. The
    job fails if a row failed.

    The results are in blobs under the name of the plan and .result/. One file has the current state of the numbers, and
    one has the failed rows as a plan.

    Run it again at any time, for example after an eviction. It skips the numbers that already have the values of the
    plan, and replaces the results of the earlier run.

    The last output is an object with a summary of the job. The job writes at most 20 errors and 20 warnings, and
    shortens each to 2,000 characters.

    The token comes from an Automation credential, from Azure Key Vault with -KeyVaultName, or from a vault of
    SecretManagement with -VaultName.
.PARAMETER Plan
    The name of the plan's blob: a CSV or JSON file for Import-UponAiNumberAssignment.
.PARAMETER KeyVaultName
    The Azure Key Vault with the token in the secret -SecretName. The runbook reads it as the managed identity of the
    Automation account, which needs the role Key Vault Secrets User there.
.PARAMETER Shard
    The part of the plan that this job sends, from 0 to -ShardCount minus 1. All rows of a number are in one part.
.PARAMETER WhatIf
    Compares the plan with the platform, changes nothing, and writes the rows that would change to preview-0-of-1.csv.
.EXAMPLE
    $plan = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'june.csv'; WorkspaceId = 1 }
    $plan.AccountSid = '29e90072-fb58-4c6c-870a-43005115131e'
    $here = @{ ResourceGroupName = 'phones'; AutomationAccountName = 'phones' }
    Start-AzAutomationRunbook @here -Name Invoke-UponAiPlan -Parameters $plan
#>
[CmdletBinding()]
# The analyzer takes the name of a credential for a secret.
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingPlainTextForPassword', 'CredentialName')]
# Azure Automation shows and passes the parameters that the runbook declares.
[Diagnostics.CodeAnalysis.SuppressMessage('PSUseSupportsShouldProcess', '')]
param(
    [Parameter(Mandatory)] [string] $StorageAccount,
    [Parameter(Mandatory)] [string] $Container,
    [Parameter(Mandatory)] [string] $Plan,
    [Parameter(Mandatory)] [string] $AccountSid,
    [Parameter(Mandatory)] [int] $WorkspaceId,
    [string] $CredentialName = 'UponAi',
    [ValidatePattern('^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$')] [string] $KeyVaultName,
    [string] $VaultName,
    [string] $SecretName = 'UponAi',
    [int] $Shard = 0,
    [ValidateRange(1, 1000)] [int] $ShardCount = 1,
    [switch] $WhatIf
)

$ErrorActionPreference = 'Stop'
# Each progress record would become a record of the job.
$ProgressPreference = 'SilentlyContinue'
if ($Shard -lt 0 -or $Shard -ge $ShardCount) {
    throw "Shard $Shard does not exist. The last of $ShardCount shards is $($ShardCount - 1)."
}

# Azure stops a job whose streams grow too large. Counts all records, and shows the first ones, shortened.
$counts = @{ Position = 0; Rows = 0; Changed = 0; Unchanged = 0; NotFound = 0; Failed = 0; Invalid = 0; Warnings = 0 }
$sums = New-Object -TypeName Collections.Generic.List[string]
function Get-ShortText([object] $Record) {
    $text = "$Record"
    if ($text.Length -gt 2000) { $text.Substring(0, 2000) + '...' } else { $text }
}
function Write-FirstError([string] $Kind, [object] $Record) {
    $counts[$Kind]++
    if ($counts[$Kind] -le 20) { Write-Error -Message (Get-ShortText $Record) -ErrorAction Continue }
}
function Write-FirstWarning([object] $Record) {
    $counts.Warnings++
    if ($counts.Warnings -le 20) { Write-Warning -Message (Get-ShortText $Record) }
}

# Reads a secret of Azure Key Vault with the managed identity, and without a module. The calls are those of "Get access
# token for system-assigned managed identity using HTTP Get" in the documentation of Azure Automation, and of
# "Get Secret" in the REST reference of Key Vault.
function Get-KeyVaultSecret([string] $Vault, [string] $Name) {
    if (-not $env:IDENTITY_ENDPOINT) {
        throw @(
            "The secret '$Name' of the key vault '$Vault' cannot be read: this account has no managed identity. "
            'Enable the system-assigned identity of the Automation account.'
        ) -join ''
    }
    $endpoint = "$($env:IDENTITY_ENDPOINT)?resource=https://vault.azure.net"
    $identity = Invoke-RestMethod -UseBasicParsing -Method Get -Uri $endpoint -Headers @{
        'X-IDENTITY-HEADER' = $env:IDENTITY_HEADER
        Metadata            = 'True'
    }
    $address = "https://$Vault.vault.azure.net/secrets/$([uri]::EscapeDataString($Name))?api-version=7.4"
    $secret = Invoke-RestMethod -UseBasicParsing -Method Get -Uri $address -Headers @{
        Authorization = "Bearer $($identity.access_token)"
    }
    (New-Object -TypeName Net.NetworkCredential -ArgumentList '', $secret.value).SecurePassword
}

# Passes the rows of this shard on. Import-UponAiNumberAssignment emits no row while a row of the plan is invalid.
filter Select-ShardRow {
    if ($_ -is [Management.Automation.ErrorRecord]) { Write-FirstError Invalid $_ }
    elseif ($counts.Position++ % $ShardCount -eq $Shard) { $counts.Rows++; $_ }
}

# Writes the results of the rows to the two files.
filter Write-Result {
    if ($_ -is [Management.Automation.ErrorRecord]) {
        Write-FirstError Failed $_
        if ($null -ne $_.TargetObject) { $failedFile.Process($_.TargetObject) }
    } elseif ($_ -is [Management.Automation.WarningRecord]) { Write-FirstWarning $_ }
    elseif ($_ -is [Management.Automation.InformationRecord]) { $sums.Add((Get-ShortText $_)) }
    elseif (-not $WhatIf) { $resultFile.Process($_) }
    else {
        $counts["$($_.Status)"]++
        if ("$($_.Status)" -eq 'Changed') { $resultFile.Process($_) }
    }
}

$started = [DateTimeOffset]::UtcNow
$part = "$Shard-of-$ShardCount.csv"
$folder = [IO.Path]::Combine([IO.Path]::GetTempPath(), [guid]::NewGuid().ToString())
$null = [IO.Directory]::CreateDirectory($folder)
$planFile = [IO.Path]::Combine($folder, [IO.Path]::GetFileName($Plan))
$resultName = if ($WhatIf) { "preview-$part" } else { "numbers-$part" }
$resultPath = [IO.Path]::Combine($folder, "result-$part")
$failedPath = [IO.Path]::Combine($folder, "failed-$part")
try {
    # Jobs that share a sandbox must not share a sign-in.
    $null = Disable-AzContextAutosave -Scope Process
    $null = Connect-AzAccount -Identity
    $storage = New-AzStorageContext -StorageAccountName $StorageAccount -UseConnectedAccount
    $null = Get-AzStorageBlobContent -Context $storage -Container $Container -Blob $Plan -Destination $planFile -Force

    $account = @{ AccountSid = $AccountSid; WorkspaceId = $WorkspaceId }
    if ($KeyVaultName) { Connect-UponAi -Token (Get-KeyVaultSecret $KeyVaultName $SecretName) @account }
    elseif ($VaultName) { Connect-UponAi -Token (Get-Secret -Vault $VaultName -Name $SecretName) @account }
    else { Connect-UponAi -Credential (Get-AutomationPSCredential -Name $CredentialName) @account }

    $test = Test-UponAiConnection
    if (-not $test.IsSuccess) { throw "The connection does not work. $($test.Problems)" }

    # One pass with two files: no record of a row stays in memory.
    # A file without rows is no reason for a warning: a good run has no failed rows.
    $quiet = @{ WarningAction = 'SilentlyContinue' }
    $resultFile = { Export-UponAiNumberAssignment -Path $resultPath @quiet }.GetSteppablePipeline()
    $failedFile = { Export-UponAiNumberAssignment -Path $failedPath @quiet }.GetSteppablePipeline()
    try {
        $resultFile.Begin($true)
        $failedFile.Begin($true)
        $rows = { Import-UponAiNumberAssignment -LiteralPath $planFile -ErrorAction Continue 2>&1 | Select-ShardRow }
        if ($WhatIf) { & $rows | Compare-UponAiNumberAssignment -ErrorAction Continue 2>&1 3>&1 | Write-Result }
        else {
            $preferences = @{ ErrorAction = 'Continue'; InformationAction = 'Continue' }
            & $rows | Set-UponAiNumberAssignment -SkipUnchanged @preferences 2>&1 3>&1 6>&1 | Write-Result
        }
        $failedFile.End()
        $resultFile.End()
    } finally {
        $failedFile.Dispose()
        $resultFile.Dispose()
    }

    if ($counts.Invalid) {
        throw @(
            "The plan '$Plan' has $($counts.Invalid) problems, and nothing was changed. "
            'The first ones are the errors of this job.'
        ) -join ''
    }

    # A blob appears when its upload is complete. The next run replaces the results of a run that ended between the two.
    $target = @{ Context = $storage; Container = $Container; Force = $true }
    $null = Set-AzStorageBlobContent @target -File $failedPath -Blob "$Plan.result/failed-$part"
    $null = Set-AzStorageBlobContent @target -File $resultPath -Blob "$Plan.result/$resultName"
} finally {
    Disconnect-UponAi
    [IO.Directory]::Delete($folder, $true)
}

$summary = [ordered]@{ Plan = $Plan; Shard = $Shard; ShardCount = $ShardCount; WhatIf = [bool] $WhatIf }
$summary.Rows = $counts.Rows
if ($WhatIf) { foreach ($status in 'Changed', 'Unchanged', 'NotFound') { $summary[$status] = $counts[$status] } }
else { $summary.Succeeded = $counts.Rows - $counts.Failed }
$summary.Failed = $counts.Failed
$summary.Warnings = $counts.Warnings
$summary.Seconds = [int] ([DateTimeOffset]::UtcNow - $started).TotalSeconds
$summary.Result = "$Plan.result/$resultName"
$summary.Text = $sums -join ' '
[pscustomobject] $summary

if ($counts.Failed) {
    throw @(
        "$($counts.Failed) rows failed. They are in '$Plan.result/failed-$part', and can be run as a plan of their "
        'own. The first ones are the errors of this job.'
    ) -join ''
}
