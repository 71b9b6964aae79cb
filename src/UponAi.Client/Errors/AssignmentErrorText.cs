using System.Globalization;

namespace UponAi.Client.Errors;

/// <summary>The assignment of a number.</summary>
internal sealed class AssignmentErrorText(NumberId number, NumberLocation scope) : RequestErrorText
{
    internal override string Unanswered => "Whether the change arrived is not known; sending it again is safe.";

    internal override string Unread => "Whether the change was made is not known; sending it again is safe.";

    private string Number => DisplayText.Sanitize(number.Value);

    private string Account => DisplayText.Sanitize(scope.AccountSid);

    private string Workspace => scope.WorkspaceId.ToString(CultureInfo.InvariantCulture);

    /// <summary>True for what looks like a phone number without its <c>+</c>.</summary>
    private bool MayLackPlus => number.Value.Length is >= 8 and <= 15 && number.Value[0] is >= '1' and <= '9' && number.Value.All(c => c is >= '0' and <= '9');

    internal override (UponAiError Error, string Message)? Explain(int status) => status switch
    {
        400 => (UponAiError.InvalidAssignment, $"The platform refused the assignment of {Number}"),
        403 => (UponAiError.Forbidden, $"The token may not use account {Account} or its workspace {Workspace}"),
        404 => (UponAiError.NotFound, $"The platform has no number {Number} in workspace {Workspace}, or no such workspace{(MayLackPlus ? $". Did you mean +{Number}? A spreadsheet drops the +" : "")}"),
        _ => null,
    };
}
