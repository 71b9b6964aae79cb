namespace UponAi;

/// <summary>The desired change of one number. What is left out stays as it is on the platform.</summary>
public sealed record NumberAssignment
{
    /// <summary>The number or extension to change.</summary>
    public required NumberId Number { get; init; }

    /// <summary>The agents that take calls.</summary>
    public Change<AgentSplit> Inbound { get; init; }

    /// <summary>The agents that make calls.</summary>
    public Change<AgentSplit> Outbound { get; init; }

    /// <summary>The webhook that is asked at each inbound call.</summary>
    public Change<Webhook> InboundWebhook { get; init; }

    /// <summary>Whether time routing is on; none leaves it as it is. It cannot be removed, only switched off.</summary>
    public bool? TimeRouting { get; init; }

    /// <summary>True when a request would change nothing.</summary>
    public bool IsEmpty =>
        Inbound.Kind == ChangeKind.Unchanged
        && Outbound.Kind == ChangeKind.Unchanged
        && InboundWebhook.Kind == ChangeKind.Unchanged
        && TimeRouting is null;

    /// <summary>The change in words: <c>Set inbound to agent_a@3 90%, agent_b 10%; remove webhook</c>.</summary>
    public string Describe() => ChangeDescription.Describe(this);

    /// <summary>The change in words beside what there is: <c>Inbound agent_a → agent_b 90%, agent_c 10%; webhook stays none</c>.</summary>
    /// <param name="current">The number as the platform reports it; what it does not carry is shown as <see cref="Describe()"/> does.</param>
    public string Describe(PhoneNumber current) => ChangeDescription.Describe(this, current);
}
