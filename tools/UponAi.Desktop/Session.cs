using System.Globalization;
using UponAi.PowerShell.Connections;
using UponAi.PowerShell.Plans;

namespace UponAi.Desktop;

/// <summary>The steps of a session without the commands, because Mono has no PowerShell engine.</summary>
internal sealed class Session
{
    private const string Number = "+14155550100";

    private readonly UponAiConnection connection;

    private Session(UponAiConnection connection) => this.connection = connection;

    /// <summary>Creates a connection from the environment variables.</summary>
    internal static Session Connect()
    {
        var environment = EnvironmentVariables.Read();
        var connection = ConnectionFactory.Create(new ConnectionSettings
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

    /// <summary>Takes a step: <c>set</c>, <c>clear</c>, <c>plan</c>, or a count of numbers to set at once.</summary>
    internal Task TakeAsync(string step) => step switch
    {
        "set" =>
            ReportAsync(
                Inbound(
                    Number,
                    Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales@2=90%;agent_support=10%"))))),
        "clear" => ReportAsync(Inbound(Number, Change.Clear<AgentSplit>())),
        "plan" => ReportPlans(),
        _ => SetAtOnceAsync(int.Parse(step, CultureInfo.InvariantCulture)),
    };

    private async Task ReportAsync(NumberAssignment assignment)
    {
        var outcome = await UpdateAsync(assignment);
        var number = outcome.PhoneNumber;
        var inbound = number.GetInbound() is { Count: > 0 } agents ? agents.ToDisplayString() : "nobody";
        Console.WriteLine($"{number.Number}: {inbound}; {outcome.Request.StatusCode}");
    }

    private async Task SetAtOnceAsync(int count)
    {
        var agent = Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_sales")));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() =>
            UpdateAsync(Inbound("+1999" + i.ToString("D7", CultureInfo.InvariantCulture), agent)))));
        var isRetried = outcomes.Any(outcome => outcome.Request.Attempts > 1) ? "yes" : "no";
        Console.WriteLine($"{outcomes.Length} at once; retried: {isRetried}");
    }

    private static Task ReportPlans()
    {
        Console.WriteLine(
            string.Join(
                "; ",
                new[] { PlanFormat.Csv, PlanFormat.Json }.Select(
                    format => $"{format}: '{ThroughFile(format)}' is read back")));
        return Task.CompletedTask;
    }

    /// <summary>Writes a plan, and reads the plan.</summary>
    private static object? ThroughFile(PlanFormat format)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var writer = PlanFiles.Create(path, format, overwrite: true))
            {
                writer.Write(new PlanRow(Inbound(Number, Change.Clear<AgentSplit>()), "AC1", 1, path, 1));
                writer.Complete();
            }

            using var file = PlanFiles.Open(path, format);
            return file.Read().Single(record => !record.IsHeader).Cells[0].Value;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static NumberAssignment Inbound(string number, Change<AgentSplit> agents) =>
        new() { Number = NumberId.Parse(number), Inbound = agents };

    private Task<UpdateOutcome> UpdateAsync(NumberAssignment assignment) =>
        connection.Api.UpdateAsync(
            assignment,
            new NumberLocation(connection.AccountSid!, connection.WorkspaceId!.Value),
            gate: null,
            CancellationToken.None);
}
