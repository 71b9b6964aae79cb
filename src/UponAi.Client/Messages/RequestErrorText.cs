using System.Globalization;
using System.Text.RegularExpressions;

namespace UponAi.Client.Messages;

/// <summary>
/// The parts of error messages that depend on what an <see cref="ApiRequest"/> asks for. The texts are safe to show.
/// </summary>
internal abstract class RequestErrorText
{
    /// <summary>Gets a sentence for the error after a timeout, or null.</summary>
    internal virtual string? TimeoutHint => null;

    /// <summary>Explains a status that has its own meaning for this request.</summary>
    /// <returns>The error and the beginning of its message, or null for any other status.</returns>
    internal abstract (UponAiError Error, string Message)? Explain(int status);

    /// <summary>Returns a sentence that helps with the reason that the platform gives for a status, or null.</summary>
    internal virtual string? GetHint(int status, string reason) => null;
}

/// <summary>The texts for the assignment of a number.</summary>
internal sealed class AssignmentErrorText(NumberAssignment assignment, NumberLocation location) : RequestErrorText
{
    private string Number => DisplayText.Sanitize(assignment.Number.Value);

    private string Account => DisplayText.Sanitize(location.AccountSid);

    private string Workspace => location.WorkspaceId.ToString(CultureInfo.InvariantCulture);

    internal override (UponAiError Error, string Message)? Explain(int status) => status switch
    {
        400 => (UponAiError.InvalidAssignment, $"The platform refused the assignment of {Number}"),
        403 => (UponAiError.Forbidden, $"The token may not use account {Account} or its workspace {Workspace}"),
        404 => (
            UponAiError.NotFound,
            $"The platform has no number {Number} in workspace {Workspace}, or no such workspace"
            + (assignment.Number.MayLackPlus ? $". Did you mean +{Number}? A spreadsheet drops the +" : "")),
        _ => null,
    };

    internal override string? GetHint(int status, string reason) =>
        status is 400 or 404 && assignment.NamedAgents.Any(agent => IsNamed(agent.AgentId, reason))
            ? "Get-UponAiAgent -AllVersions lists the agents and their versions."
            : null;

    // The id is a whole word, because agent_a is also the beginning of agent_ab.
    private static bool IsNamed(string id, string reason) =>
        Regex.IsMatch(reason, $@"(?<![\w-]){Regex.Escape(id)}(?![\w-])", RegexOptions.CultureInvariant);
}

/// <summary>The texts for a list.</summary>
internal sealed class ListErrorText : RequestErrorText
{
    private readonly string owner;

    private ListErrorText(string rows, string owner) =>
        (Name, Rows, this.owner) = (owner.Length == 0 ? $"the {rows}" : $"the {rows} of {owner}", rows, owner);

    /// <summary>Gets the name of the list, such as <c>the numbers of account AC1</c>.</summary>
    internal string Name { get; }

    /// <summary>Gets the name of its rows, such as <c>numbers</c>.</summary>
    internal string Rows { get; }

    internal override string TimeoutHint => "A long list may need more time.";

    private string? NotFoundHint { get; init; }

    internal static ListErrorText Numbers(string accountSid) =>
        new("numbers", $"account {DisplayText.Sanitize(accountSid)}");

    internal static ListErrorText Agents(int workspaceId) => new("agents", Workspace(workspaceId))
    {
        NotFoundHint = "Get-UponAiWorkspace returns the workspaces of the token.",
    };

    internal static ListErrorText AgentVersions(string agentId, int workspaceId) =>
        new("versions", $"agent {DisplayText.Sanitize(agentId)} in {Workspace(workspaceId)}");

    internal static ListErrorText Workspaces() => new("workspaces", "");

    internal override (UponAiError Error, string Message)? Explain(int status) => status switch
    {
        400 => (UponAiError.RequestFailed, $"The platform refused to list {Name}"),
        403 => (UponAiError.Forbidden, $"The token may not list {Name}"),
        404 when owner.Length > 0 =>
            (UponAiError.NotFound, $"The platform has no {owner}, or does not offer a list of {Name}"),
        404 or 405 or 501 => (UponAiError.RequestFailed, $"The platform does not offer a list of {Name}"),
        _ => null,
    };

    internal override string? GetHint(int status, string reason) => status == 404 ? NotFoundHint : null;

    private static string Workspace(int id) => string.Format(CultureInfo.InvariantCulture, "workspace {0}", id);
}
