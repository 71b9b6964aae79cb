using System.Collections.Frozen;
using UponAi.Sandbox.Requests;

namespace UponAi.Sandbox.State;

/// <summary>Everything the platform knows, in memory.</summary>
internal sealed class PlatformState
{
    private readonly Account[] accounts;
    private readonly NumberRecord[] seeded;
    private readonly FrozenDictionary<string, NumberRecord> byNumber;
    private readonly GeneratedNumbers generated;

    internal PlatformState(SandboxOptions options)
    {
        var main = SeedData.MainAccount(options.Token);
        var other = SeedData.OtherAccount(SandboxSeed.OtherToken(options.Token));
        accounts = [main, other];
        seeded = [.. SeedData.Numbers(main, other)];
        byNumber = seeded.ToFrozenDictionary(number => number.Number, StringComparer.Ordinal);
        generated = new(options.Numbers, main, SandboxSeed.WorkspaceId);
    }

    internal Account? FindCaller(ReadOnlySpan<char> token)
    {
        foreach (var account in accounts)
            if (token.SequenceEqual(account.Token)) return account;
        return null;
    }

    internal NumberRecord? FindNumber(string number) => byNumber.TryGetValue(number, out var found) ? found : generated.Find(number);

    internal IEnumerable<NumberRecord> NumbersOf(Account account) => seeded.Concat(generated.All).Where(number => number.Account == account);

    /// <summary>Refuses a workspace that is not the caller's: 403 when it is somebody else's, 404 when there is none.</summary>
    internal void CheckWorkspace(Account caller, int workspaceId)
    {
        if (caller.Workspaces.Contains(workspaceId)) return;
        throw accounts.Any(account => account.Workspaces.Contains(workspaceId))
            ? Refusal.Forbidden($"The caller cannot access workspace {workspaceId}.")
            : Refusal.NotFound($"Workspace {workspaceId} was not found.");
    }

    /// <summary>Refuses an account that is not the caller's, whether or not it exists.</summary>
    internal static void CheckAccount(Account caller, string accountSid)
    {
        if (caller.Sid != accountSid) throw Refusal.Forbidden($"The caller cannot access account '{accountSid}'.");
    }
}
