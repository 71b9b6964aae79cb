using System.Globalization;
using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Soak;

/// <summary>One runspace with numbers of its own, which it sets and clears, over and over.</summary>
internal sealed class Worker : IDisposable
{
    private readonly ModuleEngine engine = new();
    private readonly Uri platform;
    private readonly string[] numbers;
    private readonly bool reconnects;
    private int round;

    /// <param name="first">The index of its first number.</param>
    /// <param name="count">How many numbers it has.</param>
    /// <param name="connection">A connection that others use too; none to make one, and now and then another.</param>
    internal Worker(Uri platform, int first, int count, PSObject? connection)
    {
        this.platform = platform;
        numbers = [.. Enumerable.Range(first, count).Select(Bulk.Rows.Number)];
        reconnects = connection is null;
        if (connection is null) engine.Connect(platform);
        else engine.Invoke("$PSDefaultParameterValues = @{ '*-UponAi*:Connection' = $connection }", ("connection", connection));
    }

    internal Tally Tally { get; } = new();

    /// <summary>Works until the time is up; the last round is finished.</summary>
    internal void Run(CancellationToken timeIsUp)
    {
        for (; !timeIsUp.IsCancellationRequested; round++)
        {
            if (reconnects && round % 10 == 9) Reconnect();
            Change("Set", numbers, "$rows | Set-UponAiNumberAssignment");
            Change("Clear", Cleared, "$rows | Clear-UponAiNumberAssignment -Inbound -Confirm:$false");
        }
    }

    public void Dispose() => engine.Dispose();

    private string[] Cleared => [.. numbers.Where((_, i) => (i + round) % 4 == 0)];

    private void Reconnect()
    {
        engine.Invoke("Disconnect-UponAi");
        engine.Connect(platform);
    }

    private void Change(string command, string[] changed, string script)
    {
        var result = engine.Invoke(script, ("rows", changed.Select(Row).ToArray()));
        Tally.Count(command, changed, result);
        Tally.CountChanges(result.Output);
    }

    private PSObject Row(string number)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", number));
        row.Properties.Add(new PSNoteProperty("InboundAgents", string.Create(CultureInfo.InvariantCulture, $"agent_reception@{round % 4}=75%;agent_sales=25%")));
        row.Properties.Add(new PSNoteProperty("OutboundAgents", string.Create(CultureInfo.InvariantCulture, $"agent_sales@{round % 3}")));
        row.Properties.Add(new PSNoteProperty("TimeRouting", round % 2 == 0));
        return row;
    }
}
