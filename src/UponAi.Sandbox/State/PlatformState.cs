using System.Collections.Frozen;

namespace UponAi.Sandbox.State;

/// <summary>An agent with the versions 0 to <paramref name="LatestVersion"/>.</summary>
internal sealed record Agent(string Id, string Name, int LatestVersion)
{
    private static readonly DateTimeOffset FirstVersionAt = new(2026, 1, 12, 9, 0, 0, TimeSpan.Zero);

    internal IEnumerable<int> Versions => Enumerable.Range(0, LatestVersion + 1);

    internal bool HasVersion(int version) => version >= 0 && version <= LatestVersion;

    internal static DateTimeOffset UpdatedAt(int version) => FirstVersionAt.AddDays(7 * version);
}

/// <summary>An account with its token, workspaces and agents. The agents are in ordinal order of their ids.</summary>
internal sealed record Account(string Sid, string Token, IReadOnlyList<int> Workspaces, IReadOnlyList<Agent> Agents)
{
    internal Agent? FindAgent(string id) => Agents.FirstOrDefault(agent => agent.Id == id);

    /// <summary>Refuses other accounts with 403, even if they do not exist.</summary>
    internal void CheckIsOwn(string accountSid)
    {
        if (Sid != accountSid) throw Refusal.Forbidden($"The caller cannot access account '{accountSid}'.");
    }
}

/// <summary>The accounts and numbers of the platform, in memory.</summary>
internal sealed class PlatformState
{
    private readonly Account[] accounts;
    private readonly NumberRecord[] seeded;
    private readonly FrozenDictionary<string, NumberRecord> byNumber;
    private readonly GeneratedNumbers generated;

    internal PlatformState(SandboxOptions options)
    {
        var defaultAccount = SeedData.DefaultAccount(options);
        var otherAccount = SeedData.OtherAccount(options);
        accounts = [defaultAccount, otherAccount];
        seeded = [.. SeedData.Numbers(options, defaultAccount, otherAccount)];
        byNumber = seeded.ToFrozenDictionary(number => number.Number, StringComparer.Ordinal);
        generated = new(options.Numbers, defaultAccount, SandboxIds.WorkspaceId);
    }

    internal Account? FindCaller(ReadOnlySpan<char> token)
    {
        foreach (var account in accounts)
            if (token.SequenceEqual(account.Token)) return account;
        return null;
    }

    internal NumberRecord? FindNumber(string number) =>
        byNumber.TryGetValue(number, out var found) ? found : generated.Find(number);

    internal IEnumerable<NumberRecord> NumbersOf(Account account) =>
        seeded.Concat(generated.All).Where(number => number.Account == account);

    /// <summary>Refuses workspaces of other accounts with 403, and unknown workspaces with 404.</summary>
    internal void CheckWorkspace(Account caller, int workspaceId)
    {
        if (caller.Workspaces.Contains(workspaceId)) return;
        throw accounts.Any(account => account.Workspaces.Contains(workspaceId))
            ? Refusal.Forbidden($"The caller cannot access workspace {workspaceId}.")
            : Refusal.NotFound($"Workspace {workspaceId} was not found.");
    }
}
