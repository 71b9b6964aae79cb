namespace UponAi.Tests;

public class ChangeTests
{
    [Fact]
    public void A_property_that_is_not_assigned_stays_unchanged()
    {
        Assert.Equal(ChangeKind.Unchanged, default(Change<string>).Kind);
        Assert.Equal(Change.Unchanged<string>(), default);
    }

    [Fact]
    public void The_three_states_are_kept_apart()
    {
        Assert.Equal(ChangeKind.Unchanged, Change.Unchanged<string>().Kind);
        Assert.Equal(ChangeKind.Clear, Change.Clear<string>().Kind);
        Assert.Equal(ChangeKind.Set, Change.Set("x").Kind);
        Assert.Equal("x", Change.Set("x").Value);
    }

    [Fact]
    public void Setting_to_the_default_of_a_type_is_not_clearing_it()
    {
        var change = Change.Set(0);

        Assert.Equal(ChangeKind.Set, change.Kind);
        Assert.Equal(0, change.Value);
        Assert.True(change != Change.Clear<int>());
        Assert.True(change != Change.Unchanged<int>());
    }

    [Fact]
    public void Setting_to_null_is_refused_for_a_request_would_clear_with_it()
    {
        Assert.Throws<ArgumentNullException>(() => Change.Set<string>(null!));
    }

    [Fact]
    public void Only_a_set_change_has_a_value()
    {
        var unchanged = Assert.Throws<InvalidOperationException>(() => Change.Unchanged<string>().Value);
        var cleared = Assert.Throws<InvalidOperationException>(() => Change.Clear<string>().Value);

        Assert.Equal("A change of kind Unchanged has no value.", unchanged.Message);
        Assert.Equal("A change of kind Clear has no value.", cleared.Message);
    }

    [Fact]
    public void Changes_are_equal_by_state_and_value()
    {
        var change = Change.Set(new AgentRef("agent_a"));
        var same = Change.Set(new AgentRef("agent_a"));

        Assert.True(change == same);
        Assert.False(change != same);
        Assert.True(change.Equals((object)same));
        Assert.Equal(change.GetHashCode(), same.GetHashCode());
        Assert.True(change != Change.Set(new AgentRef("agent_b")));
        Assert.False(change.Equals((object)"agent_a"));
    }

    [Fact]
    public void Changes_without_a_value_are_equal_by_state()
    {
        Assert.True(Change.Clear<string>() == Change.Clear<string>());
        Assert.True(Change.Clear<string>() != Change.Unchanged<string>());
        Assert.Equal(Change.Clear<string>().GetHashCode(), Change.Clear<string>().GetHashCode());
    }

    [Fact]
    public void Text_is_the_value_or_the_state()
    {
        Assert.Equal("agent_a@3", Change.Set(new AgentRef("agent_a", 3)).ToString());
        Assert.Equal("Unchanged", Change.Unchanged<AgentRef>().ToString());
        Assert.Equal("Clear", Change.Clear<AgentRef>().ToString());
        Assert.Equal("", Change.Set(new Textless()).ToString());
    }

    private sealed class Textless
    {
        public override string? ToString() => null;
    }
}
