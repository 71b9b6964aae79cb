# Functions that stand in for the commands of Azure. They keep each blob in a file, and start each job as a process.
# They take only the operations of the Azure Automation API 2024-10-23, with the paths and bodies of its specification:
# https://github.com/Azure/azure-rest-api-specs/tree/main/specification/automation/resource-manager

$azureSupport = $PSScriptRoot

function Initialize-Azure([string] $Folder, [pscustomobject] $Sandbox) {
    'blobs', 'runbooks', 'modules', 'jobs' | ForEach-Object {
        $null = New-Item -Path "$Folder/$_" -ItemType Directory -Force
    }
    $root = [IO.Path]::GetFullPath([IO.Path]::Combine($azureSupport, '..', '..', '..'))
    [pscustomobject]@{
        Folder    = $Folder
        Sandbox   = $Sandbox
        # The folder with the module that the jobs load. Publish-UponAiRunbook.ps1 puts the uploaded one there.
        Modules   = [IO.Path]::Combine($root, 'out')
        Runbooks  = [IO.Path]::Combine($root, 'examples', 'azure-automation')
        Resources = @{}
        Calls     = New-Object -TypeName Collections.Generic.List[string]
        Processes = @{}
    }
}

# The operations of the API that the scripts may use: name, method, path, and what the body of a request may contain.
# A member that ends with '!' is required, and 'map' is an object of texts.
function Get-AutomationOperation {
    $name = '[a-zA-Z][a-zA-Z-_0-9]*'
    $guid = '[0-9a-f-]{36}'
    $contentLink = @{ uri = 'text'; contentHash = @{ 'algorithm!' = 'text'; 'value!' = 'text' }; version = 'text' }
    $runtime = @{ runtime = @{ language = 'text'; version = 'text' }; defaultPackages = 'map'; description = 'text' }
    $runtimeBody = @{ 'location!' = 'text'; tags = 'map'; properties = $runtime }
    $packages = @{ defaultPackages = 'map' }
    $package = @{ 'contentLink!' = $contentLink }
    $runbook = @{
        'runbookType!'     = 'text'
        runtimeEnvironment = 'text'
        logVerbose         = 'flag'
        logProgress        = 'flag'
        description        = 'text'
        logActivityTrace   = 'count'
        publishContentLink = $contentLink
    }
    $runbookBody = @{ name = 'text'; location = 'text'; tags = 'map'; 'properties!' = $runbook }
    $credential = @{ 'userName!' = 'text'; 'password!' = 'text'; description = 'text' }
    $schedule = @{
        'startTime!' = 'text'
        'frequency!' = 'text'
        interval     = 'count'
        timeZone     = 'text'
        expiryTime   = 'text'
        description  = 'text'
    }
    $named = @{ name = 'text' }
    $jobLink = @{ 'schedule!' = $named; 'runbook!' = $named; parameters = 'map'; runOn = 'text' }
    $job = @{ runbook = $named; parameters = 'map'; runOn = 'text' }
    $credentialBody = @{ 'name!' = 'text'; 'properties!' = $credential }
    @(
        , @('AutomationAccount_Get', 'GET', '')
        , @('RuntimeEnvironments_Get', 'GET', "/runtimeEnvironments/$name")
        , @('RuntimeEnvironments_Create', 'PUT', "/runtimeEnvironments/$name", $runtimeBody)
        , @('RuntimeEnvironments_Update', 'PATCH', "/runtimeEnvironments/$name", @{ properties = $packages })
        , @('Package_Get', 'GET', "/runtimeEnvironments/$name/packages/[^/]+")
        , @('Package_CreateOrUpdate', 'PUT', "/runtimeEnvironments/$name/packages/[^/]+", @{ 'properties!' = $package })
        , @('Runbook_CreateOrUpdate', 'PUT', "/runbooks/$name", $runbookBody)
        , @('Credential_CreateOrUpdate', 'PUT', '/credentials/[^/]+', $credentialBody)
        , @('Schedule_Get', 'GET', '/schedules/[^/]+')
        , @('Schedule_CreateOrUpdate', 'PUT', '/schedules/[^/]+', @{ 'name!' = 'text'; 'properties!' = $schedule })
        , @('JobSchedule_Get', 'GET', "/jobSchedules/$guid")
        , @('JobSchedule_Delete', 'DELETE', "/jobSchedules/$guid")
        , @('JobSchedule_Create', 'PUT', "/jobSchedules/$guid", @{ 'properties!' = $jobLink })
        , @('Job_Create', 'PUT', '/jobs/[^/]+', @{ 'properties!' = $job })
        , @('Job_Get', 'GET', '/jobs/[^/]+')
        , @('Job_GetOutput', 'GET', '/jobs/[^/]+/output')
    )
}

