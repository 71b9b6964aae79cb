using System.Net;
using System.Net.Sockets;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class ServerTests
{
    /// <summary>Options outside their ranges.</summary>
    public static TheoryData<SandboxOptions> BadOptions =>
    [
        new SandboxOptions { Port = -1 },
        new SandboxOptions { Port = 65536 },
        new SandboxOptions { Token = "" },
        new SandboxOptions { Token = "two words" },
        new SandboxOptions { Numbers = SandboxIds.MaxNumbers + 1 },
        new SandboxOptions { Latency = TimeSpan.FromSeconds(-1) },
        new SandboxOptions { SlowBodyDelay = TimeSpan.FromSeconds(-1) },
        new SandboxOptions { RateLimit = 0 },
        new SandboxOptions { RateLimit = 1, Burst = 0 },
        new SandboxOptions { Burst = 1 },
        new SandboxOptions { FaultRate = -0.1 },
        new SandboxOptions { FaultRate = 1.1 },
        new SandboxOptions { FaultRate = double.NaN },
    ];

    [Theory]
    [MemberData(nameof(BadOptions))]
    public async Task Bad_options_are_refused(SandboxOptions options) =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => SandboxServer.StartAsync(options, TestContext.Current.CancellationToken));

    [Fact]
    public async Task It_listens_on_loopback_alone_and_tells_where()
    {
        await using var caller = await Caller.StartAsync();

        Assert.Equal("http", caller.Server.BaseUri.Scheme);
        Assert.Equal("127.0.0.1", caller.Server.BaseUri.Host);
        Assert.NotEqual(0, caller.Server.BaseUri.Port);
        Assert.Equal((SandboxIds.Token, SandboxIds.AccountSid, 1),
            (caller.Server.Token, caller.Server.AccountSid, caller.Server.WorkspaceId));
    }

    [Fact]
    public async Task Sandboxes_share_nothing()
    {
        await using var one = await Caller.StartAsync();
        await using var two = await Caller.StartAsync();

        await one.AssignAsync("101", "\"inboundAgents\": []");

        Assert.Empty(one.Now("101").Bindings.Inbound);
        Assert.NotEmpty(two.Now("101").Bindings.Inbound);
    }

    [Fact]
    public async Task A_taken_port_is_an_error()
    {
        await using var caller = await Caller.StartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => SandboxServer.StartAsync(
            new() { Port = caller.Server.BaseUri.Port }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_stops_with_requests_in_flight_and_frees_its_port()
    {
        var caller = await Caller.StartAsync(new() { Latency = TimeSpan.FromHours(1) });
        var address = caller.Server.BaseUri;
        using var request = Caller.Put("101", Caller.Body(""));
        var sending = caller.SendForHeadersAsync(request, TestContext.Current.CancellationToken);
        while (caller.Now("101").AppliedPuts == 0) await Task.Delay(5, TestContext.Current.CancellationToken);

        await caller.Server.DisposeAsync();
        await caller.Server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(async () =>
            await socket.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken));
        await caller.DisposeAsync();
    }
}
