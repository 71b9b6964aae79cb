using System.Globalization;
using UponAi.PowerShell.Connections;

namespace UponAi.Desktop;

/// <summary>What a person does in a session, without the commands, as Mono has no engine to run them.</summary>
internal static class Session
{
    private const string Number = "+14155550100";

    /// <summary>Connects by the environment and takes the steps: <c>set</c>, <c>clear</c>, or a count of numbers to set at once.</summary>
    internal static async Task RunAsync(IEnumerable<string> steps)
    {
        var environment = EnvironmentVariables.Read();
        using var connection = ConnectionFactory.Open(new ConnectionSettings
        {
            BaseUri = BaseAddress.Parse(environment.BaseUri!),
            Token = BearerToken.Protect(environment.Token!),
            AccountSid = environment.AccountSid,
            WorkspaceId = environment.WorkspaceId,
            MaximumRetryCount = 10,
        });
        Console.WriteLine("connected to " + connection);
        foreach (var step in steps) await TakeAsync(connection, step);
    }

    private static Task TakeAsync(UponAiConnection connection, string step) => step switch
    {
        "set" => ReportAsync(connection, Inbound(Number, Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales@2=90%;agent_support=10%"))))),
        "clear" => ReportAsync(connection, Inbound(Number, Change.Clear<AgentSplit>())),
        _ => SetAtOnceAsync(connection, int.Parse(step, CultureInfo.InvariantCulture)),
    };

    private static async Task ReportAsync(UponAiConnection connection, NumberAssignment assignment)
    {
        var outcome = await UpdateAsync(connection, assignment);
        var number = outcome.PhoneNumber;
        Console.WriteLine($"{number.Number}: {(number.GetInbound() is { Count: > 0 } agents ? agents.ToDisplayString() : "nobody")}; {outcome.Request.StatusCode}");
    }

    private static async Task SetAtOnceAsync(UponAiConnection connection, int count)
    {
        var agent = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales")));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() =>
            UpdateAsync(connection, Inbound("+1999" + i.ToString("D7", CultureInfo.InvariantCulture), agent)))));
        Console.WriteLine($"{outcomes.Length} at once; retried: {(outcomes.Any(outcome => outcome.Request.Attempts > 1) ? "yes" : "no")}");
    }

    private static NumberAssignment Inbound(string number, Change<AgentSplit> agents) => new() { Number = NumberId.Parse(number), Inbound = agents };

    private static Task<UpdateOutcome> UpdateAsync(UponAiConnection connection, NumberAssignment assignment) =>
        connection.Api.UpdateAsync(assignment, new AssignmentScope(connection.AccountSid!, connection.WorkspaceId!.Value), CancellationToken.None);
}
