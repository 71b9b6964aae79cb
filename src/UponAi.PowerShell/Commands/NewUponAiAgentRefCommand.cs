using System.Management.Automation;
using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Makes agents to assign: an id, perhaps a version, perhaps a weight.</summary>
[Cmdlet(VerbsCommon.New, "UponAiAgentRef")]
[OutputType(typeof(AgentRef))]
public sealed class NewUponAiAgentRefCommand : UponAiCommand
{
    /// <summary>The agent's id, or its whole text form, such as <c>agent_a@3=90%</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, HelpMessage = "The agent's id, such as agent_d3c2df14e163c7ca8ac5b1bf38, or its text form, such as agent_a@3=90%.")]
    [Alias("Id", "agent_id")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public string AgentId { get; set; } = "";

    /// <summary>A version from 0; by default the latest.</summary>
    [Parameter(Position = 1, HelpMessage = "A version from 0. By default the latest.")]
    [Alias("Version", "agent_version")]
    [WholeNumber]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(AgentVersionCompleter))]
    public int AgentVersion { get; set; }

    /// <summary>The share of calls, a fraction or a percentage: 0.5 or '50%'.</summary>
    [Parameter(Position = 2, HelpMessage = "The share of calls: a fraction, such as 0.5, or a percentage, such as '50%'.")]
    [Weight]
    public decimal Weight { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(AgentId, () =>
    {
        var agent = AgentRef.Parse(AgentId);
        WriteObject(new AgentRef(
            agent.AgentId,
            IsBound(nameof(AgentVersion)) ? AgentVersion : agent.AgentVersion,
            IsBound(nameof(Weight)) ? Weight : agent.Weight));
    });
}
