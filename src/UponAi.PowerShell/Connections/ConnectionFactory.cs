using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace UponAi.PowerShell.Connections;

/// <summary>Makes connections. The client's assembly loads with the first request, not before.</summary>
internal static class ConnectionFactory
{
    internal static UponAiConnection Open(ConnectionSettings settings) => new(settings, NewClient);

    internal static UponAiConnection FromEnvironment(EnvironmentVariables environment, string userAgent) => Open(new ConnectionSettings
    {
        BaseUri = environment.BaseUri is null ? ConnectionSettings.DefaultBaseUri : BaseAddress.Parse(environment.BaseUri),
        AccountSid = environment.AccountSid,
        WorkspaceId = environment.WorkspaceId,
        Token = BearerToken.Protect(environment.Token ?? ""),
        UserAgent = userAgent,
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = "As below.")]
    internal static IUpdateJournal OpenJournal(string path, Uri baseUri) => new Client.Journaling.UpdateJournal(path, baseUri);

    /// <summary>Reads the entries of a journal.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static IEnumerable<JournalEntry> ReadJournal(string path) => Client.Journaling.JournalReader.Read(path);

    [MethodImpl(MethodImplOptions.NoInlining)]
    [SuppressMessage("Performance", "CA1859", Justification = "With the client's own type in its signature, this method would load the client before it runs.")]
    private static IUponAiApi NewClient(ConnectionSettings settings) => new Client.UponAiClient(settings);
}
