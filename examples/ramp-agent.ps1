<#
.SYNOPSIS
    Moves the calls of one agent to another in steps, on every number that has it: with a preview, a journal and a way back.
.DESCRIPTION
    Each step moves a percentage of the share that the agent had in the beginning, shows what changes, and asks first, unless
    -Confirm:$false is given. A step in which a number fails is the last.

    -BackupPath keeps what the numbers had in the beginning. The percentages are of that, so that the script goes on where it
    was when it is run again with the same paths. A number that somebody changes while a step asks is left alone. The way back:

        Restore-UponAiNumberAssignment ramp.jsonl
.EXAMPLE
    ./ramp-agent.ps1 -From agent_reception@3 -To agent_reception@4 -Percent 10, 25, 50, 100

    Asks before each step. In between, listen to what callers say.
.EXAMPLE
    ./ramp-agent.ps1 -From agent_old -To agent_new -Percent 10 -Confirm:$false

    One step, for a schedule; the next run says 25.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # The agent that gives; without a version, every version of it.
    [Parameter(Mandatory)] [string] $From,
    [Parameter(Mandatory)] [string] $To,
    [ValidateRange(1, 100)] [int[]] $Percent = @(10, 25, 50, 100),
    [string] $BackupPath = 'ramp-backup.csv',
    # All steps are runs of one journal.
    [string] $JournalPath = 'ramp.jsonl'
)

if (-not ($test = Test-UponAiConnection).IsSuccess) { throw "The connection does not work. $($test.Problems)" }

$backup = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($BackupPath)
if (-not [IO.File]::Exists($backup)) {
    Get-UponAiNumber -AgentId ([UponAi.AgentRef] $From).AgentId -ErrorAction Stop | Export-UponAiNumberAssignment -Path $backup -Confirm:$false -ErrorAction Stop
}

# A preview has written no backup.
$before = if ([IO.File]::Exists($backup)) { Import-UponAiNumberAssignment -Path $backup -ErrorAction Stop } else { Get-UponAiNumber -AgentId ([UponAi.AgentRef] $From).AgentId }

foreach ($step in $Percent) {
    $plan = @(
        foreach ($number in $before) {
            $row = @{ Number = $number.Number; AccountSid = $number.AccountSid; WorkspaceId = $number.WorkspaceId }
            foreach ($direction in 'InboundAgents', 'OutboundAgents') {
                # A row of the backup has text; a number of the platform may have a lone agent beside its list.
                if ($number -is [UponAi.PhoneNumber] -and $direction -eq 'InboundAgents') { $agents = $number.GetInbound() }
                elseif ($number -is [UponAi.PhoneNumber]) { $agents = $number.GetOutbound() }
                elseif ($number.$direction -and $number.$direction -ne 'none') { $agents = [UponAi.AgentRefCollection]::Parse($number.$direction) }
                else { continue }
                $moved = $agents.MoveShare($From, $To, $step / 100)
                if (-not [object]::ReferenceEquals($moved, $agents)) { $row[$direction] = $moved }
            }
            if ($row.Count -gt 3) { [pscustomobject] $row }
        }
    )

    $changes = @($plan | Compare-UponAiNumberAssignment -OnlyChanged)
    $changes
    if (-not $PSCmdlet.ShouldProcess("$($changes.Count) numbers", "Move $step % of the share of $From to $To")) { continue }

    $changes | Set-UponAiNumberAssignment -JournalPath $JournalPath -IfUnchanged -SkipUnchanged -Confirm:$false -ErrorVariable failed | ForEach-Object { $done = 0 } { $done++ } { "$done numbers have $step % at $To." }
    if ($failed) { throw "$(@($failed).Count) numbers failed at $step %. Run again to go on, or go back: Restore-UponAiNumberAssignment '$JournalPath'" }
}
