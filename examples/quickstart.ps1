<#
.SYNOPSIS
    The main job from end to end: look first, assign a CSV of numbers, split calls between two agents, meet an error, clear a number.
.DESCRIPTION
    Made for the sandbox, whose numbers and agents it names:

        dotnet run --project src/UponAi.Host

    In PowerShell, import the module, start the sandbox in another window with 'dotnet run --project src/UponAi.Sandbox', and set the
    environment variables that it prints.
#>
[CmdletBinding()]
param(
    [string] $Path
)

# Set here: on Windows PowerShell, $PSScriptRoot is empty while parameters get their defaults.
if (-not $Path) { $Path = [IO.Path]::Combine($PSScriptRoot, 'numbers.csv') }

# The commands below change numbers; this keeps them away from anybody's real ones.
$connection = Get-UponAiConnection
if (-not $connection) { throw 'Not connected. Start the sandbox and set the UPONAI_* environment variables that it prints.' }
if (-not $connection.BaseUri.IsLoopback) { throw "This example is made for the sandbox, and the connection is to $($connection.BaseUri)." }

''
$test = Test-UponAiConnection
if (-not $test.IsSuccess) { throw "The connection does not work. $($test.Problems)" }
"Connected to $($connection.BaseUri), account $($connection.AccountSid), workspace $($connection.WorkspaceId)."

''
'1. Look first. -WhatIf checks every row and says what would change; nothing is sent.'
''
Import-Csv -Path $Path | Set-UponAiNumberAssignment -WhatIf

''
'2. Assign. The good rows come out as phone numbers. The two bad ones end as errors, and the rest goes on.'
Import-Csv -Path $Path | Set-UponAiNumberAssignment -ErrorVariable problems

''
'3. The failed rows are still there, to be corrected and piped again.'
foreach ($problem in $problems) { "   $($problem.TargetObject.Number), $($problem.TargetObject.Site): $($problem.FullyQualifiedErrorId.Split(',')[0])" }

''
'4. Send a tenth of the calls to another agent: agents through the pipeline are the inbound split.'
$agents = @(
    New-UponAiAgentRef -AgentId agent_reception -AgentVersion 3 -Weight 0.9
    New-UponAiAgentRef -AgentId agent_sales -Weight 0.1
)
# In a sentence: PowerShell would show the object as one more row of step 2's table, far below its header.
foreach ($phone in $agents | Set-UponAiNumberAssignment -Number '+14155550108') {
    "   $($phone.Number) now reaches $($phone.GetInbound().ToDisplayString())."
}

''
'5. Take all agents off a number. Without -Confirm:$false the command asks first.'
foreach ($phone in Clear-UponAiNumberAssignment -Number '+14155550108' -Confirm:$false) {
    "   $($phone.Number) now has $($phone.GetInbound().Count) inbound and $($phone.GetOutbound().Count) outbound agents."
}
