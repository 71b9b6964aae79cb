<#
.SYNOPSIS
    A runbook that shares a large plan out over jobs of Invoke-UponAiPlan, waits for them and says what became of each.
.DESCRIPTION
    The jobs' parts of the plan never overlap. Each of them finds the rate that the platform allows; more jobs help where one alone does not
    reach it, or would not end within the three hours that Azure Automation gives a job.

    The job fails when any of the others did. Run it again whenever it did not come to its end: rows that already hold are not sent again.
.PARAMETER PlanParameters
    What Invoke-UponAiPlan is given: StorageAccount, Container, Plan, AccountSid, WorkspaceId, perhaps CredentialName, or VaultName and SecretName.
.PARAMETER PollingInterval
    How many seconds pass between two looks at the jobs.
.EXAMPLE
    Start-AzAutomationRunbook -Name Invoke-UponAiPlanInShards -Parameters @{ ResourceGroup = 'phones'; AutomationAccount = 'phones'; ShardCount = 4; PlanParameters = @{ StorageAccount = 'plans'; Container = 'uponai'; Plan = 'june.csv'; AccountSid = '29e90072-fb58-4c6c-870a-43005115131e'; WorkspaceId = 1 } } -ResourceGroupName phones -AutomationAccountName phones
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

# Started from the portal, the parameters come as an object that was JSON.
$parameters = @{}
if ($PlanParameters -is [Collections.IDictionary]) { foreach ($name in $PlanParameters.Keys) { $parameters[$name] = $PlanParameters[$name] } }
else { foreach ($property in $PlanParameters.psobject.Properties) { $parameters[$property.Name] = $property.Value } }

$null = Connect-AzAccount -Identity
$jobs = foreach ($shard in 0..($ShardCount - 1)) {
    $part = $parameters + @{ Shard = $shard; ShardCount = $ShardCount }
    [pscustomobject]@{ Shard = $shard; Id = (Start-AzAutomationRunbook @here -Name Invoke-UponAiPlan -Parameters $part).JobId; Status = 'Started' }
}

while ($running = @($jobs | Where-Object { $_.Status -notin $ended })) {
    [Threading.Thread]::Sleep([timespan]::FromSeconds($PollingInterval))
    foreach ($job in $running) { $job.Status = "$((Get-AzAutomationJob @here -Id $job.Id).Status)" }
}

# The result of this job: a line for each shard.
$jobs
$undone = @($jobs | Where-Object { $_.Status -ne 'Completed' })
if ($undone) { throw "$($undone.Count) of $ShardCount shards did not complete: $($undone.Shard -join ', '). Failed rows are in '$($parameters.Plan).result/'; run this again for shards that have no result there." }
