using System.Net;
using System.Reflection;

namespace UponAi.Tests;

public class UponAiConnectionTests
{
    private const string Token = "s3cret-t0ken";

    [Fact]
    public void Shows_its_settings()
    {
        var settings = new ConnectionSettings
        {
            BaseUri = new Uri("http://localhost:5080"),
            AccountSid = "acc",
            WorkspaceId = 7,
            AttemptTimeout = TimeSpan.FromSeconds(1),
            TotalTimeout = TimeSpan.FromSeconds(2),
            MaximumRetryCount = 3,
        };

        using var connection = new UponAiConnection(settings, _ => new Api());

        Assert.Equal(new Uri("http://localhost:5080"), connection.BaseUri);
        Assert.Equal("acc", connection.AccountSid);
        Assert.Equal(7, connection.WorkspaceId);
        Assert.Equal(TimeSpan.FromSeconds(1), connection.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), connection.TotalTimeout);
        Assert.Equal(3, connection.MaximumRetryCount);
        Assert.Same(settings, connection.Settings);
    }

    [Fact]
    public void The_modules_version_has_no_build_metadata() =>
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z]+)?$", UponAiConnection.ModuleVersion);

    [Fact]
    public void Settings_left_out_are_those_of_production_with_the_systems_proxy()
    {
        var settings = new ConnectionSettings();

        Assert.Equal("https://api.upon-ai.com/", settings.BaseUri.AbsoluteUri);
        Assert.Null(settings.AccountSid);
        Assert.Null(settings.WorkspaceId);
        Assert.Null(settings.Proxy);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.AttemptTimeout);
        Assert.Equal(TimeSpan.FromMinutes(5), settings.TotalTimeout);
        Assert.Equal(4, settings.MaximumRetryCount);
        Assert.Equal("UponAi", settings.UserAgent);
        Assert.Equal(0, settings.Token.Length);
    }

    [Fact]
    public void Opens_the_api_at_the_first_request_and_once()
    {
        var opened = new List<ConnectionSettings>();
        var settings = Settings();
        using var connection = new UponAiConnection(settings, given => { opened.Add(given); return new Api(); });
        Assert.Empty(opened);

        var first = connection.Api;

        Assert.Same(first, connection.Api);
        Assert.Equal([settings], opened);
    }

    [Fact]
    public void Closed_it_says_so_and_closes_the_api()
    {
        var api = new Api();
        var connection = new UponAiConnection(Settings(), _ => api);
        Assert.Same(api, connection.Api);

        connection.Dispose();
        connection.Dispose();

        Assert.True(api.IsDisposed);
        AssertClosed(connection);
    }

    [Fact]
    public void Closed_before_the_first_request_it_never_opens_the_api()
    {
        var connection = new UponAiConnection(Settings(), _ => throw new InvalidOperationException("opened"));

        connection.Dispose();

        AssertClosed(connection);
    }

    [Fact]
    public void Text_is_the_address_and_the_account()
    {
        using var connection = new UponAiConnection(Settings(), _ => new Api());
        using var withoutAccount = new UponAiConnection(new ConnectionSettings(), _ => new Api());

        Assert.Equal("https://api.upon-ai.com/ (account acc)", connection.ToString());
        Assert.Equal("https://api.upon-ai.com/", withoutAccount.ToString());
    }

    [Fact]
    public void No_public_member_holds_the_token()
    {
        var settings = Settings();
        using var connection = new UponAiConnection(settings, _ => new Api());

        foreach (var owner in new object[] { connection, settings })
        {
            var shown = owner.GetType()
                .GetProperties().ToDictionary(property => property.Name, property => property.GetValue(owner));

            Assert.NotEmpty(shown);
            Assert.DoesNotContain(settings.Token, shown.Values);
            Assert.DoesNotContain(settings, shown.Values);
            Assert.All(
                shown.Values, value => Assert.DoesNotContain(Token, value?.ToString() ?? "", StringComparison.Ordinal));
            Assert.Empty(owner.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance));
            Assert.DoesNotContain(Token, owner.ToString(), StringComparison.Ordinal);
        }
    }

    private static ConnectionSettings Settings() =>
        new() { AccountSid = "acc", Token = new NetworkCredential("", Token).SecurePassword };

    private static void AssertClosed(UponAiConnection connection)
    {
        var refusal = Assert.Throws<UponAiException>(() => connection.Api);

        Assert.Equal("UponAi.NotConnected", refusal.ErrorId);
        Assert.Equal("This connection was closed. Connect again to get a new one.", refusal.Message);
    }

    private sealed class Api : IUponAiApi
    {
        public PacingLog Pacing { get; } = new();

        public Task<ListOutcome<Workspace>> ListWorkspacesAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public IDisposable StartTracing() => throw new NotSupportedException();

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;

        public Task<UpdateOutcome> UpdateAsync(
            NumberAssignment assignment,
            NumberLocation location,
            IRequestGate? gate,
            CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ListOutcome<PhoneNumber>> ListNumbersAsync(
            string accountSid, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ListOutcome<Agent>> ListAgentsAsync(int workspaceId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ListOutcome<Agent>> ListAgentVersionsAsync(
            string agentId, int workspaceId, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
