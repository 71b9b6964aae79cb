using System.Globalization;

namespace UponAi.PowerShell.Formatting;

/// <summary>
/// The cells of the tables of an <see cref="Agent"/>, an <see cref="AgentRef"/> and a <see cref="Workspace"/>.
/// </summary>
public static class AgentView
{
    /// <summary>Gets when the version was last changed, in this machine's time: <c>2026-01-12 09:00:00</c>.</summary>
    public static ViewText UpdatedAt { get; } =
        new(agent => ViewText.ShowTime(ViewText.GetValue(agent, nameof(Agent.UpdatedAt))));

    /// <summary>Gets the version of an <see cref="AgentRef"/>, or <c>latest</c>.</summary>
    public static ViewText Version { get; } = new(agent =>
        ViewText.Show(agent, nameof(AgentRef.AgentVersion)) is { Length: > 0 } version ? version : "latest");

    /// <summary>Gets the weight as a percentage.</summary>
    public static ViewText Weight { get; } = new(agent => ViewText.GetValue(agent, nameof(AgentRef.Weight)) switch
    {
        decimal weight => weight.ToString("0.####%", CultureInfo.InvariantCulture),
        var other => ViewText.Show(other),
    });
}
