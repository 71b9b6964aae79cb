<#
.SYNOPSIS
    Reports the differences between the platform and a plan, and fails if there are any. For a schedule.
.DESCRIPTION
    The script changes nothing. It emits a row for each number that differs from the plan, is not in the plan, has no
    inbound agent, or was refused by the telephone platform. If there are such numbers, the script ends with an error,
    so that the job of a runbook fails.

    Connect first, or set the UPONAI_* environment variables.
.PARAMETER Path
    The plan: a CSV or JSON file for Import-UponAiNumberAssignment.
.EXAMPLE
    ./report-drift.ps1 plan.csv
.EXAMPLE
    Import-UponAiNumberAssignment plan.csv | Compare-UponAiNumberAssignment -OnlyChanged |
        Set-UponAiNumberAssignment -IfUnchanged -WhatIf

    Shows how to bring the numbers back to the plan.
#>
[CmdletBinding()]
param([Parameter(Mandatory, Position = 0)] [string] $Path)

$ErrorActionPreference = 'Stop'

if (-not ($test = Test-UponAiConnection).IsSuccess) { throw "The connection does not work. $($test.Problems)" }

function Write-Drift([string] $Number, [string] $Problem) {
    $script:drifts++
    [pscustomobject] @{ Number = $Number; Problem = $Problem }
}

$drifts = 0
$words = @{
    Changed  = 'differs from the plan'
    NotFound = 'is not in the account'
    Unlisted = 'is in no row of the plan'
}
foreach ($number in Import-UponAiNumberAssignment -Path $Path |
        Compare-UponAiNumberAssignment -OnlyChanged -IncludeUnlisted) {
    Write-Drift $number.Number $words["$($number.Status)"]
}

foreach ($number in Get-UponAiNumber) {
    if (-not $number.GetInbound()) { Write-Drift $number.Number 'has no inbound agent' }
    if ($number.PlatformImportError) { Write-Drift $number.Number "was refused: $($number.PlatformImportErrorMessage)" }
}

if ($drifts) { throw "$drifts findings. The numbers are not as $Path says." }
