using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// The lists that completion fetched for a connection. A list or its failure is kept for a minute, so that key presses
/// send no further requests. A list that comes late is available for the next key press.
/// </summary>
internal sealed class CompletionCache(UponAiConnection connection, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private static readonly ConditionalWeakTable<UponAiConnection, CompletionCache> ByConnection = new();

    // A list belongs to an account, a workspace or the connection.
    private readonly Dictionary<(Type Row, object Owner), (long RequestedAt, Task List)> lists = [];

    internal static CompletionCache Get(UponAiConnection connection) =>
        ByConnection.GetValue(connection, static key => new CompletionCache(key, TimeProvider.System));

    internal Task<IReadOnlyList<CachedNumber>> GetNumbersAsync(string account) =>
        GetOrFetch<CachedNumber>(account, async cancellation =>
            ToCachedNumbers((await connection.Api.ListNumbersAsync(account, cancellation).ConfigureAwait(false)).Rows));

    internal Task<IReadOnlyList<Agent>> GetAgentsAsync(int workspace) =>
        GetOrFetch<Agent>(workspace, async cancellation =>
            (await connection.Api.ListAgentsAsync(workspace, cancellation).ConfigureAwait(false)).Rows);

    internal Task<IReadOnlyList<Workspace>> GetWorkspacesAsync() =>
        GetOrFetch<Workspace>(connection, async cancellation =>
            (await connection.Api.ListWorkspacesAsync(cancellation).ConfigureAwait(false)).Rows);

    private Task<IReadOnlyList<T>> GetOrFetch<T>(object owner, Func<CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        var key = (typeof(T), owner);
        // Several runspaces may share a connection.
        lock (lists)
        {
            if (lists.TryGetValue(key, out var known) && time.GetElapsedTime(known.RequestedAt) < Lifetime)
                return (Task<IReadOnlyList<T>>)known.List;
            // On another thread, because the first request also loads the client.
            var list = Task.Run(() => FetchAsync(fetch));
            lists[key] = (time.GetTimestamp(), list);
            return list;
        }
    }

    private async Task<IReadOnlyList<T>> FetchAsync<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        var timeout = new CancellationTokenSource();
        using var timer = time.CreateTimer(_ => timeout.Cancel(), null, Lifetime, Timeout.InfiniteTimeSpan);
        return await fetch(timeout.Token).ConfigureAwait(false);
    }

    private static List<CachedNumber> ToCachedNumbers(IReadOnlyList<PhoneNumber> all)
    {
        // Numbers with the same agents share one string, which saves memory.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var listed = new List<CachedNumber>(all.Count);
        foreach (var phone in all)
        {
            if (phone.Number is not { Length: > 0 } number || DisplayText.Sanitize(number) != number) continue;
            var text = $"in: {Describe(phone.GetInbound())}, out: {Describe(phone.GetOutbound())}";
            if (!known.TryGetValue(text, out var shared)) known.Add(text, shared = text);
            listed.Add(new CachedNumber(number, phone.WorkspaceId, shared));
        }

        return listed;
    }

    private static string Describe(AgentRefCollection agents) =>
        agents.Count == 0 ? ClearKeyword.Text : DisplayText.Sanitize(agents.ToDisplayString());
}

/// <summary>The part of a phone number that completion keeps, because an account may have very many numbers.</summary>
/// <param name="WorkspaceId">The workspace, or null if unknown.</param>
/// <param name="Agents">The agents as text for the tooltip.</param>
internal readonly record struct CachedNumber(string Number, int? WorkspaceId, string Agents);
