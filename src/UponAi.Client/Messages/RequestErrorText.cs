using System.Globalization;

namespace UponAi.Client.Messages;

/// <summary>What a request is about, in the words of its errors: safe to show.</summary>
internal abstract class RequestErrorText
{
    /// <summary>What follows the news that no answer came in time, as a sentence.</summary>
    internal abstract string Unanswered { get; }

    /// <summary>What follows the news that the answer cannot be read, as a sentence; empty where there is nothing to say.</summary>
    internal abstract string Unread { get; }

    /// <summary>The error and the beginning of its message for a status that means something of its own here; none for others.</summary>
    internal abstract (UponAiError Error, string Message)? Explain(int status);
}

/// <summary>The assignment of a number.</summary>
internal sealed class AssignmentErrorText(NumberId number, NumberLocation scope) : RequestErrorText
{
    internal override string Unanswered => "Whether the change arrived is not known; sending it again is safe.";

    internal override string Unread => "Whether the change was made is not known; sending it again is safe.";

    private string Number => DisplayText.Sanitize(number.Value);

    private string Account => DisplayText.Sanitize(scope.AccountSid);

    private string Workspace => scope.WorkspaceId.ToString(CultureInfo.InvariantCulture);

    internal override (UponAiError Error, string Message)? Explain(int status) => status switch
    {
        400 => (UponAiError.InvalidAssignment, $"The platform refused the assignment of {Number}"),
        403 => (UponAiError.Forbidden, $"The token may not use account {Account} or its workspace {Workspace}"),
        404 => (UponAiError.NotFound, $"The platform has no number {Number} in workspace {Workspace}, or no such workspace{(number.MayLackPlus ? $". Did you mean +{Number}? A spreadsheet drops the +" : "")}"),
        _ => null,
    };
}

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
