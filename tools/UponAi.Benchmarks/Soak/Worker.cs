using System.Globalization;
using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Soak;

/// <summary>A runspace that sets, clears, reads and compares its own numbers until the time is up.</summary>
internal sealed class Worker : IDisposable
{
    private readonly ModuleEngine engine = new();
    private readonly Uri platform;
    private readonly string[] numbers;
    private readonly bool reconnects;
    private readonly Dictionary<string, string> bound = [];
    private int round;

    /// <param name="first">The index of the first number.</param>
    /// <param name="count">The count of the numbers.</param>
    /// <param name="connection">
    /// A connection that other workers share. Null to connect, and to reconnect in every second round.
    /// </param>
    internal Worker(Uri platform, int first, int count, PSObject? connection)
    {
        this.platform = platform;
        numbers = [.. Enumerable.Range(first, count).Select(Bulk.Rows.Number)];
        reconnects = connection is null;
        if (connection is null) engine.Connect(platform);
        else engine.Invoke(
            "$PSDefaultParameterValues = @{ '*-UponAi*:Connection' = $connection }",
            ("connection", connection));
    }

    internal Tally Tally { get; } = new();

    /// <summary>Works until the time is up, and completes the last round.</summary>
    internal void Run(CancellationToken timeIsUp)
    {
        for (; !timeIsUp.IsCancellationRequested; round++)
        {
            if (reconnects && round % 2 == 1) Reconnect();
            Change("Set", numbers, "$rows | Set-UponAiNumberAssignment", Inbound);
            Change("Clear", Cleared, "$rows | Clear-UponAiNumberAssignment -Inbound -Confirm:$false", "");
            Check("Get", "$rows.Number | Get-UponAiNumber", "InboundAgents", agents => agents);
            Check(
                "Compare", "$rows | Compare-UponAiNumberAssignment", "Status",
                agents => agents == Inbound ? "Unchanged" : "Changed");
        }
    }

    public void Dispose() => engine.Dispose();

    private string Inbound =>
        string.Create(CultureInfo.InvariantCulture, $"agent_reception@{round % 4}=0.75;agent_sales=0.25");

    private string[] Cleared => [.. numbers.Where((_, i) => (i + round) % 4 == 0)];

    private void Reconnect()
    {
        engine.Invoke("Disconnect-UponAi");
        engine.Connect(platform);
    }

    private void Change(string command, string[] changed, string script, string inbound)
    {
        var result = engine.Invoke(script, ("rows", changed.Select(Row).ToArray()));
        Tally.Count(command, changed, result);
        Tally.CountChanges(result.Output);
        // The state of the number after a failed row is not known.
        foreach (var number in changed) bound.Remove(number);
        foreach (var phone in result.Output) bound[Text(phone, "Number")] = inbound;
    }

    private void Check(string command, string script, string member, Func<string, string> expected)
    {
        var result = engine.Invoke(script, ("rows", numbers.Select(Row).ToArray()));
        Tally.Count(command, numbers, result);
        foreach (var row in result.Output)
        {
            var number = Text(row, "Number");
            if (bound.TryGetValue(number, out var agents) && Text(row, member) != expected(agents))
                Tally.CountWrong(
                    $"{command}: {member} of {number} is '{Text(row, member)}' and not '{expected(agents)}'.");
        }
    }

    private static string Text(PSObject row, string member) => $"{row.Properties[member]?.Value}";

    private PSObject Row(string number)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", number));
        row.Properties.Add(new PSNoteProperty("InboundAgents", Inbound));
        row.Properties.Add(
            new PSNoteProperty(
                "OutboundAgents",
                string.Create(CultureInfo.InvariantCulture, $"agent_sales@{round % 3}")));
        row.Properties.Add(new PSNoteProperty("TimeRouting", round % 2 == 0));
        return row;
    }
}
