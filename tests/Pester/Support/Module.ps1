# Loads the built module. Has functions that start new shells, and the folder of the examples.

$BuiltManifest = [IO.Path]::GetFullPath(
    [IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'out', 'UponAi', 'UponAi.psd1'))
if (-not (Test-Path -LiteralPath $BuiltManifest)) { throw 'The module is not built. Run ./build.ps1 first.' }

# A shell that sends telemetry loads HTTP and JSON for it.
$env:POWERSHELL_TELEMETRY_OPTOUT = '1'

Import-Module -Name $BuiltManifest

$Examples = [IO.Path]::GetFullPath([IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'examples'))

# Starts a new process of this PowerShell. The .NET tool runs inside dotnet, which takes PowerShell's assembly first.
function Invoke-Shell {
    $shell = (Get-Process -Id $PID).Path
    $assembly = @(if ([IO.Path]::GetFileNameWithoutExtension($shell) -eq 'dotnet') {
        [IO.Path]::Combine($PSHOME, 'pwsh.dll')
    })
    & $shell @assembly -NoProfile -NonInteractive @args
}

# Runs a script block in a new process of this PowerShell. Its output comes back deserialized.
function Invoke-NewShell([scriptblock] $Script, [object[]] $ArgumentList) {
    Invoke-Shell -Command $Script -args $ArgumentList
}

# Runs a file in a new process of this PowerShell, and returns what a person would see there.
function Invoke-ShellFile([string] $Path, [string[]] $ArgumentList) {
    # Windows PowerShell turns the error output of another program into errors, which do not count here.
    $ErrorActionPreference = 'Continue'
    [string]::Join("`n", @(Invoke-Shell -File $Path @ArgumentList 2>&1))
}

# Runs a script block with only these UPONAI_* variables, and restores the earlier variables.
function Use-UponAiEnvironment([hashtable] $Variables, [scriptblock] $Script) {
    $names = 'UPONAI_TOKEN', 'UPONAI_ACCOUNT_SID', 'UPONAI_WORKSPACE_ID', 'UPONAI_BASE_URI'
    $before = @{}
    foreach ($name in $names) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
    try {
        foreach ($name in $names) { [Environment]::SetEnvironmentVariable($name, $Variables[$name]) }
        & $Script
    } finally {
        foreach ($name in $names) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    }
}
