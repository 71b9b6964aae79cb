using UponAi.Client.Json;

namespace UponAi.Client.Operations;

/// <summary>Finds the one phone number that an answer is about, whatever the answer has.</summary>
internal static class UpdatedNumberSelector
{
    private const PhoneNumberProperties KnownProperties =
        PhoneNumberProperties.Number | PhoneNumberProperties.AccountSid | PhoneNumberProperties.WorkspaceId;

    /// <param name="isBuilt">True when the answer lists no such number, and it is made of <c>assignment</c> and the request.</param>
    internal static PhoneNumber Of(
        UpdateResponse answer, NumberAssignment asked, NumberLocation scope, out bool isBuilt)
    {
        var listed = answer.Exact ?? answer.ByBaseNumber;
        isBuilt = listed is null;
        var phone = listed ?? Build(answer.Assignment ?? new PhoneNumber(), asked, scope);
        if (listed is not null && answer.Assignment is { PlatformImportError: true } assignment) TakeImportError(phone, assignment);
        return phone;
    }

    private static PhoneNumber Build(PhoneNumber phone, NumberAssignment asked, NumberLocation scope)
    {
        phone.Number = asked.Number.Value;
        phone.UnreadableProperties &= ~PhoneNumberProperties.Number;
        if (!IsUnreadable(phone, PhoneNumberProperties.AccountSid)) phone.AccountSid ??= scope.AccountSid;
        if (!IsUnreadable(phone, PhoneNumberProperties.WorkspaceId)) phone.WorkspaceId ??= scope.WorkspaceId;
        phone.ReturnedProperties |= KnownProperties & ~phone.UnreadableProperties;

        if (!phone.ReportsInbound && !phone.IsInboundUnreadable)
            phone.InboundAgents = Fill(
                phone,
                asked.Inbound,
                split => split.Agents,
                AgentRefCollection.Empty,
                PhoneNumberProperties.InboundAgents);
        if (!phone.ReportsOutbound && !phone.IsOutboundUnreadable)
            phone.OutboundAgents = Fill(
                phone,
                asked.Outbound,
                split => split.Agents,
                AgentRefCollection.Empty,
                PhoneNumberProperties.OutboundAgents);
        if (!phone.Has(PhoneNumberProperties.InboundWebhookUrl)
            && !IsUnreadable(phone, PhoneNumberProperties.InboundWebhookUrl))
            phone.InboundWebhookUrl = Fill(phone, asked.InboundWebhook, webhook => webhook.ToString(), null, PhoneNumberProperties.InboundWebhookUrl);
        if (asked.TimeRouting is { } timeRouting
            && !phone.Has(PhoneNumberProperties.IsTimeRoutingEnabled)
            && !IsUnreadable(phone, PhoneNumberProperties.IsTimeRoutingEnabled))
        {
            phone.IsTimeRoutingEnabled = timeRouting;
            phone.ReturnedProperties |= PhoneNumberProperties.IsTimeRoutingEnabled;
        }

        return phone;
    }

    // What the platform answered in an unreadable form is not replaced by what was asked for.
    private static bool IsUnreadable(PhoneNumber phone, PhoneNumberProperties property) =>
        (phone.UnreadableProperties & property) != 0;

    private static TShown? Fill<T, TShown>(PhoneNumber phone, Change<T> change, Func<T, TShown> show, TShown? cleared, PhoneNumberProperties member)
        where T : notnull
        where TShown : class
    {
        if (change.Kind == ChangeKind.Unchanged) return null;
        phone.ReturnedProperties |= member;
        return change.Kind == ChangeKind.Set ? show(change.Value) : cleared;
    }

    private static void TakeImportError(PhoneNumber phone, PhoneNumber assignment)
    {
        phone.PlatformImportError = true;
        phone.PlatformImportErrorMessage ??= assignment.PlatformImportErrorMessage;
        phone.ReturnedProperties |= PhoneNumberProperties.PlatformImportError | PhoneNumberProperties.PlatformImportErrorMessage;
    }
}
