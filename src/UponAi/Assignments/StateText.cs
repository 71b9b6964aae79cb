namespace UponAi;

/// <summary>What a number has, or is to have, in words for people; <c>none</c> where there is nothing.</summary>
internal static class StateText
{
    internal const string None = "none";

    internal static string Of(Change<AgentSplit> agents) => agents.Kind == ChangeKind.Set ? Of(agents.Value.Agents) : None;

    /// <summary>A lone agent is shown with its weight where that is not the whole, which may be just what differs.</summary>
    internal static string Of(AgentRefCollection agents) => agents switch
    {
        [] => None,
        [{ Weight: not (null or 1m) } lone] => lone.ToDisplayString(),
        _ => agents.ToDisplayString(),
    };

    internal static string Of(Change<Webhook> webhook) => webhook.Kind == ChangeKind.Set ? webhook.ToString() : None;

    internal static string OfWebhook(string? url) => string.IsNullOrEmpty(url) ? None : DisplayText.Sanitize(url);

    internal static string OfTimeRouting(bool? on) => on switch { true => "on", false => "off", null => None };
}
