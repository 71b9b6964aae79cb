<#
.SYNOPSIS
    Brings the module and its runbooks into an Automation account, and starts a first job that changes nothing.
.DESCRIPTION
    The script creates or updates a runtime environment with PowerShell 7.4, uploads the module to it, publishes both
    runbooks of this folder, stores the token as a credential, and links a schedule. Then it starts Invoke-UponAiPlan
    with -WhatIf, waits for that job, and returns its output.

    Run the script again at any time, for example with a new version of the module. It does not change what is up to
    date. With -WhatIf, it only shows what it would do.

    Sign in with Connect-AzAccount first. The script needs Az.Accounts and Az.Storage. It uses REST, because older
    versions of Az.Automation have no command for runtime environments. docs/azure-automation.md lists the roles that
    you and the Automation account need.
.PARAMETER ModulePath
    The package from './build.ps1 -Task Package'.
.PARAMETER Container
    The blob container with the plan. The module and the runbooks are uploaded to it, under 'publish'.
.PARAMETER Credential
    A credential whose password is the token. It is stored in the Automation account under -CredentialName.
.PARAMETER KeyVaultName
    The Azure Key Vault with the token, instead of a credential.
.PARAMETER StartTime
    The first start of the schedule, at least five minutes from now. Without it, the script creates no schedule.
.PARAMETER PollingInterval
    The seconds between two checks of the upload and of the job.
.EXAMPLE
    $target = @{ ResourceGroup = 'phones'; AutomationAccount = 'phones'; StorageAccount = 'plans' }
    $target.Container = 'uponai'
    $target.SubscriptionId = '3c2f1d0e-8b7a-4695-a4b3-c2d1e0f9a8b7'
    $plan = @{ Plan = 'june.csv'; AccountSid = '29e90072-fb58-4c6c-870a-43005115131e'; WorkspaceId = 1 }
    $start = (Get-Date).Date.AddDays(1).AddHours(3)
    ./Publish-UponAiRunbook.ps1 @target @plan -Credential (Get-Credential -UserName token) -StartTime $start
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Low')]
# The analyzer takes the name of a credential for a secret.
[Diagnostics.CodeAnalysis.SuppressMessage('PSAvoidUsingPlainTextForPassword', 'CredentialName')]
param(
    [Parameter(Mandatory)] [guid] $SubscriptionId,
    [Parameter(Mandatory)] [string] $ResourceGroup,
    [Parameter(Mandatory)] [string] $AutomationAccount,
    [Parameter(Mandatory)] [string] $StorageAccount,
    [Parameter(Mandatory)] [string] $Container,
    [Parameter(Mandatory)] [string] $Plan,
    [Parameter(Mandatory)] [string] $AccountSid,
    [Parameter(Mandatory)] [int] $WorkspaceId,
    [pscredential] $Credential,
    [string] $CredentialName = 'UponAi',
    [string] $KeyVaultName,
    [string] $SecretName = 'UponAi',
    [string] $ModulePath = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'packages', 'UponAi.zip'),
    [ValidatePattern('^[a-zA-Z][a-zA-Z-_0-9]*$')] [string] $RuntimeEnvironment = 'UponAi-PowerShell-7-4',
    [string] $RuntimeVersion = '7.4',
    [string] $AzVersion = '12.3.0',
    [string] $ScheduleName = 'UponAi',
    [Nullable[DateTimeOffset]] $StartTime,
    [ValidateSet('OneTime', 'Hour', 'Day', 'Week', 'Month')] [string] $Frequency = 'Day',
    [ValidateRange(1, 100)] [int] $Interval = 1,
    [double] $PollingInterval = 10
)

$ErrorActionPreference = 'Stop'
$runbooks = 'Invoke-UponAiPlan', 'Invoke-UponAiPlanInShards'
$pause = [timespan]::FromSeconds($PollingInterval)
if (-not (Test-Path -LiteralPath $ModulePath)) {
    throw @(
        "The module '$ModulePath' does not exist. Make it with './build.ps1 -Task Package', or name another "
        'one with -ModulePath.'
    ) -join ''
}
if ([IO.Path]::GetFileName($ModulePath) -ne 'UponAi.zip') {
    throw "The module '$ModulePath' is not named UponAi.zip. Azure Automation takes the module's name from the file."
}
if (-not $Credential -and -not $KeyVaultName) {
    throw 'The runbooks need a token. Give it with -Credential, or name its Azure Key Vault with -KeyVaultName.'
}

