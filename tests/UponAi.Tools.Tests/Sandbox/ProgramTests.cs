using System.Diagnostics;
using System.Net;
using UponAi.Sandbox;

namespace UponAi.Tools.Tests.Sandbox;

/// <summary>Tests the sandbox as a separate process.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task It_prints_the_lines_that_connect_to_it()
    {
        using var program = Start("--port", "0", "--token", "it's");
        try
        {
            Dictionary<string, string> variables = [];
            while (variables.Count < 4)
            {
                var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                if (line.Trim().Split(" = ") is [['$', 'e', 'n', 'v', ':', .. var name], var value])
                    variables[name] = value.Trim('\'').Replace("''", "'", StringComparison.Ordinal);
            }

            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", variables["UPONAI_TOKEN"]);
            using var numbers = await http.GetAsync(
                new Uri($"{variables["UPONAI_BASE_URI"]}api/numbers/{variables["UPONAI_ACCOUNT_SID"]}"),
                TestContext.Current.CancellationToken);
            using var agents = await http.GetAsync(
                new Uri($"{variables["UPONAI_BASE_URI"]}api/agents?workspaceId={variables["UPONAI_WORKSPACE_ID"]}"),
                TestContext.Current.CancellationToken);

            Assert.Equal("it's", variables["UPONAI_TOKEN"]);
            Assert.Equal(HttpStatusCode.OK, numbers.StatusCode);
            Assert.Equal(HttpStatusCode.OK, agents.StatusCode);
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task It_counts_and_names_what_is_added()
    {
        using var program = Start(
            "--numbers", "1", "--add-number", "301", "302", "+19990000000", "--add-agent", "agent_a", "agent_b@2");
        try
        {
            var lines = new List<string>();
            while (lines.Count == 0 || !lines[^1].Contains("Import fails", StringComparison.Ordinal))
            {
                var line = await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
                Assert.NotNull(line);
                lines.Add(line);
            }

            Assert.Contains(lines, line => line.Contains("1 (17 numbers)", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.Contains("agent_a (0), agent_b (0 to 2)", StringComparison.Ordinal));
        }
        finally
        {
            program.Kill();
        }
    }

    [Fact]
    public async Task Its_help_names_every_option()
    {
        using var program = Start("--help");

        var help = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        Assert.All(
            ["--port", "--token", "--numbers", "--add-agent", "--add-number", "--latency", "--rate-limit", "--burst",
                "--fault-rate", "--seed", "--slow-body-delay", "--answers"],
            option => Assert.Contains($"  {option} ", help, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--fault-rate", "2")]
    [InlineData("--port", "x")]
    [InlineData("--unknown", "1")]
    public async Task A_bad_option_ends_it_with_an_error(string option, string value)
    {
        using var program = Start(option, value);

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, program.ExitCode);
        Assert.NotEmpty(error);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(SandboxServer).Assembly.Location, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