function Assert-Body([object] $Value, [object] $Shape, [string] $At) {
    $isRight = switch ($Shape) {
        'text' { $Value -is [string] -or $Value -is [datetime] }
        'flag' { $Value -is [bool] }
        'count' { $Value -is [int] -or $Value -is [long] }
        default { $Value -is [pscustomobject] }
    }
    if (-not $isRight) { throw "$At is '$Value', which does not have the type of the specification." }
    if ($Shape -isnot [hashtable] -and $Shape -ne 'map') { return }
    foreach ($member in $Value.psobject.Properties) {
        $expected = if ($Shape -eq 'map') { 'text' } else { $Shape[$member.Name], $Shape["$($member.Name)!"] }
        $expected = @($expected | Where-Object { $_ })
        if (-not $expected) { throw "$At has the member $($member.Name), which is not in the specification." }
        Assert-Body $member.Value $expected[0] "$At.$($member.Name)"
    }
    foreach ($required in @($Shape.Keys) -like '*!' -replace '!$') {
        if ($null -eq $Value.$required) { throw "$At has no $required." }
    }
}

# Fails unless the call is one of the operations. Returns it, with the part of the path behind the account.
function Resolve-AutomationCall([string] $Method, [string] $Path, [object] $Body) {
    $provider = '^/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/]+/providers/Microsoft\.Automation'
    if ($Path -notmatch "$provider/automationAccounts/[^/?]+(?<resource>[^?]*)\?api-version=2024-10-23$") {
        throw "$Path is not a path of the API."
    }
    $resource = $Matches.resource
    foreach ($operation in Get-AutomationOperation) {
        $id, $itsMethod, $itsPath, $shape = $operation
        if ($itsMethod -ne $Method -or $resource -cnotmatch "^$itsPath$") { continue }
        if ($shape) { Assert-Body $Body $shape $id } elseif ($Body) { throw "$id has no body." }
        return [pscustomobject]@{ Id = $id; Resource = $resource }
    }
    throw "$Method $resource is not an operation of the API."
}

function ConvertTo-Answer([int] $StatusCode, [object] $Content) {
    if ($Content -isnot [string]) { $Content = ConvertTo-Json -InputObject $Content -Depth 10 -Compress }
    [pscustomobject]@{ StatusCode = $StatusCode; Content = $Content }
}

# The file behind the address of a blob.
function Resolve-BlobUri([string] $Uri) {
    if ($Uri -notmatch '^https://[a-z0-9]+\.blob\.core\.windows\.net/[^/]+/(?<blob>[^?]+)\?sig=stand-in$') {
        throw "Azure Automation cannot read $Uri."
    }
    "$($azure.Folder)/blobs/$($Matches.blob)"
}

