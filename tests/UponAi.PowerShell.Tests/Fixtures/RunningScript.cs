using System.Management.Automation;
using UponAi.Testing;
using Shell = System.Management.Automation.PowerShell;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A script that is running.</summary>
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

    /// <summary>Stops the script, as Ctrl+C does.</summary>
    internal void Stop() => shell.BeginStop(null, null);

    /// <summary>Waits for a verbose line with the given beginning.</summary>
    internal Task WaitForVerboseAsync(string beginning) => WaitForAsync(
        shell.Streams.Verbose, record => record.Message.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Waits for a progress update with the given text.</summary>
    internal Task WaitForProgressAsync(string text) => WaitForAsync(
        shell.Streams.Progress, record => record.ToString().Contains(text, StringComparison.Ordinal));

    /// <summary>Waits for the end of the script, and returns its outcome.</summary>
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

    /// <summary>Waits for a record. The running script may add records at any moment, but it removes none.</summary>
    private static async Task WaitForAsync<T>(PSDataCollection<T> records, Func<T, bool> isExpected)
    {
        var giveUp = TestTimeout.Token;
        var next = 0;
        while (true)
        {
            for (; next < records.Count; next++)
            {
                if (isExpected(records[next])) return;
            }

            await Task.Delay(20, giveUp);
        }
    }

    public void Dispose()
    {
        shell.Dispose();
        output.Dispose();
    }
}
