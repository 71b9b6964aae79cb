using System.Globalization;
using System.Management.Automation.Host;

namespace UponAi.Benchmarks.Engine;

/// <summary>The host of the engine in a benchmark, which discards all output.</summary>
internal sealed class DiscardingHost : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "UponAi.Benchmarks";

    public override PSHostUserInterface UI { get; } = new DiscardingInterface();

    public override Version Version { get; } = new(1, 0);

    public override void SetShouldExit(int exitCode) => throw new NotSupportedException();

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication() => throw new NotSupportedException();

    public override void NotifyEndApplication() => throw new NotSupportedException();
}
