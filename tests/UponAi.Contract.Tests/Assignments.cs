namespace UponAi.Contract.Tests;

/// <summary>Requests of every shape, with agents and numbers of the sandbox.</summary>
internal static class Assignments
{
    internal const string Number = "+14155550103";

    private static readonly Change<AgentSplit>[] Outbounds = Splits("agent_sales", "agent_sales@0",
        "agent_sales@2=25%;agent_support=75%", "agent_sales;agent_support;agent_night@0");

    private static readonly Change<AgentSplit>[] Inbounds = Splits(
        "agent_reception",
        "agent_reception@0",
        "agent_reception@3=90%;agent_sales=10%",
        "agent_reception@3=0.9999999;agent_sales=0.0000001",
        "agent_reception@1;agent_reception@2;agent_reception@3;agent_sales@0;agent_sales@1;agent_sales@2;agent_night");

    private static readonly Change<Webhook>[] Webhooks =
        [Change.Unchanged<Webhook>(), Change.Clear<Webhook>(),
            Change.Set(Webhook.Parse("https://example.com:8443/hook/%2F?a=1&b=%3C2%3E#part"))];

    private static readonly bool?[] TimeRoutings = [null, true, false];

    /// <summary>
    /// Gets all combinations of the states of all properties, except the empty combination, which is never sent.
    /// </summary>
    internal static IEnumerable<NumberAssignment> Combinations() =>
        from outbound in Outbounds
        from inbound in Inbounds
        from webhook in Webhooks
        from timeRouting in TimeRoutings
        let assignment = For(
            Number) with { Outbound = outbound, Inbound = inbound, InboundWebhook = webhook, TimeRouting = timeRouting }
        where !assignment.IsEmpty
        select assignment;

    /// <summary>
    /// Gets a request for every kind of number and extension, and for each character that they can contain.
    /// </summary>
    internal static IEnumerable<NumberAssignment> Numbers() =>
        from text in (string[])["+989601", "+1 (415) 555-0100", "+491234567890123", "101", "0102", "+14155550100;ext=7",
            "front-desk", .. Characters()]
        select For(text) with { TimeRouting = true };

    /// <summary>Gets a request for each character that a webhook can contain, at several places.</summary>
    internal static IEnumerable<NumberAssignment> WebhookCharacters() =>
        from character in Printable
        from url in (string[])[$"https://example.com/a{character}b", $"https://example.com/?a{character}b",
            $"https://example.com/#a{character}b", $"https://a{character}b@example.com/"]
        where TryParse(url)
        select For(Number) with { InboundWebhook = Change.Set(Webhook.Parse(url)) };

    private static IEnumerable<char> Printable => Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code);

    private static NumberAssignment For(string number) => new() { Number = NumberId.Parse(number) };

    private static Change<AgentSplit>[] Splits(params string[] texts) =>
        [Change.Unchanged<AgentSplit>(), Change.Clear<AgentSplit>(),
            .. texts.Select(text => Change.Set(AgentSplit.Create(AgentRefCollection.Parse(text))))];

    private static IEnumerable<string> Characters() =>
        Printable.Except("/\\?#%;,*[]").Select(character => $"a{character}b");

    private static bool TryParse(string url)
    {
        try
        {
            Webhook.Parse(url);
            return true;
        }
        catch (UponAiException)
        {
            return false;
        }
    }
}
