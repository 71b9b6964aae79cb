using System.Globalization;
using System.Management.Automation;
using UponAi.PowerShell.Binding;

namespace UponAi.PowerShell.Formatting;

/// <summary>The cells of the table view of an <see cref="Agent"/>, live or read from a file or a job, for <c>UponAi.Format.ps1xml</c>, made safe to show.</summary>
public static class AgentView
{
    /// <summary>The id.</summary>
    public static string AgentId(PSObject agent) => Text(agent, nameof(Agent.AgentId));

    /// <summary>The name.</summary>
    public static string Name(PSObject agent) => Text(agent, nameof(Agent.Name));

    /// <summary>When the version was last changed, in this machine's time: <c>2026-01-12 09:00:00</c>.</summary>
    public static string UpdatedAt(PSObject agent) => PSObjectProperties.Unwrap(agent.Properties[nameof(Agent.UpdatedAt)]?.Value) switch
    {
        DateTimeOffset time => Written(time.LocalDateTime),
        DateTime time => Written(time.ToLocalTime()),
        var other => ScalarConverter.Show(other),
    };

    private static string Written(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(PSObject agent, string property) => ScalarConverter.Show(agent.Properties[property]?.Value);
}
