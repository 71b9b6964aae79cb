using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// Pipes rows into <see cref="LeastCommand"/>, and discards the results: the cost of the engine, JSON and HttpClient.
/// </summary>
internal sealed class LeastSender : ISender
{
    private readonly HttpClient http;
    private readonly Runspace runspace;
    private readonly PSObject[] piped;

    internal LeastSender(Uri platform, int rows)
    {
        http = BareSender.Connect();
        http.BaseAddress = platform;
        piped = [.. Rows.Stream(rows)];
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Send-Least", typeof(LeastCommand), null));
        runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("http", http);
        runspace.SessionStateProxy.SetVariable("rows", piped);
    }

    public string Name => "a command that does the least";

    public Task SendAsync()
    {
        using var shell = PowerShell.Create(runspace).AddScript("$rows | Send-Least -Http $http | Out-Null");
        shell.Invoke();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        runspace.Dispose();
        http.Dispose();
    }
}
