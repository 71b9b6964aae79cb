<#
.SYNOPSIS
    Moves the calls of one agent to another in steps, on all of its numbers, with a preview, a journal and an undo.
.DESCRIPTION
    Each step moves a percentage of the share that the agent had at the start. The step shows the changes, and asks for
    confirmation unless you give -Confirm:$false. The script stops after a step in which a number fails.

    -BackupPath keeps the state of the numbers at the start. The percentages refer to this state. Run the script again
    with the same paths to continue. A number that somebody changes during a confirmation is not changed. To undo all
    steps, with a confirmation for each number:

        Restore-UponAiNumberAssignment ramp.jsonl
.EXAMPLE
    ./ramp-agent.ps1 -From agent_reception@3 -To agent_reception@4 -Percent 10, 25, 50, 100

    Asks before each step, so that you can check the calls in between.
.EXAMPLE
    ./ramp-agent.ps1 -From agent_old -To agent_new -Percent 10 -Confirm:$false

    One step, for a schedule. The next run would use 25.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # The agent that loses calls. Without a version, all of its versions.
    [Parameter(Mandatory)] [string] $From,
    [Parameter(Mandatory)] [string] $To,
    [ValidateRange(1, 100)] [int[]] $Percent = @(10, 25, 50, 100),
    [string] $BackupPath = 'ramp-backup.csv',
    # The journal of all steps.
    [string] $JournalPath = 'ramp.jsonl'
)

if (-not ($test = Test-UponAiConnection).IsSuccess) { throw "The connection does not work. $($test.Problems)" }

$agentId = ([UponAi.AgentRef] $From).AgentId
$backup = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($BackupPath)
if (-not [IO.File]::Exists($backup)) {
    Get-UponAiNumber -AgentId $agentId -ErrorAction Stop |
        Export-UponAiNumberAssignment -Path $backup -Confirm:$false -ErrorAction Stop
}

# A preview has written no backup.
$before = if ([IO.File]::Exists($backup)) {
    Import-UponAiNumberAssignment -Path $backup -ErrorAction Stop
} else {
    Get-UponAiNumber -AgentId $agentId
}

foreach ($step in $Percent) {
    $plan = @(
        foreach ($number in $before) {
            $row = @{ Number = $number.Number; AccountSid = $number.AccountSid; WorkspaceId = $number.WorkspaceId }
            # Without this, the number would get the agents of the number before it.
            try {
                foreach ($direction in 'InboundAgents', 'OutboundAgents') {
                    # A row of the backup has text. A number of the platform may have a lone agent instead of a list.
                    if ($number -isnot [UponAi.PhoneNumber]) {
                        if (-not $number.$direction -or $number.$direction -eq 'none') { continue }
                        $agents = [UponAi.AgentRefCollection]::Parse($number.$direction)
                    } elseif ($direction -eq 'InboundAgents') {
                        $agents = $number.GetInbound()
                    } else {
                        $agents = $number.GetOutbound()
                    }
                    $moved = $agents.MoveShare($From, $To, $step / 100)
                    if (-not [object]::ReferenceEquals($moved, $agents)) { $row[$direction] = $moved }
                }
            } catch {
                Write-Error "$($number.Number) keeps its agents: $_"
                continue
            }
            if ($row.Count -gt 3) { [pscustomobject] $row }
        }
    )

    $changes = @($plan | Compare-UponAiNumberAssignment -OnlyChanged)
    $changes
    $move = "Move $step % of the calls of $From to $To"
    if (-not $PSCmdlet.ShouldProcess("$($changes.Count) numbers", $move)) { continue }

    $set = @{ JournalPath = $JournalPath; IfUnchanged = $true; SkipUnchanged = $true; Confirm = $false }
    $done = @($changes | Set-UponAiNumberAssignment @set -ErrorVariable failed).Count
    "$done numbers have $step % at $To."
    if ($failed) {
        throw "$(@($failed).Count) numbers failed at $step %. Run again to continue, " +
            "or undo all steps: Restore-UponAiNumberAssignment '$JournalPath'"
    }
}
