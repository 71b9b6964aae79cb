using UponAi.Client.Wire;

namespace UponAi.Client.Answers;

/// <summary>Finds the one phone number that an answer is about, whatever the answer has.</summary>
internal static class AnsweredNumber
{
    /// <param name="isBuilt">True when the answer lists no such number, and it is made of <c>assignment</c> and the request.</param>
    internal static PhoneNumber Of(UpdateAnswer answer, NumberAssignment asked, AssignmentScope scope, out bool isBuilt)
    {
        var listed = answer.Exact ?? answer.ByBaseNumber;
        isBuilt = listed is null;
        var phone = listed ?? Build(answer.Assignment ?? new PhoneNumber(), asked, scope);
        if (listed is not null && answer.Assignment is { PlatformImportError: true } assignment) TakeImportError(phone, assignment);
        return phone;
    }

    private static PhoneNumber Build(PhoneNumber phone, NumberAssignment asked, AssignmentScope scope)
    {
        phone.Number = asked.Number.Value;
        phone.AccountSid ??= scope.AccountSid;
        phone.WorkspaceId ??= scope.WorkspaceId;
        phone.CarriedMembers |= PhoneNumberMembers.Number | PhoneNumberMembers.AccountSid | PhoneNumberMembers.WorkspaceId;

        if (!phone.CarriesInbound) phone.InboundAgents = Fill(phone, asked.Inbound, split => split.Agents, AgentRefCollection.Empty, PhoneNumberMembers.InboundAgents);
        if (!phone.CarriesOutbound) phone.OutboundAgents = Fill(phone, asked.Outbound, split => split.Agents, AgentRefCollection.Empty, PhoneNumberMembers.OutboundAgents);
        if (!phone.Carries(PhoneNumberMembers.InboundWebhookUrl))
            phone.InboundWebhookUrl = Fill(phone, asked.InboundWebhook, webhook => webhook.ToString(), null, PhoneNumberMembers.InboundWebhookUrl);
        if (asked.TimeRouting is { } timeRouting && !phone.Carries(PhoneNumberMembers.IsTimeRoutingEnabled))
        {
            phone.IsTimeRoutingEnabled = timeRouting;
            phone.CarriedMembers |= PhoneNumberMembers.IsTimeRoutingEnabled;
        }

        return phone;
    }

    private static TShown? Fill<T, TShown>(PhoneNumber phone, Change<T> change, Func<T, TShown> show, TShown? cleared, PhoneNumberMembers member)
        where T : notnull
        where TShown : class
    {
        if (change.Kind == ChangeKind.Unchanged) return null;
        phone.CarriedMembers |= member;
        return change.Kind == ChangeKind.Set ? show(change.Value) : cleared;
    }

    private static void TakeImportError(PhoneNumber phone, PhoneNumber assignment)
    {
        phone.PlatformImportError = true;
        phone.PlatformImportErrorMessage ??= assignment.PlatformImportErrorMessage;
        phone.CarriedMembers |= PhoneNumberMembers.PlatformImportError | PhoneNumberMembers.PlatformImportErrorMessage;
    }
}
