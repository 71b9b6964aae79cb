# Starts a sandbox for a test file on a free port. Each test uses its own unassigned number, so that no test depends on
# another.

function Open-Sandbox {
    [OutputType([pscustomobject])]
    param([string[]] $Argument = @(), [int] $Numbers = 200)

    $binaries = [IO.Path]::Combine($PSScriptRoot, '..', '..', '..', 'src', 'UponAi.Sandbox', 'bin')
    $program = Get-ChildItem -Path $binaries -Filter UponAi.Sandbox.dll -Recurse -File -ErrorAction Ignore |
        Sort-Object -Property LastWriteTimeUtc |
        Select-Object -Last 1
    if (-not $program) { throw 'The sandbox is not built. Run ./build.ps1 first.' }

    $start = New-Object -TypeName Diagnostics.ProcessStartInfo -ArgumentList 'dotnet'
    $start.Arguments = (@("`"$($program.FullName)`"", '--port', '0', '--numbers', $Numbers) + $Argument) -join ' '
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $process = [Diagnostics.Process]::Start($start)

    try {
        # The last lines of the sandbox show a person how to connect. The tests read the values there.
        $said = @{}
        while (-not $said.ContainsKey('WORKSPACE_ID')) {
            $line = $process.StandardOutput.ReadLine()
            if ($null -eq $line) {
                throw "The sandbox ended before it said where it is. $($process.StandardError.ReadToEnd())"
            }
            if ($line -match "env:UPONAI_(\w+) = '(.*)'") { $said[$Matches[1]] = $Matches[2] }
        }
    } catch {
        Close-Sandbox ([pscustomobject]@{ Process = $process })
        throw
    }

    [pscustomobject]@{
        Process     = $process
        BaseUri     = $said.BASE_URI
        Token       = $said.TOKEN
        AccountSid  = $said.ACCOUNT_SID
        WorkspaceId = [int] $said.WORKSPACE_ID
        NumbersUsed = 0
    }
}

function Close-Sandbox {
    param([AllowNull()] [pscustomobject] $Sandbox)

    if (-not $Sandbox) { return }
    if (-not $Sandbox.Process.HasExited) { $Sandbox.Process.Kill() }
    $Sandbox.Process.WaitForExit()
    $Sandbox.Process.Dispose()
}

function Get-Secret([string] $Text) {
    (New-Object -TypeName Net.NetworkCredential -ArgumentList '', $Text).SecurePassword
}

function Connect-Sandbox([pscustomobject] $Sandbox) {
    Connect-UponAi -Token (Get-Secret $Sandbox.Token) -AccountSid $Sandbox.AccountSid `
        -WorkspaceId $Sandbox.WorkspaceId -BaseUri $Sandbox.BaseUri
}

function Get-FreeNumber([pscustomobject] $Sandbox) { '+1999{0:0000000}' -f $Sandbox.NumbersUsed++ }

# Returns the state of the sandbox without the module.
function Get-Binding([pscustomobject] $Sandbox, [string] $Number) {
    $listed = Invoke-RestMethod -UseBasicParsing -Uri "$($Sandbox.BaseUri)api/numbers/$($Sandbox.AccountSid)" `
        -Headers @{
        Authorization = "Bearer $($Sandbox.Token)"
    }
    $found = $listed.numbers | Where-Object -Property number -EQ -Value $Number
    [pscustomobject]@{
        Inbound     = Get-AgentText $found.inbound_agents
        Outbound    = Get-AgentText $found.outbound_agents
        Webhook     = [string] $found.inbound_webhook_url
        TimeRouting = $found.is_time_routing_enabled
    }
}

function Get-AgentText([object[]] $Agents) {
    $texts = foreach ($agent in $Agents) {
        $version = if ($null -ne $agent.agent_version) { "@$($agent.agent_version)" }
        "$($agent.agent_id)$version=$([double] $agent.weight)"
    }
    $texts -join ';'
}

function Get-RequestCount([pscustomobject] $Sandbox) {
    (Invoke-RestMethod -UseBasicParsing -Uri "$($Sandbox.BaseUri)sandbox/stats").requests
}
