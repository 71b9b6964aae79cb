using System.Globalization;

namespace UponAi.PowerShell.Formatting;

/// <summary>The cells of the table of an <see cref="AgentRef"/>.</summary>
public static class AgentRefView
{
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
