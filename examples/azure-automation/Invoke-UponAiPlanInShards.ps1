<#
.SYNOPSIS
    Divides a large plan among jobs of Invoke-UponAiPlan, and waits for them. A runbook for Azure Automation.
.DESCRIPTION
    All rows of a number are in the same job. Each job finds the rate that the platform allows. More jobs help if one
    job does not reach that rate, or needs more than the three hours that Azure Automation gives a job.

    The output is an object for each job, and then an object with a summary. This job fails if one of the other jobs did
    not complete. Run it again at any time: the jobs skip the numbers that already have the values of the plan.
.PARAMETER PlanParameters
    The parameters of Invoke-UponAiPlan: StorageAccount, Container, Plan, AccountSid and WorkspaceId, and perhaps
    CredentialName, KeyVaultName, VaultName, SecretName and WhatIf.
.PARAMETER PollingInterval
    The seconds between two checks of the jobs.
.EXAMPLE
    $plan = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'june.csv'; WorkspaceId = 1 }
    $plan.AccountSid = '29e90072-fb58-4c6c-870a-43005115131e'
    $shards = @{ ResourceGroup = 'phones'; AutomationAccount = 'phones'; ShardCount = 4; PlanParameters = $plan }
    $here = @{ ResourceGroupName = 'phones'; AutomationAccountName = 'phones' }
    Start-AzAutomationRunbook @here -Name Invoke-UponAiPlanInShards -Parameters $shards
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $ResourceGroup,
    [Parameter(Mandatory)] [string] $AutomationAccount,
    [Parameter(Mandatory)] [object] $PlanParameters,
    [ValidateRange(1, 1000)] [int] $ShardCount = 4,
    [double] $PollingInterval = 15
)

$ErrorActionPreference = 'Stop'
$ended = 'Completed', 'Failed', 'Stopped', 'Suspended'
$here = @{ ResourceGroupName = $ResourceGroup; AutomationAccountName = $AutomationAccount }

# A job that was started in the portal gets an object that was JSON.
$parameters = @{}
if ($PlanParameters -is [Collections.IDictionary]) {
    foreach ($name in $PlanParameters.Keys) { $parameters[$name] = $PlanParameters[$name] }
} else {
    foreach ($property in $PlanParameters.psobject.Properties) { $parameters[$property.Name] = $property.Value }
}

# Jobs that share a sandbox must not share a sign-in.
$null = Disable-AzContextAutosave -Scope Process
$null = Connect-AzAccount -Identity
$jobs = foreach ($shard in 0..($ShardCount - 1)) {
    $part = $parameters + @{ Shard = $shard; ShardCount = $ShardCount }
    $job = Start-AzAutomationRunbook @here -Name Invoke-UponAiPlan -Parameters $part
    [pscustomobject]@{ Shard = $shard; Id = $job.JobId; Status = 'Started' }
}

while ($running = @($jobs | Where-Object { $_.Status -notin $ended })) {
    [Threading.Thread]::Sleep([timespan]::FromSeconds($PollingInterval))
    foreach ($job in $running) { $job.Status = "$((Get-AzAutomationJob @here -Id $job.Id).Status)" }
}

$jobs
$undone = @($jobs | Where-Object { $_.Status -ne 'Completed' })
$undoneShards = $undone.Shard -join ', '
[pscustomobject]@{
    Plan         = $parameters.Plan
    ShardCount   = $ShardCount
    Completed    = $ShardCount - $undone.Count
    NotCompleted = $undoneShards
}
if ($undone) {
    throw @(
        "$($undone.Count) of $ShardCount shards did not complete: $undoneShards. Failed rows are in "
        "'$($parameters.Plan).result/'. Run this runbook again for shards that have no result there."
    ) -join ''
}
