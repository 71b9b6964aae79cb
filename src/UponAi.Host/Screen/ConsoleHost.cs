using System.Globalization;
using System.Management.Automation.Host;

namespace UponAi.Host.Screen;

/// <summary>The engine's view of this program.</summary>
internal sealed class ConsoleHost : PSHost
{
    private readonly ConsoleInterface screen = new();

    /// <summary>What <c>exit</c> asked for.</summary>
    internal int? ExitCode { get; private set; }

    /// <summary>How to stop what runs.</summary>
    internal Action OnStop { get; set; } = () => { };

    /// <summary>From now on, what is written is an error.</summary>
    internal bool WritesErrors { set => screen.WritesErrors = value; }

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "UponAi.Host";

    public override PSHostUserInterface UI => screen;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    internal void Stop() => OnStop();

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no prompt to nest.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no prompt to leave.");

    public override void NotifyBeginApplication()
    {
        // The console stays as it is for a native command.
    }

    public override void NotifyEndApplication()
    {
        // The console is as it was.
    }
}
