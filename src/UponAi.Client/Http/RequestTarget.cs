using System.Globalization;

namespace UponAi.Client.Http;

/// <summary>What a request is about, made safe to show in errors.</summary>
internal readonly struct RequestTarget(NumberId number, AssignmentScope scope)
{
    internal string Number => PlainText.Show(number.Value);

    internal string Account => PlainText.Show(scope.AccountSid);

    internal string Workspace => scope.WorkspaceId.ToString(CultureInfo.InvariantCulture);
}
