<#
.SYNOPSIS
    A tour: list numbers, assign a CSV file, split calls between two agents, handle an error, clear a number.
.DESCRIPTION
    The script uses the numbers and agents of the sandbox:

        dotnet run --project src/UponAi.Host

    In PowerShell, import the module. Start the sandbox in another window with
    'dotnet run --project src/UponAi.Sandbox', and set the environment variables that it prints.
#>
[CmdletBinding()]
param(
    [string] $Path
)

# Not a parameter default, because $PSScriptRoot is empty there on Windows PowerShell.
if (-not $Path) { $Path = [IO.Path]::Combine($PSScriptRoot, 'numbers.csv') }

# The commands below change numbers. This check protects real numbers.
$connection = Get-UponAiConnection
if (-not $connection) {
    throw 'Not connected. Start the sandbox and set the UPONAI_* environment variables that it prints.'
}
if (-not $connection.BaseUri.IsLoopback) {
    throw "This example is made for the sandbox, and the connection is to $($connection.BaseUri)."
}

''
$test = Test-UponAiConnection
if (-not $test.IsSuccess) { throw "The connection does not work. $($test.Problems)" }
"Connected to $($connection.BaseUri), account $($connection.AccountSid), workspace $($connection.WorkspaceId)."

''
'1. Preview. -WhatIf checks every row and shows what would change. Nothing is sent.'
''
Import-Csv -Path $Path | Set-UponAiNumberAssignment -WhatIf

''
'2. Assign. The valid rows return phone numbers. The two invalid rows are errors, and do not stop the others.'
Import-Csv -Path $Path | Set-UponAiNumberAssignment -ErrorVariable problems

''
'3. Each error has its row, so that you can correct the row and pipe it again.'
foreach ($problem in $problems) {
    $row = $problem.TargetObject
    "   $($row.Number), $($row.Site): $($problem.FullyQualifiedErrorId.Split(',')[0])"
}

''
'4. Send a tenth of the calls to another agent. Piped agents are the inbound agents.'
$agents = @(
    New-UponAiAgentRef -AgentId agent_reception -AgentVersion 3 -Weight 0.9
    New-UponAiAgentRef -AgentId agent_sales -Weight 0.1
)
# Text, because PowerShell would show the object as another row of the table of step 2.
foreach ($phone in $agents | Set-UponAiNumberAssignment -Number '+14155550108') {
    "   $($phone.Number) now reaches $($phone.GetInbound().ToDisplayString())."
}

''
'5. Remove all agents from a number. Without -Confirm:$false, the command asks first.'
foreach ($phone in Clear-UponAiNumberAssignment -Number '+14155550108' -Confirm:$false) {
    $inbound, $outbound = $phone.GetInbound(), $phone.GetOutbound()
    "   $($phone.Number) now has $($inbound.Count) inbound and $($outbound.Count) outbound agents."
}