function Invoke-StandInApi([string] $Method, [string] $Path, [string] $Payload) {
    $body = if ($Payload) { ConvertFrom-Json -InputObject $Payload }
    $call = Resolve-AutomationCall $Method $Path $body
    $azure.Calls.Add($call.Id)
    $known = $azure.Resources[$call.Resource]
    $id = $call.Resource -replace '^/jobs/' -replace '/output$'
    switch ($call.Id) {
        'AutomationAccount_Get' { return ConvertTo-Answer 200 @{ name = 'phones'; location = 'eastus2' } }
        'Package_CreateOrUpdate' {
            $zip = Resolve-BlobUri $body.properties.contentLink.uri
            $azure.Modules = "$($azure.Folder)/modules"
            Remove-Item -Path "$($azure.Modules)/UponAi" -Recurse -ErrorAction Ignore
            [IO.Compression.ZipFile]::ExtractToDirectory($zip, $azure.Modules)
            $azure.Resources[$call.Resource] = @{ properties = @{ provisioningState = 'Creating'; version = $null } }
            return ConvertTo-Answer $(if ($known) { 200 } else { 201 }) $azure.Resources[$call.Resource]
        }
        'Package_Get' {
            $answer = ConvertTo-Answer 200 $known
            $state = if (Test-Path -Path "$($azure.Modules)/UponAi/UponAi.psd1") { 'Succeeded' } else { 'Failed' }
            $properties = @{ provisioningState = $state; error = @{ message = 'The archive has no module.' } }
            $azure.Resources[$call.Resource] = @{ properties = $properties }
            return $answer
        }
        'RuntimeEnvironments_Update' {
            $known.properties.defaultPackages = $body.properties.defaultPackages
            return ConvertTo-Answer 200 $known
        }
        'Runbook_CreateOrUpdate' {
            $environment = "/runtimeEnvironments/$($body.properties.runtimeEnvironment)"
            if (-not $azure.Resources[$environment]) { return ConvertTo-Answer 400 '{"code":"BadRequest"}' }
            $azure.Runbooks = "$($azure.Folder)/runbooks"
            Copy-Item -Path (Resolve-BlobUri $body.properties.publishContentLink.uri) -Destination $azure.Runbooks
        }
        'JobSchedule_Create' { if ($known) { return ConvertTo-Answer 409 '{"code":"Conflict"}' } }
        'JobSchedule_Delete' {
            $azure.Resources.Remove($call.Resource)
            return ConvertTo-Answer 200 ''
        }
        'Job_Create' { Invoke-Runbook $id $body.properties.runbook.name $body.properties.parameters }
        'Job_Get' { return ConvertTo-Answer 200 @{ properties = @{ status = Get-JobStatus $id } } }
        'Job_GetOutput' { return ConvertTo-Answer 200 (Get-JobOutput $id) }
    }
    if ($Method -eq 'GET' -and $known) { return ConvertTo-Answer 200 $known }
    if ($Method -eq 'GET') { return ConvertTo-Answer 404 '{"code":"NotFound"}' }
    $azure.Resources[$call.Resource] = $body
    ConvertTo-Answer $(if ($known -and $call.Id -ne 'Job_Create') { 200 } else { 201 }) $body
}

