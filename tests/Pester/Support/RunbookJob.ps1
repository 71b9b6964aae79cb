# A job of Azure Automation: runs the runbook that job.json in a folder names, and writes the records of its streams to
# records.json there.
param([Parameter(Mandatory)] [string] $Folder)

. ([IO.Path]::Combine($PSScriptRoot, 'Azure.ps1'))
$job = Get-Content -Path "$Folder/job.json" -Raw -Encoding UTF8 | ConvertFrom-Json
# For the functions of Azure.ps1.
$azure = [pscustomobject]@{ Folder = $job.Azure; Sandbox = $job.Sandbox }
$env:PSModulePath = $job.Modules + [IO.Path]::PathSeparator + $env:PSModulePath
$env:UPONAI_BASE_URI = $job.Sandbox.BaseUri

# Text that is JSON becomes its value.
$parameters = @{}
foreach ($parameter in $job.Parameters.psobject.Properties) {
    $text = $parameter.Value
    $parameters[$parameter.Name] = try { ConvertFrom-Json -InputObject $text -ErrorAction Stop } catch { $text }
}

$records = New-Object -TypeName Collections.Generic.List[object]
function Add-Record([string] $Kind, [object] $Record) {
    $size = [Text.Encoding]::UTF8.GetByteCount([Management.Automation.PSSerializer]::Serialize($Record))
    $records.Add([pscustomobject]@{ Kind = $Kind; Text = ($Record | Out-String).Trim(); Size = $size })
}
$exitCode = 0
try {
    & $job.Runbook @parameters *>&1 | ForEach-Object {
        $type = if ($null -ne $_) { $_.GetType().Name }
        Add-Record $(if ($type -like '*Record') { $type } else { 'Output' }) $_
    }
} catch {
    Add-Record 'Exception' $_
    $exitCode = 1
}
ConvertTo-Json -InputObject $records.ToArray() -Depth 3 | Set-Content -Path "$Folder/records.json" -Encoding UTF8
exit $exitCode
