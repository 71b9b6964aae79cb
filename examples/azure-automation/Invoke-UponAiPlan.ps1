<#
.SYNOPSIS
    A runbook that assigns the numbers of a plan, which lies in blob storage.
.DESCRIPTION
    The plan is checked whole before anything is changed. Then every row is tried; the job fails when any of them did. What became of it
    lies beside the plan, under the plan's name and .result/: the numbers as they are now, and the failed rows as a plan of their own.

    Run it again whenever it did not come to its end, after an eviction for example: rows that already hold are not sent again.

    The token comes from an Automation credential, or from a vault through SecretManagement where -VaultName is given.
.PARAMETER Plan
    The name of the plan's blob, a CSV or JSON file as Import-UponAiNumberAssignment takes it.
.PARAMETER Shard
    Of -ShardCount parts of the plan the one to do, from 0. Parts never overlap: each number of a plan is in one of them.
.EXAMPLE
    Start-AzAutomationRunbook -Name Invoke-UponAiPlan -Parameters @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'june.csv'; AccountSid = '29e90072-fb58-4c6c-870a-43005115131e'; WorkspaceId = 1 } -ResourceGroupName phones -AutomationAccountName phones
#>
[CmdletBinding()]
# The name of a credential is no credential.
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingPlainTextForPassword', 'CredentialName')]
param(
    [Parameter(Mandatory)] [string] $StorageAccount,
    [Parameter(Mandatory)] [string] $Container,
    [Parameter(Mandatory)] [string] $Plan,
    [Parameter(Mandatory)] [string] $AccountSid,
    [Parameter(Mandatory)] [int] $WorkspaceId,
    [string] $CredentialName = 'UponAi',
    [string] $VaultName,
    [string] $SecretName = 'UponAi',
    [int] $Shard = 0,
    [ValidateRange(1, 1000)] [int] $ShardCount = 1
)

$ErrorActionPreference = 'Stop'
if ($Shard -lt 0 -or $Shard -ge $ShardCount) { throw "Shard $Shard does not exist; of $ShardCount shards the last is $($ShardCount - 1)." }

$folder = [IO.Directory]::CreateDirectory([IO.Path]::Combine([IO.Path]::GetTempPath(), [guid]::NewGuid().ToString())).FullName
$planFile = [IO.Path]::Combine($folder, [IO.Path]::GetFileName($Plan))
$results = @{
    "numbers-$Shard-of-$ShardCount.csv" = [IO.Path]::Combine($folder, 'numbers.csv')
    "failed-$Shard-of-$ShardCount.csv"  = [IO.Path]::Combine($folder, 'failed.csv')
}
try {
    $null = Connect-AzAccount -Identity
    $storage = New-AzStorageContext -StorageAccountName $StorageAccount -UseConnectedAccount
    $null = Get-AzStorageBlobContent -Context $storage -Container $Container -Blob $Plan -Destination $planFile -Force

    $account = @{ AccountSid = $AccountSid; WorkspaceId = $WorkspaceId }
    if ($VaultName) { Connect-UponAi -Token (Get-Secret -Vault $VaultName -Name $SecretName) @account }
    else { Connect-UponAi -Credential (Get-AutomationPSCredential -Name $CredentialName) @account }

    # One bad row is no reason to leave the others undone.
    $position = 0
    Import-UponAiNumberAssignment -Path $planFile |
        Where-Object { $position++ % $ShardCount -eq $Shard } |
        Set-UponAiNumberAssignment -SkipUnchanged -InformationAction Continue -ErrorAction Continue -ErrorVariable failed |
        Export-UponAiNumberAssignment -Path $results["numbers-$Shard-of-$ShardCount.csv"]
    $failed | ForEach-Object { $_.TargetObject } | Export-UponAiNumberAssignment -Path $results["failed-$Shard-of-$ShardCount.csv"]

    foreach ($name in $results.Keys) {
        $null = Set-AzStorageBlobContent -Context $storage -Container $Container -File $results[$name] -Blob "$Plan.result/$name" -Force
    }

    if ($failed) { throw "$($failed.Count) rows failed. They are in '$Plan.result/failed-$Shard-of-$ShardCount.csv', and can be run as a plan of their own. The first: $($failed[0])" }
} finally {
    Disconnect-UponAi
    [IO.Directory]::Delete($folder, $true)
}
