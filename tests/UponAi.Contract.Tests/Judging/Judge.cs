using System.Collections.Concurrent;
using System.Diagnostics;
using UponAi.Testing;

namespace UponAi.Contract.Tests.Judging;

/// <summary>
/// A server that knows the contract and none of our code. It refuses a request that the contract does not allow, and
/// answers the others:
/// by itself, or with what the server behind it answers, if the contract allows that too.
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

    /// <summary>What it found wrong, for the message of a failed test.</summary>
    internal string Objections => string.Join('\n', objections);

    /// <summary>Gives every request of an operation the same answer, the plainest that the contract allows.</summary>
    internal static Task<Judge> AnsweringAlikeAsync() => StartAsync("mock", RepositoryFiles.Contract);

    /// <summary>
    /// Gives every request an answer of its own, drawn from all that the contract allows. With a seed it would draw the
    /// same each time.
    /// </summary>
    internal static Task<Judge> AnsweringByChanceAsync() => StartAsync("mock", "--dynamic", RepositoryFiles.Contract);

    /// <summary>Stands before a server, and judges its answers too.</summary>
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
