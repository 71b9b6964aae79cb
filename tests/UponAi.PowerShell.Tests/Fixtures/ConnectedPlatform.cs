using System.Management.Automation;
using System.Security;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A scripted platform, and an engine that is connected to it with account AC1 and workspace 7.</summary>
internal sealed class ConnectedPlatform : IAsyncDisposable
{
    internal const string Token = "key_5f2c9a71e3";

    /// <summary>The beginning of the body of every request.</summary>
    private const string Scope = """{"accountSid":"AC1","workspaceId":7""";

    private static readonly string Agents = "[" + string.Join(",",
        from letter in "abcd"
        from version in Enumerable.Range(0, 10)
        select $$"""{"agent_id":"agent_{{letter}}","version":{{version}},"agent_name":"Agent {{letter}}"}""") + "]";

    private ConnectedPlatform(ScriptedServer server) => Server = server;

    internal ScriptedServer Server { get; }

    internal Engine Engine { get; } = Engine.Rent();

    internal static SecureString Secret
    {
        get
        {
            var secret = new SecureString();
            foreach (var c in Token) secret.AppendChar(c);
            return secret;
        }
    }

    /// <summary>Gets the bodies of the received changes, in order.</summary>
    internal IReadOnlyList<string> Bodies => [.. Changes.Select(request => request.Body)];

    /// <summary>Gets the numbers of the received changes, in order.</summary>
    internal IReadOnlyList<string> Numbers => [.. Changes.Select(NumberOf)];

    private IEnumerable<ReceivedRequest> Changes => Server.Requests.Where(request => request.Method == "PUT");

    /// <summary>
    /// Returns the body of the single request for a number. Requests for different numbers arrive in any order.
    /// </summary>
    internal string BodyOf(string number) => Changes.Single(request => NumberOf(request) == number).Body;

    /// <summary>Gets the body of the single request without account and workspace.</summary>
    internal string Change
    {
        get
        {
            var body = Assert.Single(Bodies);
            Assert.StartsWith(Scope, body, StringComparison.Ordinal);
            return "{" + body[Scope.Length..].TrimStart(',');
        }
    }

    /// <summary>Creates a platform that makes every change.</summary>
    internal static Task<ConnectedPlatform> AgreeingAsync() => ConnectedAsync(ScriptedServer.Start(Agree));

    /// <summary>Creates a platform that answers the first request with the first reply, and so on.</summary>
    internal static Task<ConnectedPlatform> AnsweringAsync(params Reply[] replies) =>
        ConnectedAsync(ScriptedServer.Start(replies));

    /// <summary>
    /// Creates a platform that answers by number: with the reply of the function, or else by making the change.
    /// </summary>
    internal static Task<ConnectedPlatform> AnsweringNumbersAsync(Func<string, Reply?> replies) =>
        ConnectedAsync(
            ScriptedServer.Start(
                request => request.Method == "GET" ? Agree(request) : replies(NumberOf(request)) ?? Agree(request)));

    /// <summary>Makes a change. Lists no numbers, and lists the agents that the tests use.</summary>
    internal static Reply Agree(ReceivedRequest request) => Reply.Json(
        request.Method != "GET" ? UpdateAnswers.Agreeing(request)
        : !ListingPlatform.IsForAgents(request) ? """{"success":true,"numbers":[]}"""
        : request.Target.Contains("paginationKey", StringComparison.Ordinal) ? "[]"
        : Agents);

    internal static async Task<ConnectedPlatform> ConnectedAsync(
        ScriptedServer server,
        string more = "-MaximumRetryCount 0")
    {
        var platform = new ConnectedPlatform(server);
        var outcome = await platform.RunAsync(
            $"Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri {more}",
            ("token", Secret),
            ("uri", server.BaseUri));
        Assert.Empty(outcome.Errors);
        return platform;
    }

    /// <summary>Runs a script that must send one request, and returns the changes of the request.</summary>
    internal static async Task<string> ChangeOfAsync(string script, params (string Name, object? Value)[] variables)
    {
        await using var platform = await AgreeingAsync();
        var outcome = await platform.RunAsync(script, variables);
        Assert.Empty(outcome.Errors);
        return platform.Change;
    }

    /// <summary>Runs a script that must fail before it sends a request, and returns its error.</summary>
    internal static async Task<ErrorRecord> RefusalOfAsync(
        string script,
        params (string Name, object? Value)[] variables)
    {
        await using var platform = await AgreeingAsync();
        var outcome = await platform.RunAsync(script, variables);
        Assert.Empty(platform.Server.Requests);
        return outcome.SingleError();
    }

    internal Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables) =>
        Engine.RunAsync(script, variables);

    /// <summary>
    /// Waits until every connection with a request has ended. A connection that was being opened for a cancelled
    /// request stays open for the next request.
    /// </summary>
    internal Task WaitForClosedRequestsAsync() =>
        Server.WaitForClosedConnectionsAsync(
            Server.Requests.Select(request => request.Connection).Distinct().Count(),
            TestTimeout.Token);

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Server.DisposeAsync();
    }

    private static string NumberOf(ReceivedRequest request) => Uri.UnescapeDataString(request.Target.Split('/')[^2]);
}
