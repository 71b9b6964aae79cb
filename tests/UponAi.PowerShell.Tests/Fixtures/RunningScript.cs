using System.Management.Automation;
using UponAi.Testing;
using Shell = System.Management.Automation.PowerShell;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A script on its way.</summary>
internal sealed class RunningScript : IDisposable
{
    private readonly Shell shell;
    private readonly PSDataCollection<PSObject?> output = [];
    private readonly Task running;

    internal RunningScript(Shell shell)
    {
        this.shell = shell;
        var none = new PSDataCollection<PSObject>();
        none.Complete();
        running = shell.InvokeAsync(none, output);
    }

    /// <summary>Stops it, as Ctrl+C does.</summary>
    internal void Stop() => shell.BeginStop(null, null);

    /// <summary>Waits for a verbose line with the given beginning.</summary>
    internal Task WaitForVerboseAsync(string beginning) => WaitAsync(() => shell.Streams.Verbose.ToArray()
        .Any(record => record.Message.StartsWith(beginning, StringComparison.Ordinal)));

    /// <summary>Waits for a progress update with the given text.</summary>
    internal Task WaitForProgressAsync(string text) => WaitAsync(() => shell.Streams.Progress.ToArray()
        .Any(record => record.ToString().Contains(text, StringComparison.Ordinal)));

    /// <summary>Waits for its end, and hands out what came of it.</summary>
    internal async Task<Outcome> EndAsync()
    {
        var thrown = new List<ErrorRecord>();
        var streams = shell.Streams;
        try
        {
            await running.WaitAsync(TestTimeout.Token);
        }
        catch (RuntimeException e)
        {
            thrown.Add(e.ErrorRecord);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"""
                The script has not ended. It has {output.Count} objects and {streams.Error.Count} errors.
                {string.Join('\n', streams.Verbose.TakeLast(20))}
                """);
        }

        return new Outcome(
            [.. output],
            [.. streams.Error, .. thrown],
            [.. streams.Warning.Select(record => record.Message)],
            [.. streams.Verbose.Select(record => record.Message)],
            [.. streams.Debug.Select(record => record.Message)],
            [.. streams.Information.Select(record => record.ToString())],
            [.. streams.Progress.Select(record => record.ToString())]);
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        var giveUp = TestTimeout.Token;
        while (!condition()) await Task.Delay(20, giveUp);
    }

    public void Dispose()
    {
        shell.Dispose();
        output.Dispose();
    }
}
