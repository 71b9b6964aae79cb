using UponAi.Client.Json;

namespace UponAi.Client.Operations;

/// <summary>
/// Selects the updated phone number from a response. If the response does not list the number, builds the number from
/// the response's assignment and the request.
/// </summary>
internal static class UpdatedNumberSelector
{
    private const PhoneNumberProperties RequestProperties =
        PhoneNumberProperties.Number | PhoneNumberProperties.AccountSid | PhoneNumberProperties.WorkspaceId;

    /// <summary>Returns the updated number.</summary>
    /// <param name="response">The response.</param>
    /// <param name="asked">The requested change.</param>
    /// <param name="location">The account and the workspace of the request.</param>
    /// <param name="isListed">False if the number was built.</param>
    internal static PhoneNumber Select(
        UpdateResponse response, NumberAssignment asked, NumberLocation location, out bool isListed)
    {
        var listed = response.Exact ?? response.ByBaseNumber;
        isListed = listed is not null;
        var phone = listed ?? Build(response.Assignment ?? new PhoneNumber(), asked, location);
        if (listed is not null && response.Assignment is { PlatformImportError: true } state)
            CopyImportError(state, phone);
        return phone;
    }

    private static PhoneNumber Build(PhoneNumber phone, NumberAssignment asked, NumberLocation location)
    {
        phone.Number = asked.Number.Value;
        phone.UnreadableProperties &= ~PhoneNumberProperties.Number;
        if (!IsUnreadable(phone, PhoneNumberProperties.AccountSid)) phone.AccountSid ??= location.AccountSid;
        if (!IsUnreadable(phone, PhoneNumberProperties.WorkspaceId)) phone.WorkspaceId ??= location.WorkspaceId;
        phone.ReturnedProperties |= RequestProperties & ~phone.UnreadableProperties;

        // A requested value must not hide that a property of the response is unreadable.
        var missing = (PhoneNumberProperties.InboundWebhookUrl | PhoneNumberProperties.IsTimeRoutingEnabled)
            & ~(phone.ReturnedProperties | phone.UnreadableProperties);
        if (!phone.ReportsInbound && !phone.IsInboundUnreadable) missing |= PhoneNumberProperties.InboundAgents;
        if (!phone.ReportsOutbound && !phone.IsOutboundUnreadable) missing |= PhoneNumberProperties.OutboundAgents;
        asked.ApplyTo(phone, missing);
        return phone;
    }

    private static bool IsUnreadable(PhoneNumber phone, PhoneNumberProperties property) =>
        (phone.UnreadableProperties & property) != 0;

    private static void CopyImportError(PhoneNumber source, PhoneNumber phone)
    {
        phone.PlatformImportError = true;
        phone.PlatformImportErrorMessage ??= source.PlatformImportErrorMessage;
        phone.ReturnedProperties |=
            PhoneNumberProperties.PlatformImportError | PhoneNumberProperties.PlatformImportErrorMessage;
    }
}
