using System.Text;
using UponAi.Testing;

namespace UponAi.Benchmarks.Bulk.Parts;

/// <summary>
/// Measures scripts with Invoke-RestMethod and our command in a real PowerShell, if one is installed.
/// </summary>
internal static class InvokeRestMethod
{
    private const int Rows = 1_000;

    private static readonly (string Name, string Loop)[] Loops =
    [
        ("Invoke-RestMethod in a loop", "foreach ($uri in $uris) { $null = Invoke-RestMethod -Uri $uri @request }"),
        ($"ForEach-Object -Parallel -ThrottleLimit {BulkOptions.InFlight}",
            $"$uris | ForEach-Object -Parallel {{ $request = $using:request; $null = Invoke-RestMethod "
            + $"-Uri $_ @request }} -ThrottleLimit {BulkOptions.InFlight}"),
        ("Set-UponAiNumberAssignment in the same PowerShell",
            $"$rows | Set-UponAiNumberAssignment -ThrottleLimit {BulkOptions.InFlight} | Out-Null"),
    ];

    internal static async Task<IEnumerable<Line>> RunAsync()
    {
        if (!RealPowerShell.IsThere) return [new Line("Invoke-RestMethod", "pwsh is not on the PATH")];
        using var sandbox = await SandboxProcess.StartAsync(Rows);
        List<Line> lines = [];
        foreach (var (name, loop) in Loops)
        {
            var seconds = await RealPowerShell.MeasureAsync(Script(sandbox.BaseUri, loop));
            lines.Add(new Line(name, FormattableString.Invariant($"{Rows / seconds:N0} rows/s")));
        }

        return lines;
    }

    private static string Script(Uri platform, string loop) => $$"""
        $ProgressPreference = 'SilentlyContinue'
        $uris = foreach ($i in 0..{{Rows - 1}}) { "{{platform}}api/numbers/%2B$(19990000000 + $i)/agent" }
        $request = @{
            Method      = 'Put'
            ContentType = 'application/json'
            Headers     = @{ Authorization = 'Bearer {{SandboxProcess.Token}}' }
            Body        = '{{Encoding.UTF8.GetString(Bulk.Rows.Body)}}'
        }
        $null = Invoke-RestMethod -Uri $uris[0] @request
        Import-Module '{{RepositoryFiles.Manifest}}'
        $connection = @{
            BaseUri     = '{{platform}}'
            Token       = ConvertTo-SecureString '{{SandboxProcess.Token}}' -AsPlainText -Force
            AccountSid  = '{{SandboxProcess.Scope.AccountSid}}'
            WorkspaceId = {{SandboxProcess.Scope.WorkspaceId}}
        }
        Connect-UponAi @connection
        $rows = foreach ($i in 0..{{Rows - 1}}) {
            [pscustomobject]@{
                Number        = "+$(19990000000 + $i)"
                InboundAgents = 'agent_reception@3'
                OutboundAgent = 'agent_sales'
            }
        }
        $null = $rows[0] | Set-UponAiNumberAssignment
        (Measure-Command { {{loop}} }).TotalSeconds
        """;
}
