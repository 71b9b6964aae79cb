using System.Globalization;
using System.Management.Automation.Host;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>A host that records for the test.</summary>
internal sealed class RecordingHost(RecordingInterface screen) : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "UponAi.PowerShell.Tests";

    public override PSHostUserInterface UI => screen;

    public override Version Version { get; } = new(1, 0);

    public override void SetShouldExit(int exitCode) =>
        throw new NotSupportedException($"No test exits; asked for {exitCode}.");

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException("No test runs a native command.");

    public override void NotifyEndApplication() => throw new NotSupportedException("No test runs a native command.");
}
