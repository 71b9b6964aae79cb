using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// The lists that completion asked for, kept for a minute per connection, failures included: no key press asks the platform again. One that is late
/// goes on behind the prompt, and is there for the next key press.
/// </summary>
internal sealed class CompletionCache(UponAiConnection connection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private static readonly ConditionalWeakTable<UponAiConnection, CompletionCache> ByConnection = new();

    private readonly Dictionary<string, Recent<CachedNumber>> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Recent<Agent>> agents = [];
    private readonly Dictionary<string, Recent<Workspace>> workspaces = new(StringComparer.Ordinal);

    internal static CompletionCache Of(UponAiConnection connection) => ByConnection.GetValue(connection, connection => new CompletionCache(connection, TimeProvider.System));

    internal Task<IReadOnlyList<CachedNumber>> Numbers(string account) => Get(numbers, account, async cancellation =>
        Shorten((await connection.Api.ListNumbersAsync(account, cancellation).ConfigureAwait(false)).Rows));

    internal Task<IReadOnlyList<Agent>> Agents(int workspace) => Get(agents, workspace, async cancellation =>
        (await connection.Api.ListAgentsAsync(workspace, cancellation).ConfigureAwait(false)).Rows);

    internal Task<IReadOnlyList<Workspace>> Workspaces() => Get(workspaces, "", async cancellation =>
        (await connection.Api.ListWorkspacesAsync(cancellation).ConfigureAwait(false)).Rows);

    // Runspaces that share a connection press keys at the same time.
    private Task<IReadOnlyList<T>> Get<TKey, T>(Dictionary<TKey, Recent<T>> lists, TKey key, Func<CancellationToken, Task<IReadOnlyList<T>>> ask)
        where TKey : notnull
    {
        lock (lists)
        {
            if (lists.TryGetValue(key, out var recent) && time.GetElapsedTime(recent.Asked) < Lifetime) return recent.List;
            // The first request loads the client as well, which is part of what the prompt does not wait for.
            var list = Task.Run(() => AskAsync(ask));
            lists[key] = new Recent<T>(time.GetTimestamp(), list);
            return list;
        }
    }

    private async Task<IReadOnlyList<T>> AskAsync<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> ask)
    {
        var outlived = new CancellationTokenSource();
        using var lifetime = time.CreateTimer(_ => outlived.Cancel(), null, Lifetime, Timeout.InfiniteTimeSpan);
        return await ask(outlived.Token).ConfigureAwait(false);
    }

    private static List<CachedNumber> Shorten(IReadOnlyList<PhoneNumber> all)
    {
        // Many numbers have the same agents.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var listed = new List<CachedNumber>(all.Count);
        foreach (var phone in all)
        {
            if (phone.Number is not { Length: > 0 } number || DisplayText.Sanitize(number) != number) continue;
            var words = $"in: {Words(phone.GetInbound())}, out: {Words(phone.GetOutbound())}";
            if (!known.TryGetValue(words, out var agents)) known.Add(words, agents = words);
            listed.Add(new CachedNumber(number, phone.WorkspaceId, agents));
        }

        return listed;
    }

    private static string Words(AgentRefCollection agents) => agents.Count == 0 ? ClearKeyword.Text : DisplayText.Sanitize(agents.ToDisplayString());

    private sealed record Recent<T>(long Asked, Task<IReadOnlyList<T>> List);
}