# Starts a job as a process. The job gets its parameters as JSON, as in Azure.
function Invoke-Runbook([string] $Id, [string] $Name, [object] $Parameters) {
    $job = "$($azure.Folder)/jobs/$Id"
    $null = New-Item -Path $job -ItemType Directory
    $content = @{
        Azure      = $azure.Folder
        Modules    = $azure.Modules
        Runbook    = "$($azure.Runbooks)/$Name.ps1"
        Parameters = $Parameters
        Sandbox    = $azure.Sandbox | Select-Object -Property BaseUri, Token
    }
    ConvertTo-Json -InputObject $content -Depth 10 | Set-Content -Path "$job/job.json" -Encoding UTF8
    $shell = (Get-Process -Id $PID).Path
    $start = New-Object -TypeName Diagnostics.ProcessStartInfo -ArgumentList $shell
    # The .NET tool and the host of this project run inside dotnet, which takes their assembly first.
    $isDotnet = [IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet'
    $assembly = if ($isDotnet) { "`"$([Environment]::GetCommandLineArgs()[0])`" " }
    $start.Arguments = "$assembly-NoProfile -NonInteractive -File `"$azureSupport/RunbookJob.ps1`" `"$job`""
    $start.UseShellExecute = $false
    $azure.Processes[$Id] = [Diagnostics.Process]::Start($start)
}

function Get-JobStatus([string] $Id) {
    if (-not $azure.Processes[$Id].HasExited) { return 'Running' }
    if ($azure.Processes[$Id].ExitCode -eq 0) { 'Completed' } else { 'Failed' }
}

# The records of all streams of a job that ended: Kind, Text, and Size in bytes.
function Get-JobRecord([string] $Id) {
    $json = Get-Content -Path "$($azure.Folder)/jobs/$Id/records.json" -Raw -Encoding UTF8
    ConvertFrom-Json -InputObject $json | ForEach-Object { $_ }
}

function Get-JobOutput([string] $Id) {
    (Get-JobRecord $Id | Where-Object -Property Kind -EQ -Value 'Output').Text -join "`n"
}

function Get-TokenCredential([string] $Token) {
    $password = (New-Object -TypeName Net.NetworkCredential -ArgumentList '', $Token).SecurePassword
    New-Object -TypeName Management.Automation.PSCredential -ArgumentList 'token', $password
}

# As items, because the analyzer wants a function with such a name to ask first.
$azureStandIns = @{
    'Disable-AzContextAutosave'  = {
        param($Scope)
        if ($Scope -ne 'Process') { throw 'A runbook keeps its sign-in to itself.' }
    }
    'Connect-AzAccount'          = {
        param([switch] $Identity)
        if (-not $Identity) { throw 'Nobody answers a prompt.' }
    }
    'New-AzStorageContext'       = {
        param($StorageAccountName, [switch] $UseConnectedAccount)
        if (-not $UseConnectedAccount) { throw 'The scripts have no key of the storage account.' }
        $StorageAccountName
    }
    'New-AzStorageBlobSASToken'  = {
        param($Context, $Container, $Blob, $Permission, $ExpiryTime, [switch] $FullUri)
        $isRight = $Permission -eq 'r' -and $ExpiryTime -lt (Get-Date).AddDays(7) -and $FullUri
        if (-not $isRight) { throw 'The address is for reading, and for seven days at most.' }
        "https://$Context.blob.core.windows.net/$Container/$($Blob)?sig=stand-in"
    }
    'Get-AzStorageBlobContent'   = {
        param($Context, $Container, $Blob, $Destination, [switch] $Force)
        $null = $Context, $Container
        Copy-Item -Path "$($azure.Folder)/blobs/$Blob" -Destination $Destination -Force:$Force
    }
    'Set-AzStorageBlobContent'   = {
        param($Context, $Container, $File, $Blob, [switch] $Force)
        $null = $Context, $Container
        $target = "$($azure.Folder)/blobs/$Blob"
        $null = New-Item -Path (Split-Path -Path $target) -ItemType Directory -Force
        # Marks the upload at which the job is evicted, with a part of the blob in place.
        if (Test-Path -Path "$target.evict") {
            Remove-Item -Path "$target.evict"
            [IO.File]::WriteAllText($target, 'Numb')
            [Diagnostics.Process]::GetCurrentProcess().Kill()
        }
        Copy-Item -Path $File -Destination $target -Force:$Force
    }
    'Get-AutomationPSCredential' = {
        param($Name)
        if ($Name -ne 'UponAi') { throw "There is no credential $Name." }
        Get-TokenCredential $azure.Sandbox.Token
    }
    'Start-AzAutomationRunbook'  = {
        param($ResourceGroupName, $AutomationAccountName, $Name, $Parameters)
        $null = $ResourceGroupName, $AutomationAccountName
        $id = [guid]::NewGuid()
        # Az.Automation writes each value as JSON.
        $texts = @{}
        foreach ($key in $Parameters.Keys) { $texts[$key] = ConvertTo-Json -InputObject $Parameters[$key] -Compress }
        Invoke-Runbook "$id" $Name $texts
        [pscustomobject]@{ JobId = $id }
    }
    'Get-AzAutomationJob'        = {
        param($ResourceGroupName, $AutomationAccountName, $Id)
        $null = $ResourceGroupName, $AutomationAccountName
        [pscustomobject]@{ Status = Get-JobStatus "$Id" }
    }
    'Invoke-AzRestMethod'        = {
        param($Method, $Path, $Payload, [switch] $WhatIf, [switch] $Confirm)
        $null = $WhatIf, $Confirm
        Invoke-StandInApi $Method $Path $Payload
    }
}
foreach ($name in $azureStandIns.Keys) { Set-Item -Path "function:$name" -Value $azureStandIns[$name] }
Add-Type -AssemblyName System.IO.Compression.FileSystem
