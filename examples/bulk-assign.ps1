<#
.SYNOPSIS
    Assigns a plan file: checks it, shows the changes, keeps a journal, retries failed rows, and reports.
.DESCRIPTION
    The script changes nothing if the plan has an error. It shows the changes, and asks for confirmation unless you give
    -Confirm:$false. A number that somebody changes in between is not changed.

    After an interruption, run the script again. It compares the plan with the platform, and sends only what differs.

    Connect first, or set the UPONAI_* environment variables.
.PARAMETER Path
    The plan: a CSV or JSON file for Import-UponAiNumberAssignment. Each run writes its journal to the same folder,
    NAME.TIME.journal.jsonl, and NAME.failed.csv if rows failed.
.PARAMETER Attempts
    How often a failing row is sent in total.
.EXAMPLE
    ./bulk-assign.ps1 plan.csv
.EXAMPLE
    Restore-UponAiNumberAssignment plan.20261129-093015-250.journal.jsonl

    Undoes the changes of a run. Asks before each change.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Path,
    [ValidateRange(1, 10)] [int] $Attempts = 3
)

$ErrorActionPreference = 'Stop'
if (-not ($test = Test-UponAiConnection).IsSuccess) { throw "The connection does not work. $($test.Problems)" }
$Path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
# Each run has its own journal, so that a restore undoes only this run.
$journal = [IO.Path]::ChangeExtension($Path, '.{0:yyyyMMdd-HHmmss-fff}.journal.jsonl' -f (Get-Date))
$failures = [IO.Path]::ChangeExtension($Path, '.failed.csv')

# Reports all errors of the file at once. With an error, returns no rows.
$plan = @(Import-UponAiNumberAssignment -Path $Path)
$changes = @($plan | Compare-UponAiNumberAssignment -OnlyChanged)
$changes
'{0} of {1} numbers change.' -f $changes.Count, $plan.Count
if (-not $changes -or -not $PSCmdlet.ShouldProcess($Path, "Assign $($changes.Count) numbers")) { return }

$rows = $changes
for ($attempt = 1; $rows -and $attempt -le $Attempts; $attempt++) {
    $null = $rows | Set-UponAiNumberAssignment -IfUnchanged -SkipUnchanged -JournalPath $journal -Confirm:$false `
        -ErrorAction SilentlyContinue -ErrorVariable failed
    $rows = @($failed | ForEach-Object { $_.TargetObject })
}

"The journal is $journal."
'{0} numbers are as planned, {1} are not.' -f ($plan.Count - $rows.Count), $rows.Count
if ($rows) {
    foreach ($problem in $failed) { '   {0}: {1}' -f $problem.TargetObject.Number, $problem }
    $rows | Export-UponAiNumberAssignment -Path $failures -Force -Confirm:$false
    throw "$($rows.Count) rows failed $Attempts times. They are in $failures."
}
