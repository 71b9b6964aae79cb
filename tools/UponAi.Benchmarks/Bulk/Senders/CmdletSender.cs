using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>The cmdlet of the built module in a hosted engine, rows piped in, results let go.</summary>
internal sealed class CmdletSender : ISender
{
    private static readonly string Limit = $"-ThrottleLimit {BulkOptions.InFlight}";

    private readonly ModuleEngine engine = new();
    private readonly PSObject[] piped;

    internal CmdletSender(Uri platform, int rows)
    {
        piped = [.. Rows.Stream(rows)];
        engine.Connect(platform);
    }

    public string Name => "Set-UponAiNumberAssignment";

    public Task SendAsync()
    {
        engine.Set(piped, Limit);
        return Task.CompletedTask;
    }

    public void Dispose() => engine.Dispose();
}