# All calls are operations of the Azure Automation REST API in this version. The names in the comments below, such as
# Package_CreateOrUpdate, are those of its specification.
$apiVersion = '2024-10-23'
$provider = "/subscriptions/$SubscriptionId/resourceGroups/$ResourceGroup/providers/Microsoft.Automation"
$root = "$provider/automationAccounts/$AutomationAccount"

# Calls one operation, and returns its JSON or text. Returns nothing for a resource that does not exist.
function Invoke-AutomationApi([string] $Method, [string] $Resource, [Collections.IDictionary] $Body) {
    $request = @{ Method = $Method; Path = "$root$($Resource)?api-version=$apiVersion" }
    if ($Body) { $request.Payload = ConvertTo-Json -InputObject $Body -Depth 10 -Compress }
    $response = Invoke-AzRestMethod @request -WhatIf:$false -Confirm:$false
    if ($response.StatusCode -eq 404 -and $Method -eq 'GET') { return }
    if ($response.StatusCode -notin 200, 201, 204) {
        throw "$Method $root$Resource was answered with $($response.StatusCode): $($response.Content)"
    }
    $content = "$($response.Content)"
    if ($content.StartsWith('{')) { ConvertFrom-Json -InputObject $content } else { $content }
}

# Makes a change, unless -WhatIf is given or a person declines.
function Invoke-AutomationChange {
    param([string] $Method, [string] $Resource, [Collections.IDictionary] $Body, [string] $Action)
    if (-not $PSCmdlet.ShouldProcess("$AutomationAccount$Resource", $Action)) { return }
    $null = Invoke-AutomationApi $Method $Resource $Body
}

function Wait-AutomationResource([string] $Resource, [string] $Property, [string[]] $End) {
    while ($true) {
        $found = Invoke-AutomationApi GET $Resource
        if ("$($found.properties.$Property)" -in $End) { return $found }
        [Threading.Thread]::Sleep($pause)
    }
}

# Uploads a file, and returns an address that Azure Automation can read for a day. The hash in the name makes an update
# of a file a new address.
function Publish-File([string] $Path) {
    $hash = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.Substring(0, 16)
    $blob = "publish/$hash/$([IO.Path]::GetFileName($Path))"
    if (-not $PSCmdlet.ShouldProcess("$StorageAccount/$Container/$blob", 'Upload')) { return }
    $target = @{ Context = $storage; Container = $Container; Blob = $blob }
    $null = Set-AzStorageBlobContent @target -File $Path -Force
    New-AzStorageBlobSASToken @target -Permission r -ExpiryTime (Get-Date).AddDays(1) -FullUri
}

# AutomationAccount_Get
$account = Invoke-AutomationApi GET ''
if (-not $account) {
    throw @(
        "The Automation account '$AutomationAccount' does not exist in the resource group '$ResourceGroup' of the "
        "subscription $SubscriptionId. Create it first, or name another one with -AutomationAccount."
    ) -join ''
}
$storage = New-AzStorageContext -StorageAccountName $StorageAccount -UseConnectedAccount

# RuntimeEnvironments_Get, _Create, _Update. The version of an existing environment cannot be changed.
$environment = "/runtimeEnvironments/$RuntimeEnvironment"
$packages = @{ Az = $AzVersion }
$found = (Invoke-AutomationApi GET $environment).properties
if (-not $found) {
    Invoke-AutomationChange PUT $environment @{
        location   = $account.location
        properties = @{ runtime = @{ language = 'PowerShell'; version = $RuntimeVersion }; defaultPackages = $packages }
    } "Create with PowerShell $RuntimeVersion"
} elseif ($found.runtime.language -ne 'PowerShell' -or $found.runtime.version -ne $RuntimeVersion) {
    throw @(
        "The runtime environment '$RuntimeEnvironment' has $($found.runtime.language) $($found.runtime.version), "
        'and its version cannot be changed. Name another one with -RuntimeEnvironment.'
    ) -join ''
} elseif ($found.defaultPackages.Az -ne $AzVersion) {
    $change = @{ properties = @{ defaultPackages = $packages } }
    Invoke-AutomationChange PATCH $environment $change "Update Az to $AzVersion"
}

# Package_CreateOrUpdate, Package_Get
$package = "$environment/packages/UponAi"
if ($uri = Publish-File $ModulePath) {
    Invoke-AutomationChange PUT $package @{ properties = @{ contentLink = @{ uri = $uri } } } 'Upload the module'
    $uploaded = (Wait-AutomationResource $package provisioningState 'Succeeded', 'Failed', 'Canceled').properties
    if ($uploaded.provisioningState -ne 'Succeeded') { throw "The module was not imported: $($uploaded.error.message)" }
}

