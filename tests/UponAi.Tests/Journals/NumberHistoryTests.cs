namespace UponAi.Tests;

/// <summary>Tests the changes of a number in a journal, and the change that restores the earlier state.</summary>
public sealed class NumberHistoryTests
{
    private static readonly NumberId Number = NumberId.Parse("+14155550100");

    [Fact]
    public void Several_changes_go_back_to_before_the_first()
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"), Entry("agent_b", "agent_c", "agent_c"));

        Assert.True(history.IsAsLeft(Phone("agent_c")));
        Assert.Equal(
            "Inbound agent_c → agent_a",
            history.ChangeBack(Number, Phone("agent_c")).Describe(Phone("agent_c")));
    }

    [Fact]
    public void A_change_by_somebody_else_between_two_runs_is_restored()
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"), Entry("agent_x", "agent_c", "agent_c"));

        Assert.Equal("agent_x", history.ChangeBack(Number, Phone("agent_c")).Inbound.Value.Agents[0].AgentId);
    }

    [Fact]
    public void A_request_of_unknown_outcome_may_have_left_both()
    {
        var history = Of(Entry("agent_a", "agent_b", after: null));

        Assert.True(history.IsAsLeft(Phone("agent_a")));
        Assert.True(history.IsAsLeft(Phone("agent_b")));
        Assert.False(history.IsAsLeft(Phone("agent_c")));
        Assert.True(history.ChangeBack(Number, Phone("agent_a")).IsEmpty);
    }

    [Fact]
    public void Hundreds_of_requests_of_unknown_outcome_have_few_possible_states()
    {
        var entries = Enumerable.Range(0, 400).Select(i => Entry("agent_a", i % 2 == 0 ? "agent_b" : "agent_c", null));

        var history = Of([.. entries]);

        Assert.True(history.IsAsLeft(Phone("agent_a")));
        Assert.True(history.IsAsLeft(Phone("agent_b")));
        Assert.False(history.IsAsLeft(Phone("agent_d")));
        Assert.Contains(
            "The journal left inbound agent_c",
            history.ChangedSince(Phone("agent_d")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_change_of_another_property_counts_as_well()
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"));
        var now = Phone("agent_b", "https://example.com/other");

        Assert.False(history.IsAsLeft(now));
        var error = history.ChangedSince(now);
        Assert.Equal(UponAiError.ChangedSince, error.Error);
        Assert.Equal(
            "+14155550100 was changed since the run, and was not restored. The journal left webhook none, "
            + "now https://example.com/other. "
            + "To restore the number anyway, use -Force.",
            error.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_number_without_an_earlier_state_in_the_journal_cannot_be_restored(bool isOfFirstVersion)
    {
        var history = Of(isOfFirstVersion
            ? new JournalEntry
            {
                Time = default, Number = Number.Value, Outcome = JournalOutcome.Succeeded, AccountSid = "AC1",
                WorkspaceId = 7, BaseUri = ""
            }
            : Entry(before: null, "agent_b", "agent_b"));
        history.Add(Entry("agent_b", "agent_c", "agent_c"));

        var error = Assert.Throws<UponAiException>(() => history.ChangeBack(Number, Phone("agent_c")));

        Assert.Equal(UponAiError.InvalidJournal, error.Error);
    }

    [Fact]
    public void A_lone_agent_without_a_weight_is_the_same_as_one_with_all_calls()
    {
        var history = Of(Entry("agent_a", "agent_b@2", "agent_b@2=1"));

        Assert.True(history.IsAsLeft(Phone("agent_b@2")));
        Assert.False(history.IsAsLeft(Phone("agent_b@3")));
    }

    public static TheoryData<NumberAssignment, bool> ChangesOfReportedAndUnreportedProperties => new()
    {
        { Change(inbound: true), true },
        { Change(webhook: true), true },
        { Change(outbound: true), false },
        { Change(timeRouting: true), false },
        { Change(inbound: true, outbound: true), false },
        { Change(webhook: true, timeRouting: true), false },
    };

    [Theory]
    [MemberData(nameof(ChangesOfReportedAndUnreportedProperties))]
    public void A_change_goes_back_only_if_the_earlier_state_has_each_of_its_properties(
        NumberAssignment change, bool canGoBack)
    {
        var history = Of(Entry(Phone("agent_a"), change));

        AssertGoesBack(history, canGoBack);
    }

    [Theory]
    [MemberData(nameof(ChangesOfReportedAndUnreportedProperties))]
    public void The_properties_of_every_request_count_in_either_order(NumberAssignment change, bool canGoBack)
    {
        var reported = Entry(Phone("agent_a"), Change(inbound: true, webhook: true));
        var other = Entry(Phone("agent_a"), change);

        AssertGoesBack(Of(reported, other), canGoBack);
        AssertGoesBack(Of(other, reported), canGoBack);
    }

    [Fact]
    public void Inbound_agents_and_a_webhook_that_were_not_reported_cannot_be_restored()
    {
        var before = new PhoneNumber { ReturnedProperties = PhoneNumberProperties.OutboundAgents };

        AssertGoesBack(Of(Entry(before, Change(outbound: true))), true);
        AssertGoesBack(Of(Entry(before, Change(inbound: true))), false);
        AssertGoesBack(Of(Entry(before, Change(webhook: true))), false);
    }

    [Fact]
    public void Of_two_values_for_time_routing_the_later_one_was_sent_last()
    {
        var on = Change(timeRouting: true);
        var history = Of(
            Entry(Everything("agent_a"), on), Entry(Everything("agent_a"), on with { TimeRouting = false }));

        Assert.True(history.ChangeBack(Number).IsEmpty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_later_value_replaces_the_earlier_one_and_no_value_leaves_it(bool later)
    {
        var first = Change(inbound: true, timeRouting: true) with { TimeRouting = !later };
        var second = Change(webhook: true) with { TimeRouting = later };

        AssertGoesBack(Of(Entry(Everything("agent_a"), first), Entry(Everything("agent_a"), second)), true);
        AssertGoesBack(Of(Entry(Phone("agent_a"), first), Entry(Phone("agent_a"), Change(webhook: true))), false);
    }

    [Fact]
    public void Requests_before_the_change_of_somebody_else_no_longer_count()
    {
        var history = Of(
            Entry("agent_a", "agent_b", "agent_b"),
            Entry(Phone("agent_x"), Change(webhook: true)));
        var unknown = Of(
            Entry(Phone("agent_a"), Change(inbound: true, outbound: true)),
            Entry(Phone("agent_x"), Change(webhook: true)));

        AssertGoesBack(history, true);
        AssertGoesBack(unknown, true);
    }

    [Fact]
    public void The_error_of_a_number_without_an_earlier_state_names_the_number_and_the_reasons()
    {
        var history = Of(Entry(before: null, "agent_b", "agent_b"));

        var error = Assert.Throws<UponAiException>(() => history.ChangeBack(Number, Phone("agent_b")));

        Assert.Equal(
            "The journal does not say what +14155550100 had before, so the number cannot be restored. The platform's "
            + "list was not available to that run, or an older version of the module wrote the journal.",
            error.Message);
    }

    [Fact]
    public void Without_the_current_state_the_change_goes_back_from_what_was_sent()
    {
        var change = Of(Entry("agent_a", "agent_b", "agent_b")).ChangeBack(Number);

        Assert.Equal("agent_a", Assert.Single(change.Inbound.Value.Agents).AgentId);
        Assert.Equal(ChangeKind.Unchanged, change.InboundWebhook.Kind);
        Assert.Throws<UponAiException>(() => Of(Entry(before: null, "agent_b", "agent_b")).ChangeBack(Number));
    }

    [Theory]
    [InlineData("agent_a")]
    [InlineData(null)]
    public void A_restore_is_not_undone_even_if_it_replaced_the_change_of_somebody_else(string? after)
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"));

        history.AddRestore(Entry("agent_x", "agent_a", after));

        Assert.True(history.IsAsLeft(Phone("agent_a")));
        Assert.False(history.IsAsLeft(Phone("agent_x")));
        Assert.True(history.ChangeBack(Number, Phone("agent_a")).IsEmpty);
        Assert.True(history.ChangeBack(Number).IsEmpty);
        history.Add(Entry("agent_a", "agent_c", "agent_c"));
        Assert.Equal("agent_a", history.ChangeBack(Number).Inbound.Value.Agents[0].AgentId);
    }

    [Theory]
    [InlineData("agent_b")]
    [InlineData(null)]
    public void The_state_after_a_restore_of_one_run_counts_as_left(string? after)
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"), Entry("agent_b", "agent_c", "agent_c"));

        history.AddRestore(Entry("agent_c", "agent_b", after));

        Assert.True(history.IsAsLeft(Phone("agent_b")));
        Assert.Equal(after is null, history.IsAsLeft(Phone("agent_c")));
        Assert.Equal("agent_a", history.ChangeBack(Number, Phone("agent_b")).Inbound.Value.Agents[0].AgentId);
    }

    [Fact]
    public void The_undo_of_a_restore_leaves_the_change_of_somebody_else()
    {
        var history = Of(Entry("agent_a", "agent_b", "agent_b"));

        history.AddRestore(Entry("agent_x", "agent_a", "agent_a"));
        history.AddRestore(Entry("agent_a", "agent_x", "agent_x"));

        Assert.False(history.IsAsLeft(Phone("agent_x")));
        history.Add(Entry("agent_x", "agent_c", "agent_c"));
        Assert.Equal("agent_x", history.ChangeBack(Number).Inbound.Value.Agents[0].AgentId);
    }

    private static void AssertGoesBack(NumberHistory history, bool canGoBack)
    {
        if (canGoBack) Assert.NotNull(history.ChangeBack(Number, Phone("agent_now")));
        else Assert.Throws<UponAiException>(() => history.ChangeBack(Number, Phone("agent_now")));
    }

    private static NumberAssignment Change(
        bool inbound = false, bool outbound = false, bool webhook = false, bool timeRouting = false) => new()
    {
        Number = Number,
        Inbound = inbound ? UponAi.Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_i"))) : default,
        Outbound = outbound ? UponAi.Change.Set(AgentSplit.Create(AgentRefCollection.Parse("agent_o"))) : default,
        InboundWebhook = webhook ? UponAi.Change.Clear<Webhook>() : default,
        TimeRouting = timeRouting ? true : null,
    };

    private static JournalEntry Entry(PhoneNumber before, NumberAssignment sent) => new()
    {
        Time = default,
        Number = Number.Value,
        Outcome = JournalOutcome.Unknown,
        Before = before,
        Sent = new PlanRow(sent, "AC1", 7, "run.jsonl", 1),
        AccountSid = "AC1",
        WorkspaceId = 7,
        BaseUri = "https://api.example.com/",
    };

    private static PhoneNumber Everything(string inbound)
    {
        var phone = Phone(inbound);
        phone.ReturnedProperties |= PhoneNumberProperties.OutboundAgents | PhoneNumberProperties.IsTimeRoutingEnabled;
        return phone;
    }

    private static NumberHistory Of(params JournalEntry[] entries)
    {
        var history = new NumberHistory { Last = entries[0] };
        foreach (var entry in entries) history.Add(entry);
        return history;
    }

    private static JournalEntry Entry(string? before, string sent, string? after) => new()
    {
        Time = default,
        Number = Number.Value,
        Outcome = after is null ? JournalOutcome.Unknown : JournalOutcome.Succeeded,
        Before = before is null ? null : Phone(before),
        After = after is null ? null : Phone(after),
        Sent = new PlanRow(
            new NumberAssignment
            {
                Number = Number,
                Inbound = UponAi.Change.Set(AgentSplit.Create(AgentRefCollection.Parse(sent)))
            },
            "AC1",
            7,
            "run.jsonl",
            1),
        AccountSid = "AC1",
        WorkspaceId = 7,
        BaseUri = "https://api.example.com/",
    };

    private static PhoneNumber Phone(string inbound, string? webhook = null) => new()
    {
        InboundAgents = AgentRefCollection.Parse(inbound),
        InboundWebhookUrl = webhook,
        ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.InboundWebhookUrl,
    };
}
