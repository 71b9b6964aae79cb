using System.Globalization;
using UponAi.PowerShell.Connections;

namespace UponAi.Desktop;

/// <summary>What a person does in a session, without the commands, as Mono has no engine to run them.</summary>
internal sealed class Session
{
    private const string Number = "+14155550100";

    private readonly UponAiConnection connection;

    private Session(UponAiConnection connection) => this.connection = connection;

    /// <summary>Connects by the environment.</summary>
    internal static Session Connect()
    {
        var environment = EnvironmentVariables.Read();
        var connection = ConnectionFactory.Open(new ConnectionSettings
        {
            BaseUri = BaseAddress.Parse(environment.BaseUri!),
            Token = BearerToken.Protect(environment.Token!),
            AccountSid = environment.AccountSid,
            WorkspaceId = environment.WorkspaceId,
            MaximumRetryCount = 10,
        });
        Console.WriteLine("connected to " + connection);
        return new Session(connection);
    }

    /// <summary>Takes a step: <c>set</c>, <c>clear</c>, or a count of numbers to set at once.</summary>
    internal Task TakeAsync(string step) => step switch
    {
        "set" => ReportAsync(Inbound(Number, Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales@2=90%;agent_support=10%"))))),
        "clear" => ReportAsync(Inbound(Number, Change.Clear<AgentSplit>())),
        _ => SetAtOnceAsync(int.Parse(step, CultureInfo.InvariantCulture)),
    };

    private async Task ReportAsync(NumberAssignment assignment)
    {
        var outcome = await UpdateAsync(assignment);
        var number = outcome.PhoneNumber;
        Console.WriteLine($"{number.Number}: {(number.GetInbound() is { Count: > 0 } agents ? agents.ToDisplayString() : "nobody")}; {outcome.Request.StatusCode}");
    }

    private async Task SetAtOnceAsync(int count)
    {
        var agent = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales")));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() =>
            UpdateAsync(Inbound("+1999" + i.ToString("D7", CultureInfo.InvariantCulture), agent)))));
        Console.WriteLine($"{outcomes.Length} at once; retried: {(outcomes.Any(outcome => outcome.Request.Attempts > 1) ? "yes" : "no")}");
    }

    private static NumberAssignment Inbound(string number, Change<AgentSplit> agents) => new() { Number = NumberId.Parse(number), Inbound = agents };

    private Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment) =>
        connection.Api.UpdateAsync(assignment, new AssignmentScope(connection.AccountSid!, connection.WorkspaceId!.Value), CancellationToken.None);
}
