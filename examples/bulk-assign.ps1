<#
.SYNOPSIS
    Assigns a plan file: checks it, previews it, keeps a way back and a journal, repeats what failed, and reports.
.DESCRIPTION
    Nothing is changed while the plan has a mistake, nor before somebody has seen what would change and agreed; -Confirm:$false agrees.
    Run it again after an interruption: the journal knows what is done.

    Connect first, or set the UPONAI_* environment variables.
.PARAMETER Path
    The plan: a CSV or JSON file as Import-UponAiNumberAssignment takes it. Beside it lie afterwards NAME.before.csv (the numbers as they were
    at the first run), NAME.journal.jsonl, and NAME.failed.csv where rows failed.
.PARAMETER Attempts
    How often rows that fail are sent in all.
.EXAMPLE
    ./bulk-assign.ps1 plan.csv
.EXAMPLE
    Import-UponAiNumberAssignment plan.before.csv | Set-UponAiNumberAssignment

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
$before, $journal, $failures = '.before.csv', '.journal.jsonl', '.failed.csv' | ForEach-Object { [IO.Path]::ChangeExtension($Path, $_) }

# All mistakes of the file at once, and nothing where there is one.
$plan = @(Import-UponAiNumberAssignment -Path $Path)
$changes = @($plan | Compare-UponAiNumberAssignment -OnlyChanged)
$changes
'{0} of {1} numbers change.' -f $changes.Count, $plan.Count
if (-not $changes -or -not $PSCmdlet.ShouldProcess($Path, "Assign $($changes.Count) numbers")) { return }

# Of an interrupted run it is the first that saw the numbers as they were.
if (-not [IO.File]::Exists($before)) { Get-UponAiNumber -Number $plan.Number -ErrorAction Ignore | Export-UponAiNumberAssignment -Path $before }

$rows = $plan
for ($attempt = 1; $rows -and $attempt -le $Attempts; $attempt++) {
    $rows | Set-UponAiNumberAssignment -SkipUnchanged -JournalPath $journal -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed | Out-Null
    $rows = @($failed | ForEach-Object { $_.TargetObject })
}

'{0} numbers are as planned, {1} are not.' -f ($plan.Count - $rows.Count), $rows.Count
if ($rows) {
    foreach ($problem in $failed) { '   {0}: {1}' -f $problem.TargetObject.Number, $problem }
    $rows | Export-UponAiNumberAssignment -Path $failures -Force -Confirm:$false
    throw "$($rows.Count) rows failed $Attempts times. They are in $failures."
}
