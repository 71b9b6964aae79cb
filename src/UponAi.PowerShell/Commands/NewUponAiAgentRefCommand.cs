using UponAi.PowerShell.Completion;
using UponAi.PowerShell.Parameters;

namespace UponAi.PowerShell.Commands;

/// <summary>Creates agents to assign, from an id with an optional version and weight.</summary>
[Cmdlet(VerbsCommon.New, "UponAiAgentRef")]
[OutputType(typeof(AgentRef))]
public sealed class NewUponAiAgentRefCommand : UponAiCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "The id of the agent, such as agent_d3c2df14e163c7ca8ac5b1bf38, or text such as agent_a@3=90%.")]
    [Alias("Id", "agent_id")]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(AgentTextCompleter))]
    public string AgentId { get; set; } = "";

    [Parameter(Position = 1)]
    [Alias("Version", "agent_version")]
    [WholeNumberTransformation]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(AgentVersionCompleter))]
    public int AgentVersion { get; set; }

    [Parameter(Position = 2)]
    [ConvertTo(typeof(AgentWeight))]
    public AgentWeight Weight { get; set; }

    protected override void ProcessRecord() => Try(AgentId, () =>
    {
        var agent = AgentRef.Parse(AgentId);
        WriteObject(new AgentRef(
            agent.AgentId,
            IsBound(nameof(AgentVersion)) ? AgentVersion : agent.AgentVersion,
            IsBound(nameof(Weight)) ? Weight.Value : agent.Weight));
    });
}
