using System.Globalization;

namespace UponAi.Client.Http;

/// <summary>What a request is about, made safe to show in errors.</summary>
internal readonly struct RequestTarget(NumberId number, AssignmentScope scope)
{
    internal string Number => PlainText.Show(number.Value);

    /// <summary>True for what looks like a phone number without its <c>+</c>.</summary>
    internal bool MayLackPlus => number.Value.Length is >= 8 and <= 15 && number.Value[0] is >= '1' and <= '9' && number.Value.All(c => c is >= '0' and <= '9');

    internal string Account => PlainText.Show(scope.AccountSid);

    internal string Workspace => scope.WorkspaceId.ToString(CultureInfo.InvariantCulture);
}
