using System.Collections.Concurrent;
using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.Contract.Tests.Judging;

/// <summary>
/// A server that knows the contract, but none of our code. The judge refuses a request that the contract does not
/// allow, and answers the other requests itself or with the response of another server. It also checks that response.
/// </summary>
internal sealed class Judge : IAsyncDisposable
{
    private const string Greeting = "Prism is listening on ";
    private static readonly string[] Marks = ["Violation:", "Request terminated with error:"];

    private readonly Process process;
    private readonly ConcurrentQueue<string> objections = new();
    private Task listening = Task.CompletedTask;

    private Judge(Process process) => this.process = process;

    internal Uri BaseUri { get; private set; } = null!;

    /// <summary>Gets the violations, for the message of a failed test.</summary>
    internal string Objections => string.Join('\n', objections);

    /// <summary>Starts a judge that gives every request of an operation the same simple response.</summary>
    internal static Task<Judge> AnsweringAlikeAsync() => StartAsync("mock", RepositoryFiles.Contract);

    /// <summary>
    /// Starts a judge that gives every request a random response that the contract allows. With a seed, the judge would
    /// repeat its responses.
    /// </summary>
    internal static Task<Judge> AnsweringByChanceAsync() => StartAsync("mock", "--dynamic", RepositoryFiles.Contract);

    /// <summary>Starts a judge before a server. The judge also checks the responses of the server.</summary>
    internal static Task<Judge> BeforeAsync(Uri server) =>
        StartAsync("proxy", RepositoryFiles.Contract, server.ToString());

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await listening;
        process.Dispose();
    }

    private static async Task<Judge> StartAsync(params string[] arguments)
    {
        string[] all = [await JudgeProgram.FindAsync(), .. arguments, "--errors", "--port", "0"];
        var process = Process.Start(
            new ProcessStartInfo("node", all) { RedirectStandardOutput = true, Environment = { ["NO_COLOR"] = "1" } })!;
        var judge = new Judge(process);
        try
        {
            await judge.GreetAsync();
            return judge;
        }
        catch
        {
            await judge.DisposeAsync();
            throw;
        }
    }

    private async Task GreetAsync()
    {
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(TestTimeout.Token) is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Greeting, StringComparison.Ordinal) is >= 0 and var at)
            {
                BaseUri = new Uri(line[(at + Greeting.Length)..].Trim());
                listening = ListenAsync();
                return;
            }
        }

        throw new InvalidOperationException($"The judge did not start. {string.Join('\n', said)}");
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Marks.Any(mark => line.Contains(mark, StringComparison.Ordinal))) objections.Enqueue(line);
        }
    }
}
