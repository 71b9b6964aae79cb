namespace UponAi.Sandbox.State;

/// <summary>
/// The accounts, agents and numbers that a sandbox starts with. The built-in numbers are from the range
/// +1 415 555 01xx, which is reserved for fiction.
/// </summary>
internal static class SeedData
{
    private const string Reception = "agent_reception";
    private const string Sales = "agent_sales";
    private const string Support = "agent_support";
    private const string Night = "agent_night";
    private const string Concierge = "agent_concierge";
    private const string Webhook = "https://hooks.example.com/inbound";

    private static readonly Agent[] Agents =
    [
        new(Night, "Night line", 0),
        new(Reception, "Reception", 3),
        new(Sales, "Sales", 2),
        new(Support, "Support", 4),
    ];

    internal static Account DefaultAccount(SandboxOptions options) => new(
        SandboxIds.AccountSid,
        options.Token,
        [SandboxIds.WorkspaceId, SandboxIds.SecondWorkspaceId],
        [
            .. Agents.Concat(options.AddedAgents.Select(added => new Agent(added.Id, added.Id, added.LatestVersion)))
                .GroupBy(agent => agent.Id, StringComparer.Ordinal)
                .Select(same => same.First() with { LatestVersion = same.Max(agent => agent.LatestVersion) })
                .OrderBy(agent => agent.Id, StringComparer.Ordinal),
        ]);

    internal static Account OtherAccount(SandboxOptions options) => new(
        SandboxIds.OtherAccountSid,
        SandboxIds.OtherToken(options.Token),
        [SandboxIds.OtherWorkspaceId],
        [new(Concierge, "Concierge", 1)]);

    internal static IReadOnlyList<NumberRecord> Numbers(
        SandboxOptions options, Account defaultAccount, Account otherAccount)
    {
        List<NumberRecord> numbers = [];
        foreach (var (number, bindings) in FirstWorkspace())
            Add(number, defaultAccount, SandboxIds.WorkspaceId, bindings);
        foreach (var (number, bindings) in SecondWorkspace())
            Add(number, defaultAccount, SandboxIds.SecondWorkspaceId, bindings);
        foreach (var (number, bindings) in OtherWorkspace())
            Add(number, otherAccount, SandboxIds.OtherWorkspaceId, bindings);
        string[] added = [.. options.AddedNumbers.Except(numbers.Select(known => known.Number))];
        foreach (var number in added.Where(number => !GeneratedNumbers.Contains(number, options.Numbers)))
            Add(number, defaultAccount, SandboxIds.WorkspaceId, Bindings.None);
        return numbers;

        void Add(string number, Account account, int workspaceId, Bindings bindings) =>
            numbers.Add(new(numbers.Count + 1, number, account, workspaceId, bindings));
    }

    private static IEnumerable<(string Number, Bindings Bindings)> FirstWorkspace() =>
    [
        ("+14155550100", new([new(Reception, 2, 0.9m), new(Sales, 0, 0.1m)], Only(Sales, 1), null, false)),
        ("+14155550101", new(Only(Reception), [], Webhook, true)),
        ("+14155550102", Bindings.None with { Outbound = Only(Sales, 2) }),
        ("+14155550103", Bindings.None),
        ("+14155550104", Bindings.None),
        ("+14155550105", Bindings.None with { Inbound = Only(Night, 0), Outbound = Only(Night, 0) }),
        ("+14155550106", Bindings.None),
        ("+14155550107", Bindings.None),
        ("+14155550108", Bindings.None),
        ("+14155550109", Bindings.None),
        (SandboxIds.ImportFailingNumber, Bindings.None),
        ("101", Bindings.None with { Inbound = Only(Reception, 3) }),
        ("0102", Bindings.None),
        ("+14155550100;ext=7", Bindings.None),
    ];

    private static IEnumerable<(string Number, Bindings Bindings)> SecondWorkspace() =>
    [
        ("+14155550110", Bindings.None with { Inbound = Only(Support, 4), Outbound = Only(Support) }),
        ("+14155550111", Bindings.None with { Outbound = [new(Sales, 2, 0.5m), new(Support, 4, 0.5m)] }),
        ("+14155550112", Bindings.None),
        ("+14155550113", Bindings.None),
        ("201", Bindings.None with { Inbound = Only(Support) }),
    ];

    private static IEnumerable<(string Number, Bindings Bindings)> OtherWorkspace() =>
    [
        ("+14155550190", Bindings.None with { Inbound = Only(Concierge, 1) }),
        ("+14155550191", Bindings.None),
    ];

    private static AgentBinding[] Only(string agentId, int? version = null) => [new(agentId, version, 1m)];
}
