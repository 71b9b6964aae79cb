<#
.SYNOPSIS
    Builds, tests, packs or cleans UponAi.
.DESCRIPTION
    Build builds everything, and lays out the importable module at out/UponAi.
    Test builds, and runs the .NET tests, the Pester tests in this PowerShell, and PSScriptAnalyzer. Without an
    installed Pester, it uses the Pester that the build restores. A missing tool counts as a failure.
    Package builds again in Release, signs the files if you give -SigningCertificate, and creates out/packages: the
    package for the PowerShell Gallery, UponAi.zip for Azure Automation, a bill of materials, and the hash of each file.
    Clean removes the output of the other tasks.
.PARAMETER SigningCertificate
    The thumbprint of a code-signing certificate in Cert:\CurrentUser\My, for Package on Windows.
.PARAMETER TimestampServer
    The address of the timestamp server. With a timestamp, a signature stays valid after the certificate expires.
.EXAMPLE
    ./build.ps1
.EXAMPLE
    ./build.ps1 -Task Test -Configuration Release
.EXAMPLE
    ./build.ps1 -Task Package
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Package', 'Clean')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = $(if ($Task -eq 'Package') { 'Release' } else { 'Debug' }),

    [ValidatePattern('^[0-9A-Fa-f]{40}$')]
    [string] $SigningCertificate,

    [ValidatePattern('^https?://')]
    [string] $TimestampServer = 'http://timestamp.digicert.com'
)

$ErrorActionPreference = 'Stop'
$inConfiguration = '--configuration', $Configuration
$signature = @{ Thumbprint = $SigningCertificate; TimestampServer = $TimestampServer }
$summary = New-Object -TypeName Collections.Generic.List[object]

function Invoke-Step([string] $Name, [scriptblock] $Run) {
    $outcome = 'passed'
    try { & $Run | Out-Host } catch { $outcome = "FAILED: $_" }
    $summary.Add([pscustomobject]@{ Step = $Name; Outcome = $outcome })
}

function Invoke-Program([string] $Name, [string[]] $Argument) {
    & $Name $Argument
    if ($LASTEXITCODE -ne 0) { throw "$Name ended with exit code $LASTEXITCODE." }
}

function Assert-Command([string] $Name, [string] $Remedy) {
    if (-not (Get-Command -Name $Name -CommandType Application -ErrorAction Ignore)) {
        throw "$Name is missing. $Remedy"
    }
}

function Assert-Module([string] $Name, [version] $MinimumVersion) {
    if (Get-Module -ListAvailable -Name $Name | Where-Object -Property Version -GE -Value $MinimumVersion) { return }
    throw "$Name $MinimumVersion or later is missing. Install it: Install-Module -Name $Name " +
        "-MinimumVersion $MinimumVersion -Scope CurrentUser -Force -SkipPublisherCheck"
}

# Returns the path of the installed Pester, or else of the Pester that the build has restored.
function Get-PesterPath {
    $installed = Get-Module -ListAvailable -Name Pester |
        Where-Object -Property Version -GE -Value ([version] '5.7') |
        Select-Object -First 1
    if ($installed) { return $installed.Path }
    & dotnet msbuild tests/UponAi.Pester.Tests -target:LocatePackages -getProperty:Pester6Manifest
}

function Build([string] $Project = 'UponAi.PowerShell.sln') {
    Invoke-Step 'Build' {
        Assert-Command dotnet 'Install the .NET SDK 10: https://dotnet.microsoft.com/download'
        Invoke-Program dotnet (@('build', $Project) + $inConfiguration)
    }
}

function Test {
    Build
    if ($summary.Outcome -ne 'passed') { return }

    Invoke-Step '.NET tests' { Invoke-Program dotnet (@('test', '--no-build') + $inConfiguration) }

    # A separate process releases the module's files when it ends.
    Invoke-Step 'Pester' {
        $program = (Get-Process -Id $PID).Path
        # The .NET tool runs inside dotnet; any other program only hosts PowerShell.
        $first = @()
        if ([IO.Path]::GetFileNameWithoutExtension($program) -notin 'pwsh', 'powershell') {
            Invoke-Program dotnet 'tool', 'restore'
            $program, $first = 'dotnet', @('tool', 'run', 'pwsh', '--')
        }
        $run = "Import-Module -Name '$(Get-PesterPath)'; Invoke-Pester -Configuration (New-PesterConfiguration " +
            "-Hashtable @{ Run = @{ Path = 'tests/Pester'; Exit = `$true } })"
        Invoke-Program $program ($first + @('-NoProfile', '-NonInteractive', '-Command', $run))
    }

    Invoke-Step 'PSScriptAnalyzer' {
        Assert-Module PSScriptAnalyzer 1.22
        $places = 'build.ps1', 'PSScriptAnalyzerSettings.psd1', 'out/UponAi', 'examples', 'tests/Pester'
        $found = @($places | Invoke-ScriptAnalyzer -Recurse -Settings ./PSScriptAnalyzerSettings.psd1)
        $found
        if ($found) { throw "$($found.Count) findings." }
    }
}

function Package {
    # Files of an earlier build must not ship.
    Get-Item -Path 'out' -ErrorAction Ignore | Remove-Item -Recurse -Force
    Build 'src/UponAi.Module'
    if ($summary.Outcome -ne 'passed') { return }

    if ($signature.Thumbprint) {
        Invoke-Step 'Sign' {
            if (-not (Get-Command -Name Set-AuthenticodeSignature -ErrorAction Ignore)) {
                throw 'Set-AuthenticodeSignature is missing. Sign on Windows.'
            }
            $files = Get-ChildItem -Path 'out/UponAi' -Recurse -Include '*.psd1', '*.ps1xml', 'UponAi*.dll'
            $signing = @{
                Certificate     = Get-Item -LiteralPath "Cert:\CurrentUser\My\$($signature.Thumbprint)"
                FilePath        = $files.FullName
                HashAlgorithm   = 'SHA256'
                IncludeChain    = 'NotRoot'
                TimestampServer = $signature.TimestampServer
            }
            $unsigned = @(Set-AuthenticodeSignature @signing | Where-Object -Property Status -NE -Value 'Valid')
            if ($unsigned) { throw "$($unsigned[0].Path) is not signed: $($unsigned[0].StatusMessage)" }
        }
    }

    Invoke-Step 'Package' {
        $arguments = 'build', 'src/UponAi.Module', '-target:Package', '-property:NoBuild=true', '-verbosity:quiet',
            '-nologo'
        Invoke-Program dotnet ($arguments + $inConfiguration)
        Get-ChildItem -Path 'out/packages' | ForEach-Object { '{0}: {1:N0} bytes' -f $_.Name, $_.Length }
        $total = Get-ChildItem -Path 'out/UponAi' -Recurse -File | Measure-Object -Property Length -Sum
        'unpacked: {0:N0} bytes' -f $total.Sum
    }
}

function Clean {
    Invoke-Step 'Clean' {
        $folders = 'out', 'src/*/bin', 'src/*/obj', 'tests/*/bin', 'tests/*/obj', 'tools/*/bin', 'tools/*/obj'
        Get-Item -Path $folders -ErrorAction Ignore | Remove-Item -Recurse -Force
    }
}

Push-Location -LiteralPath $PSScriptRoot
try { & $Task } finally { Pop-Location }

foreach ($step in $summary) { '{0,-17}{1}' -f $step.Step, $step.Outcome }
if ($summary.Outcome -ne 'passed') { exit 1 }
