using System.Globalization;

namespace UponAi.Client.Errors;

/// <summary>A list that the platform is asked for.</summary>
internal sealed class ListErrorText : RequestErrorText
{
    private readonly string owner;

    private ListErrorText(string what, string owner) => (Name, this.owner) = ($"{what} of {owner}", owner);

    /// <summary>What is listed, such as <c>the numbers of account AC1</c>.</summary>
    internal string Name { get; }

    internal override string Unanswered => "A long list may need more time: -AttemptTimeout and -TotalTimeout of Connect-UponAi give it.";

    internal override string Unread => "";

    internal static ListErrorText Numbers(string accountSid) => new("the numbers", $"account {DisplayText.Sanitize(accountSid)}");

    internal static ListErrorText Agents(int workspaceId) => new("the agents", Workspace(workspaceId));

    internal static ListErrorText AgentVersions(string agentId, int workspaceId) => new("the versions", $"agent {DisplayText.Sanitize(agentId)} in {Workspace(workspaceId)}");

    internal override (UponAiError Error, string Message)? Explain(int status) => status switch
    {
        400 => (UponAiError.RequestFailed, $"The platform refused to list {Name}"),
        403 => (UponAiError.Forbidden, $"The token may not list {Name}"),
        404 => (UponAiError.NotFound, $"The platform has no {owner}, or does not offer a list of {Name}"),
        405 or 501 => (UponAiError.RequestFailed, $"The platform does not offer a list of {Name}"),
        _ => null,
    };

    private static string Workspace(int id) => string.Format(CultureInfo.InvariantCulture, "workspace {0}", id);
}
