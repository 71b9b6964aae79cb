using System.Globalization;
using System.Management.Automation;
using UponAi.Client.Journaling;
using UponAi.Client.Json;

namespace UponAi.Benchmarks.Bulk;

/// <summary>
/// The rows that every sender sends, as objects, assignments and bytes: a number, an inbound agent with a version, and
/// an outbound agent.
/// </summary>
internal static class Rows
{
    private const long FirstNumber = 19990000000;
    private const string Inbound = "agent_reception@3";
    private const string Outbound = "agent_sales";

    /// <summary>Gets the body of the request, which is the same for every row.</summary>
    internal static byte[] Body => UpdateRequestWriter.Write(Assignments(1)[0], SandboxProcess.Scope);

    internal static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(Number)];

    internal static NumberAssignment[] Assignments(int count)
    {
        var inbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse(Inbound)));
        var outbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse(Outbound)));
        return [
            .. Enumerable.Range(0, count).Select(
                i =>
                    new NumberAssignment
                    {
                        Number = NumberId.Parse(Number(i)),
                        Inbound = inbound,
                        Outbound = outbound
                    })];
    }

    /// <summary>
    /// Returns custom objects like those of Import-Csv, one at a time. They hold their own members. <c>new
    /// PSObject()</c> would keep the members in a table of the engine.
    /// </summary>
    internal static IEnumerable<PSObject> Stream(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var row = new PSObject(3);
            row.Properties.Add(new PSNoteProperty("Number", Number(i)));
            row.Properties.Add(new PSNoteProperty("InboundAgents", Inbound));
            row.Properties.Add(new PSNoteProperty("OutboundAgent", Outbound));
            yield return row;
        }
    }

    /// <summary>Writes a plan file, as CSV or JSON.</summary>
    internal static async Task WriteAsync(string path, int count)
    {
        await using var file = new StreamWriter(path);
        var isJson = path.EndsWith(".json", StringComparison.Ordinal);
        await file.WriteLineAsync(isJson ? "[" : "Number,InboundAgents,OutboundAgent");
        for (var i = 0; i < count; i++)
        {
            await file.WriteLineAsync(isJson
                ? $$"""{ "Number": "{{Number(i)}}", "InboundAgents": "{{Inbound}}", "OutboundAgent": "{{Outbound}}" }"""
                    + (i < count - 1 ? "," : "]")
                : $"{Number(i)},{Inbound},{Outbound}");
        }
    }

    /// <summary>Writes a journal in which all rows succeeded: two lines for each row.</summary>
    internal static void WriteJournal(string path, int count)
    {
        using var journal = new UpdateJournal(path, new Uri("https://localhost/"));
        foreach (var assignment in Assignments(count))
        {
            var request = new JournalledRequest(assignment, SandboxProcess.Scope);
            journal.RecordSending(request);
            journal.RecordOutcome(request, JournalOutcome.Succeeded, summary: null, after: null, failure: null);
        }
    }

    /// <summary>Returns the generated number with an index.</summary>
    internal static string Number(int index) => (FirstNumber + index).ToString("+0", CultureInfo.InvariantCulture);
}
