<#
.SYNOPSIS
    Assigns a plan file: checks it, shows what would change, keeps a journal, repeats what failed, and reports.
.DESCRIPTION
    The script changes nothing while the plan has a mistake, nor before somebody has seen what would change and agreed;
    -Confirm:$false agrees. A number that somebody changes in between is left alone.

    Run it again after an interruption. The journal knows what is done.

    Connect first, or set the UPONAI_* environment variables.
.PARAMETER Path
    The plan: a CSV or JSON file as Import-UponAiNumberAssignment takes it. Beside it are afterwards NAME.journal.jsonl and,
    if rows failed, NAME.failed.csv.
.PARAMETER Attempts
    How often rows that fail are sent in all.
.EXAMPLE
    ./bulk-assign.ps1 plan.csv
.EXAMPLE
    Restore-UponAiNumberAssignment plan.journal.jsonl

    The way back.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Path,
    [ValidateRange(1, 10)] [int] $Attempts = 3
)

$ErrorActionPreference = 'Stop'
if (-not ($test = Test-UponAiConnection).IsSuccess) { throw "The connection does not work. $($test.Problems)" }
$Path = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$journal, $failures = '.journal.jsonl', '.failed.csv' | ForEach-Object { [IO.Path]::ChangeExtension($Path, $_) }

# All mistakes of the file at once, and no row if there is one.
$plan = @(Import-UponAiNumberAssignment -Path $Path)
$changes = @($plan | Compare-UponAiNumberAssignment -OnlyChanged)
$changes
'{0} of {1} numbers change.' -f $changes.Count, $plan.Count
if (-not $changes -or -not $PSCmdlet.ShouldProcess($Path, "Assign $($changes.Count) numbers")) { return }

$rows = $changes
for ($attempt = 1; $rows -and $attempt -le $Attempts; $attempt++) {
    $rows | Set-UponAiNumberAssignment -IfUnchanged -SkipUnchanged -JournalPath $journal -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null
    $rows = @($failed | ForEach-Object { $_.TargetObject })
}

'{0} numbers are as planned, {1} are not.' -f ($plan.Count - $rows.Count), $rows.Count
if ($rows) {
    foreach ($problem in $failed) { '   {0}: {1}' -f $problem.TargetObject.Number, $problem }
    $rows | Export-UponAiNumberAssignment -Path $failures -Force -Confirm:$false
    throw "$($rows.Count) rows failed $Attempts times. They are in $failures."
}
