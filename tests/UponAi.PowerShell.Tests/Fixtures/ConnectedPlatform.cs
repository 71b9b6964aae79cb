using System.Management.Automation;
using System.Security;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A scripted platform, and an engine that is connected to it as account AC1, workspace 7.</summary>
internal sealed class ConnectedPlatform : IAsyncDisposable
{
    internal const string Token = "key_5f2c9a71e3";

    /// <summary>The beginning of every request's body.</summary>
    private const string Scope = """{"accountSid":"AC1","workspaceId":7""";

    private static readonly string Agents = "[" + string.Join(",",
        from letter in "abcd"
        from version in Enumerable.Range(0, 10)
        select $$"""{"agent_id":"agent_{{letter}}","version":{{version}},"agent_name":"Agent {{letter}}"}""") + "]";

    private ConnectedPlatform(ScriptedServer server) => Server = server;

    internal ScriptedServer Server { get; }

    internal Engine Engine { get; } = new();

    internal static SecureString Secret
    {
        get
        {
            var secret = new SecureString();
            foreach (var c in Token) secret.AppendChar(c);
            return secret;
        }
    }

    /// <summary>The bodies of the changes received, in order.</summary>
    internal IReadOnlyList<string> Bodies => [.. Changes.Select(request => request.Body)];

    /// <summary>The numbers that changes arrived for, in order.</summary>
    internal IReadOnlyList<string> Numbers => [.. Changes.Select(NumberOf)];

    private IEnumerable<ReceivedRequest> Changes => Server.Requests.Where(request => request.Method == "PUT");

    /// <summary>The body of the one request for a number: requests for different numbers arrive in any order.</summary>
    internal string BodyOf(string number) => Changes.Single(request => NumberOf(request) == number).Body;

    /// <summary>The one request's body without account and workspace: what it changes.</summary>
    internal string Change
    {
        get
        {
            var body = Assert.Single(Bodies);
            Assert.StartsWith(Scope, body, StringComparison.Ordinal);
            return "{" + body[Scope.Length..].TrimStart(',');
        }
    }

    /// <summary>Does whatever it is asked, and says so.</summary>
    internal static Task<ConnectedPlatform> AgreeingAsync() => ConnectedAsync(ScriptedServer.Start(Agree));

    /// <summary>Answers the first request with the first reply, and so on.</summary>
    internal static Task<ConnectedPlatform> AnsweringAsync(params Reply[] replies) =>
        ConnectedAsync(ScriptedServer.Start(replies));

    /// <summary>Answers by number: with what the function has for it, or by doing what is asked.</summary>
    internal static Task<ConnectedPlatform> AnsweringNumbersAsync(Func<string, Reply?> replies) =>
        ConnectedAsync(
            ScriptedServer.Start(
                request => request.Method == "GET" ? Agree(request) : replies(NumberOf(request)) ?? Agree(request)));

    /// <summary>Does what a change asks for. Lists no number, and the agents that tests name.</summary>
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

    /// <summary>Runs a script that must make one request, and hands out what that one changes.</summary>
    internal static async Task<string> ChangeOfAsync(string script, params (string Name, object? Value)[] variables)
    {
        await using var platform = await AgreeingAsync();
        var outcome = await platform.RunAsync(script, variables);
        Assert.Empty(outcome.Errors);
        return platform.Change;
    }

    /// <summary>Runs a script that must fail before it sends anything, and hands out its one error.</summary>
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
    /// Waits until every connection that carried a request has ended. One that was only just being opened for a
    /// cancelled request is kept for the next.
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
