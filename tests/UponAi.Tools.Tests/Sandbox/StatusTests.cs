using System.Net;
using System.Net.Http.Headers;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class StatusTests
{
    private const string Number = "+14155550103";

    [Theory]
    [InlineData(null)]
    [InlineData("wrong")]
    [InlineData("SANDBOX-TOKEN")]
    public async Task Without_the_right_token_it_is_401(string? token)
    {
        await using var caller = await Caller.StartAsync();
        caller.UseToken(token);

        foreach (var reply in new[] { await caller.AssignAsync(Number, ""),
            await caller.GetAsync("api/agents?workspaceId=1"), await caller.GetAsync("nowhere") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
            Assert.Equal("Bearer", reply.Headers.WwwAuthenticate.ToString());
            Assert.NotEmpty(reply.Error);
        }
    }

    [Fact]
    public async Task The_token_is_an_option()
    {
        await using var caller = await Caller.StartAsync(new() { Token = "mine" });

        Assert.Equal(HttpStatusCode.OK, (await caller.AssignAsync(Number, "")).Status);
        caller.UseToken(SandboxIds.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.AssignAsync(Number, "")).Status);
    }

    [Theory]
    [InlineData("somebody", 1, HttpStatusCode.Forbidden, "'somebody'")]
    [InlineData(SandboxIds.OtherAccountSid, 3, HttpStatusCode.Forbidden, SandboxIds.OtherAccountSid)]
    [InlineData(SandboxIds.AccountSid, 3, HttpStatusCode.Forbidden, "workspace 3")]
    [InlineData(SandboxIds.AccountSid, 99, HttpStatusCode.NotFound, "Workspace 99")]
    [InlineData(SandboxIds.AccountSid, 2, HttpStatusCode.NotFound, "'+14155550103' was not found in workspace 2")]
    public async Task A_foreign_account_or_workspace_is_403_and_a_missing_one_404(
        string accountSid, int workspaceId, HttpStatusCode status, string named)
    {
        await using var caller = await Caller.StartAsync();

        var reply =
            await caller.PutAsync(Number, $$"""{"accountSid": "{{accountSid}}", "workspaceId": {{workspaceId}}}""");

        Assert.Equal(status, reply.Status);
        Assert.Contains(named, reply.Error, StringComparison.Ordinal);
        Assert.Equal(0, caller.Now(Number).AppliedPuts);
    }

    [Theory]
    [InlineData("+14155550199")]
    [InlineData("+14155550190")]
    [InlineData("14155550103")]
    [InlineData("+1 4155550103")]
    [InlineData("+19990000000")]
    [InlineData("102")]
    [InlineData("a/b")]
    public async Task An_unknown_number_is_404(string number)
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.AssignAsync(number, "");

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.NotEmpty(reply.Error);
    }

    [Fact]
    public async Task The_other_account_has_its_own_token()
    {
        await using var caller = await Caller.StartAsync();
        caller.UseToken(SandboxIds.OtherToken(SandboxIds.Token));

        var own = await caller.PutAsync("+14155550191", $$"""
            {"accountSid": "{{SandboxIds.OtherAccountSid}}",
             "workspaceId": {{SandboxIds.OtherWorkspaceId}}, "outboundAgentId": "agent_concierge"}
            """);
        var foreign = await caller.AssignAsync(Number, "");

        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.Status);
    }

    [Theory]
    [InlineData("POST", "api/numbers/101/agent", "PUT")]
    [InlineData("GET", "api/numbers/101/agent", "PUT")]
    [InlineData("DELETE", "api/numbers/29e90072-fb58-4c6c-870a-43005115131e", "GET")]
    [InlineData("PUT", "api/agents", "GET")]
    public async Task Another_method_is_405(string method, string path, string allowed)
    {
        await using var caller = await Caller.StartAsync();
        using var request = new HttpRequestMessage(new(method), path);
        using var response = await caller.SendForHeadersAsync(request, TestContext.Current.CancellationToken);

        var reply = await Reply.ReadAsync(response);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, reply.Status);
        Assert.Equal([allowed], response.Content.Headers.Allow);
        Assert.NotEmpty(reply.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("api")]
    [InlineData("api/numbers")]
    [InlineData("api/numbers//agent")]
    [InlineData("api/numbers/101/agents")]
    [InlineData("favicon.ico")]
    public async Task An_unknown_path_is_404(string path)
    {
        await using var caller = await Caller.StartAsync();

        var reply = await caller.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.NotEmpty(reply.Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Another_content_type_is_415(string? contentType)
    {
        await using var caller = await Caller.StartAsync();
        using var request = Caller.Put(Number, Caller.Body(""));
        request.Content!.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        var reply = await caller.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, reply.Status);
        Assert.NotEmpty(reply.Error);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task The_charset_may_be_named(string contentType)
    {
        await using var caller = await Caller.StartAsync();
        using var request = Caller.Put(Number, Caller.Body(""));
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        Assert.Equal(HttpStatusCode.OK, (await caller.SendAsync(request)).Status);
    }

    [Fact]
    public async Task A_large_body_is_413()
    {
        await using var caller = await Caller.StartAsync();
        using var request = Caller.Put(Number, Caller.Body("") + new string(' ', 64 * 1024));
        // The client waits for permission to send the body, so that the response cannot come before the body.
        request.Headers.ExpectContinue = true;

        var reply = await caller.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
        Assert.NotEmpty(reply.Error);
    }
}
