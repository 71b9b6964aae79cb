using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Connections;

/// <summary>Tests the valid and the invalid arguments of Connect-UponAi.</summary>
public sealed class ConnectParametersTests
{
    [Theory]
    [InlineData("http://api.example.com", "would send the token unencrypted. Only loopback addresses may use http")]
    [InlineData("http://127.0.0.1.example.com", "would send the token unencrypted")]
    [InlineData("ftp://localhost", "would send the token unencrypted")]
    [InlineData("api.example.com", "is not an absolute URL")]
    [InlineData("https://me:pass@example.com", "contains a user name or password")]
    [InlineData("https://example.com?key=1", "has a query or a fragment")]
    public async Task A_base_address_that_would_betray_the_token_is_refused(string address, string message)
    {
        var outcome = await ConnectAsync("-BaseUri $address", ("address", address));

        var error = outcome.SingleError();
        Assert.Equal(("UponAi.InvalidBaseUri", ErrorCategory.InvalidArgument), (error.Id(), error.Category()));
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://example.com/api-gateway/")]
    public async Task Https_anywhere_and_http_on_loopback_are_taken(string address) =>
        Assert.Equal(
            new Uri(address),
            (await ConnectAsync("-BaseUri $address", ("address", address))).Single().Properties["BaseUri"].Value);

    [Fact]
    public async Task Without_a_base_address_the_platforms_own_is_used() =>
        Assert.Equal(new Uri("https://api.upon-ai.com"), (await ConnectAsync("")).Single().Properties["BaseUri"].Value);

    [Theory]
    [InlineData("30", 30_000)]
    [InlineData("0.5", 500)]
    [InlineData("'2.5'", 2_500)]
    [InlineData("'00:01:00'", 60_000)]
    [InlineData("([timespan]::FromMinutes(2))", 120_000)]
    [InlineData("0.01", 10)]
    [InlineData("86400", 86_400_000)]
    public async Task A_timeout_is_seconds_or_a_TimeSpan(string value, int milliseconds)
    {
        foreach (var parameter in new[] { "AttemptTimeout", "TotalTimeout" })
            Assert.Equal(
                TimeSpan.FromMilliseconds(milliseconds),
                (await ConnectAsync($"-{parameter} {value}")).Single().Properties[parameter].Value);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.009")]
    [InlineData("86401")]
    [InlineData("1e300")]
    [InlineData("''")]
    [InlineData("$null")]
    [InlineData("'0,5'")]
    [InlineData("'soon'")]
    [InlineData("([double]::NaN)")]
    [InlineData("([timespan]::MaxValue)")]
    public async Task A_timeout_out_of_bounds_is_refused(string value)
    {
        foreach (var parameter in new[] { "AttemptTimeout", "TotalTimeout" })
        {
            var error = (await ConnectAsync($"-{parameter} {value}")).SingleError();

            Assert.Contains($"'{parameter}'", error.Message(), StringComparison.Ordinal);
            Assert.Contains(
                "is not a duration from 10 milliseconds to 24 hours",
                error.Message(),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("-MaximumRetryCount -1", "'MaximumRetryCount'")]
    [InlineData("-MaximumRetryCount 101", "'MaximumRetryCount'")]
    [InlineData("-AccountSid ''", "'AccountSid'")]
    [InlineData("-BaseUri ''", "'BaseUri'")]
    [InlineData("-Proxy $null", "'Proxy'")]
    public async Task A_value_out_of_bounds_is_refused(string parameter, string name) =>
        Assert.Contains(name, (await ConnectAsync(parameter)).SingleError().Message(), StringComparison.Ordinal);

    [Fact]
    public async Task Token_and_credential_exclude_each_other()
    {
        var error = (
            await ConnectAsync(
                "-Credential $credential",
                ("credential", new PSCredential("me", ConnectedPlatform.Secret)))).SingleError();

        Assert.StartsWith("AmbiguousParameterSet", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private static async Task<Outcome> ConnectAsync(string parameters, params (string Name, object? Value)[] variables)
    {
        using var engine = new Engine();
        return await engine.RunAsync(
            $"Connect-UponAi -Token $token -PassThru {parameters}",
            [("token", ConnectedPlatform.Secret), .. variables]);
    }
}
