using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// A run of Set-UponAiNumberAssignment with its own connection and platform. The agent of a row is its position.
/// </summary>
internal sealed partial class SetRound
{
    private const int MostRows = 60;
    private const int MostAtOnce = 16;
    private const int NumbersOfAKind = 5;

    private readonly ChanceOrder order;
    private readonly SetEnding ending;
    private readonly int atOnce;
    private readonly int moment;
    private readonly RowKind[] kinds;
    private readonly PSObject[] rows;
    private readonly Lock gate = new();
    private readonly HashSet<string> inFlight = [];
    private readonly HashSet<string> seen = [];
    private readonly ConcurrentBag<Task> leaving = [];
    private Action? momentComes;
    private int arrived;
    private string? brokenRule;

    internal SetRound(int seed)
    {
        var chance = new Random(seed);
        order = new ChanceOrder(seed);
        ending = (SetEnding)chance.Next((int)SetEnding.BrokenBefore + 1);
        atOnce = chance.Next(1, MostAtOnce + 1);
        kinds = [
            .. Enumerable.Range(0, chance.Next(1, MostRows + 1)).Select(
                _ => (RowKind)chance.Next((int)RowKind.Done, (int)RowKind.Unreadable + 1))];
        rows = [.. kinds.Select((kind, i) => Row(Number(kind, chance.Next(NumbersOfAKind)), i + 1))];
        moment = chance.Next(1, rows.Length + 1);
    }

    private string Script => ending switch
    {
        SetEnding.First =>
            "$rows | Set-UponAiNumberAssignment -ThrottleLimit $atOnce 2>&1 | Select-Object -First $moment",
        SetEnding.ErrorActionStop => "$rows | Set-UponAiNumberAssignment -ThrottleLimit $atOnce -ErrorAction Stop",
        SetEnding.BrokenBehind =>
            "$count = 0; $rows | Set-UponAiNumberAssignment -ThrottleLimit $atOnce 2>&1 | ForEach-Object "
            + "{ $_; if (++$count -eq $moment) { throw 'enough' } }",
        SetEnding.BrokenBefore =>
            "$count = 0; $rows | ForEach-Object { if (++$count -eq $moment) { throw 'enough' }; $_ } | "
            + "Set-UponAiNumberAssignment -ThrottleLimit $atOnce 2>&1",
        _ => "$rows | Set-UponAiNumberAssignment -ThrottleLimit $atOnce 2>&1",
    };

    /// <returns>The rows. The module must no longer refer to them.</returns>
    internal async Task<IEnumerable<WeakReference>> RunAsync(Engine engine)
    {
        await using var platform = ScriptedServer.Start(Answer);
        var connected = await engine.RunAsync(
            "Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri -PassThru",
            ("token", ConnectedPlatform.Secret),
            ("uri", platform.BaseUri));
        var connection = (IDisposable)connected.Single().BaseObject;
        if (ending == SetEnding.Closed) momentComes = connection.Dispose;

        using var running = engine.Start(Script, ("rows", rows), ("atOnce", atOnce), ("moment", moment));
        if (ending == SetEnding.StoppedByARequest) momentComes = running.Stop;
        if (ending == SetEnding.StoppedAtOnce) running.Stop();
        Judge(await running.EndAsync());

        connection.Dispose();
        await OpenSockets.FallToAsync(0, platform.BaseUri, TestTimeout.Token);
        await Task.WhenAll(leaving).WaitAsync(TestTimeout.Token);
        return rows.Select(row => new WeakReference(row)).ToArray();
    }

    private Reply Answer(ReceivedRequest request)
    {
        var number = Uri.UnescapeDataString(request.Target.Split('/')[^2]);
        bool isFirst, isMoment;
        lock (gate)
        {
            if (!inFlight.Add(number)) brokenRule ??= $"Two requests for {number} are in flight.";
            if (inFlight.Count > atOnce)
                brokenRule ??= $"{inFlight.Count} requests are in flight, of {atOnce} at most.";
            isFirst = seen.Add(number);
            isMoment = ++arrived == moment;
        }

        if (isMoment) momentComes?.Invoke();
        var left = LeaveAsync(number);
        leaving.Add(left);
        return ReplyTo(request, KindOf(number), isFirst).After(left);
    }

    private static Reply ReplyTo(ReceivedRequest request, RowKind kind, bool isFirst) => kind switch
    {
        RowKind.Refused => Reply.Json(UpdateAnswers.Error("No."), 400),
        RowKind.BusyAtFirst when isFirst => Reply.Json("{}", 503, ("retry-after-ms", "1")),
        _ => ConnectedPlatform.Agree(request),
    };

    private async Task LeaveAsync(string number)
    {
        await order.WaitAsync();
        lock (gate) inFlight.Remove(number);
    }

    private void Judge(Outcome outcome)
    {
        Assert.Null(brokenRule);
        // Results and errors come in one stream, except the error that ends a run.
        var ended = outcome.Output.Concat(
            outcome.Errors.Where(error => error.TargetObject is PSObject).Select(PSObject.AsPSObject)).ToList();
        Assert.Equal(Enumerable.Range(1, ended.Count), ended.Select(PlaceOf));
        foreach (var (item, kind) in ended.Zip(kinds))
        {
            var isError = item!.BaseObject is ErrorRecord;
            if (kind is RowKind.Refused or RowKind.Unreadable) Assert.True(isError);
            else if (ending != SetEnding.Closed) Assert.False(isError, $"{item}");
        }

        if (ending is SetEnding.Whole or SetEnding.Closed) Assert.Equal(rows.Length, ended.Count);
        if (ending is SetEnding.First or SetEnding.BrokenBehind) Assert.Equal(moment, ended.Count);
        if (ending is SetEnding.ErrorActionStop)
            Assert.Equal(
                Array.FindIndex(kinds, kind => kind is RowKind.Refused or RowKind.Unreadable) is var first and >= 0
                    ? first + 1
                    : rows.Length,
                ended.Count);
    }

    private static int PlaceOf(PSObject? item)
    {
        var row = item!.BaseObject is ErrorRecord error ? PSObject.AsPSObject(error.TargetObject) : item;
        return int.Parse(Place().Match($"{row.Properties["InboundAgents"].Value}").Value, CultureInfo.InvariantCulture);
    }

    private static PSObject Row(string number, int place)
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", number));
        row.Properties.Add(
            new PSNoteProperty("InboundAgents", string.Create(CultureInfo.InvariantCulture, $"agent_{place}")));
        return row;
    }

    // The first digit of the number is the kind of the row.
    private static string Number(RowKind kind, int which) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)kind}0{which}") + (kind == RowKind.Unreadable ? "?" : "");

    private static RowKind KindOf(string number) => (RowKind)(number[0] - '0');

    [GeneratedRegex(@"(?<=^agent_)\d+")]
    private static partial Regex Place();
}