# Runbook_CreateOrUpdate, which publishes the file of its link.
foreach ($name in $runbooks) {
    if (-not ($uri = Publish-File ([IO.Path]::Combine($PSScriptRoot, "$name.ps1")))) { continue }
    Invoke-AutomationChange PUT "/runbooks/$name" @{
        name       = $name
        location   = $account.location
        properties = @{
            runbookType        = 'PowerShell'
            runtimeEnvironment = $RuntimeEnvironment
            logVerbose         = $false
            logProgress        = $false
            publishContentLink = @{ uri = $uri }
        }
    } 'Publish the runbook'
}

$parameters = @{
    StorageAccount = $StorageAccount
    Container      = $Container
    Plan           = $Plan
    AccountSid     = $AccountSid
    WorkspaceId    = "$WorkspaceId"
}
if ($KeyVaultName) {
    $parameters.KeyVaultName = $KeyVaultName
    $parameters.SecretName = $SecretName
} else {
    # Credential_CreateOrUpdate
    $parameters.CredentialName = $CredentialName
    Invoke-AutomationChange PUT "/credentials/$([uri]::EscapeDataString($CredentialName))" @{
        name       = $CredentialName
        properties = @{ userName = $Credential.UserName; password = $Credential.GetNetworkCredential().Password }
    } 'Store the token'
}

if ($StartTime) {
    # Schedule_Get, Schedule_CreateOrUpdate
    $timer = "/schedules/$([uri]::EscapeDataString($ScheduleName))"
    $schedule = (Invoke-AutomationApi GET $timer).properties
    $isSame = $schedule.frequency -eq $Frequency -and ($Frequency -eq 'OneTime' -or $schedule.interval -eq $Interval)
    if (-not $isSame) {
        if ($StartTime -lt [DateTimeOffset]::Now.AddMinutes(5)) {
            throw @(
                "The schedule cannot start at $($StartTime.ToString('o')). "
                'Give a -StartTime that is at least five minutes from now.'
            ) -join ''
        }
        $when = @{ startTime = $StartTime.ToString('o'); frequency = $Frequency }
        if ($Frequency -ne 'OneTime') { $when.interval = $Interval }
        $body = @{ name = $ScheduleName; properties = $when }
        Invoke-AutomationChange PUT $timer $body "Run every $Interval $Frequency"
    }

    # JobSchedule_Get, _Delete, _Create. A link between schedule and runbook cannot be updated. Its id comes from the
    # names, so that a second run finds it.
    $sha = [Security.Cryptography.SHA256]::Create()
    $name = [Text.Encoding]::UTF8.GetBytes("$root/$ScheduleName/Invoke-UponAiPlan".ToLowerInvariant())
    $link = "/jobSchedules/$([guid] [byte[]] $sha.ComputeHash($name)[0..15])"
    $sha.Dispose()
    $linked = (Invoke-AutomationApi GET $link).properties
    $differs = @($parameters.Keys | Where-Object { $linked.parameters.$_ -ne $parameters[$_] })
    if ($linked -and ($differs -or @($linked.parameters.psobject.Properties).Count -ne $parameters.Count)) {
        Invoke-AutomationChange DELETE $link $null 'Remove the link with other parameters'
        $linked = $null
    }
    if (-not $linked) {
        Invoke-AutomationChange PUT $link @{
            properties = @{
                schedule   = @{ name = $ScheduleName }
                runbook    = @{ name = 'Invoke-UponAiPlan' }
                parameters = $parameters
            }
        } 'Link the schedule to Invoke-UponAiPlan'
    }
}

# Job_Create, Job_Get, Job_GetOutput. The values of parameters are text, and text such as 'true' is read as JSON.
$job = "/jobs/$([guid]::NewGuid())"
if (-not $PSCmdlet.ShouldProcess("$AutomationAccount$job", 'Start Invoke-UponAiPlan -WhatIf')) { return }
$null = Invoke-AutomationApi PUT $job @{
    properties = @{ runbook = @{ name = 'Invoke-UponAiPlan' }; parameters = $parameters + @{ WhatIf = 'true' } }
}
$done = Wait-AutomationResource $job status 'Completed', 'Failed', 'Stopped', 'Suspended', 'Blocked'
[pscustomobject]@{
    RuntimeEnvironment = $RuntimeEnvironment
    Runbooks           = $runbooks
    Schedule           = if ($StartTime) { $ScheduleName }
    Job                = $job.Substring('/jobs/'.Length)
    Status             = $done.properties.status
    Output             = Invoke-AutomationApi GET "$job/output"
}
if ($done.properties.status -ne 'Completed') {
    throw "The first job ended as $($done.properties.status): $($done.properties.exception)"
}
