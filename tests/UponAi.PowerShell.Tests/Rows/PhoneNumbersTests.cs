using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Rows;

/// <summary>
/// Tests a phone number of the platform as input. The number is a whole state: its returned null values clear, and its
/// missing properties stay unchanged, also after a job, a remote session or a file.
/// </summary>
public sealed class PhoneNumbersTests
{
    private const string Live = "{0}";
    private const string DepthOne = "[Management.Automation.PSSerializer]::Deserialize("
        + "[Management.Automation.PSSerializer]::Serialize({0}, 1))";
    private const string DepthTwo = "[Management.Automation.PSSerializer]::Deserialize("
        + "[Management.Automation.PSSerializer]::Serialize({0}, 2))";

    // The properties of an object that remain after Export-Csv and Import-Csv.
    private const string Texts =
        "$(foreach ($p in {0}) { $texts = @{}; foreach ($m in $p.PSObject.Properties) { "
        + "$texts[$m.Name] = if ($null -eq $m.Value) { '' } else { $m.Value.ToString() } }; [pscustomobject]$texts })";

    private const string Split = "\"inbound_agents\":[{\"agent_id\":\"agent_a\",\"agent_version\":0,\"weight\":0.9},"
        + "{\"agent_id\":\"agent_b\",\"weight\":0.1}]";
    private const string SplitChange = """{"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":0.9},"""
        + """{"agent_id":"agent_b","weight":0.1}]}""";

    public static TheoryData<string, string> States => new()
    {
        { Split, SplitChange },

        {
            "\"outbound_agents\":[{\"agent_id\":\"agent_a\",\"agent_version\":2,\"weight\":1}]",
            """{"outboundAgentId":"agent_a","outboundAgentVersion":2}"""
        },

        {
            "\"inbound_agent_id\":\"agent_a\",\"inbound_agent_version\":0",
            """{"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":1}]}"""
        },

        {
            "\"agent_id\":\"agent_a\",\"outbound_agent_version\":3",
            """{"outboundAgentId":"agent_a","outboundAgentVersion":3}"""
        },
        { "\"agent_id\":\"agent_a\",\"outbound_agent_version\":null", """{"outboundAgentId":"agent_a"}""" },

        {
            "\"inbound_agents\":[],\"inbound_agent_id\":null,\"inbound_agent_version\":null",
            """{"inboundAgents":[]}"""
        },
        { "\"inbound_agents\":[]", """{"inboundAgents":[]}""" },
        { "\"inbound_agents\":null", """{"inboundAgents":[]}""" },
        { "\"outbound_agents\":[],\"agent_id\":null", """{"outboundAgentId":null}""" },
        // A split as the platform reports it, with the id of its first agent as the lone id.
        { Split + ",\"inbound_agent_id\":\"agent_a\",\"inbound_agent_version\":0", SplitChange },
        { Split + ",\"inbound_agent_id\":\"agent_b\",\"inbound_agent_version\":null", SplitChange },
        { "\"inbound_webhook_url\":null", """{"inboundWebhookUrl":null}""" },

        {
            "\"inbound_webhook_url\":\"https://example.com/hook\"",
            """{"inboundWebhookUrl":"https://example.com/hook"}"""
        },
        { "\"is_time_routing_enabled\":false", """{"isTimeRoutingEnabled":false}""" },
        { "\"is_time_routing_enabled\":true", """{"isTimeRoutingEnabled":true}""" },
        { Split + ",\"outbound_agents\":[],\"agent_id\":null,\"default_agent_id\":\"agent_d\","
            + "\"inbound_webhook_url\":null,\"is_time_routing_enabled\":true,\"platform_import_error\":false",
            """{"outboundAgentId":null,"inboundAgents":[{"agent_id":"agent_a","agent_version":0,"weight":0.9},"""
                + """{"agent_id":"agent_b","weight":0.1}],"inboundWebhookUrl":null,"isTimeRoutingEnabled":true}""" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public Task A_live_phone_number_sends_its_state(string members, string change) =>
        RestoresAsync(Live, members, change);

    [Theory]
    [MemberData(nameof(States))]
    public Task A_phone_number_serialized_at_depth_1_sends_its_state(string members, string change) =>
        RestoresAsync(DepthOne, members, change);

    [Theory]
    [MemberData(nameof(States))]
    public Task A_phone_number_serialized_at_depth_2_sends_its_state(string members, string change) =>
        RestoresAsync(DepthTwo, members, change);

    [Theory]
    [MemberData(nameof(States))]
    public Task A_phone_number_of_a_csv_sends_its_state(string members, string change) =>
        RestoresAsync(Texts, members, change);

    [Theory]
    [InlineData(Texts, "InboundAgentId", "agent_c")]
    [InlineData(Texts, "InboundAgentId", "none")]
    [InlineData(Texts, "InboundAgentVersion", "7")]
    [InlineData(Texts, "InboundAgents", "agent_c")]
    [InlineData(DepthOne, "InboundAgentId", "agent_c")]
    [InlineData(DepthTwo, "InboundAgentVersion", "7")]
    public async Task An_edit_that_the_rest_of_the_row_contradicts_is_refused_and_not_dropped(
        string form,
        string column,
        string value)
    {
        await using var platform =
            await AnsweringAsync(Split + ",\"inbound_agent_id\":\"agent_a\",\"inbound_agent_version\":0");

        var outcome = await platform.RunAsync(
            "$phone = Clear-UponAiNumberAssignment 101 -Confirm:$false -WarningAction SilentlyContinue; "
            + $"$row = {Of(form)}; $row.{column} = '{value}'; $row | Set-UponAiNumberAssignment");

        Assert.Equal("UponAi.InvalidRow", outcome.SingleError().Id());
        Assert.Single(platform.Bodies);
    }

    [Fact]
    public async Task A_live_phone_number_is_what_the_platform_said_and_its_list_counts() =>
        await RestoresAsync(Live, Split + ",\"inbound_agent_id\":\"agent_c\"", SplitChange);

    /// <summary>A null id is also reported for a split. Only the list says whether there is a split.</summary>
    [Theory]
    [InlineData(Live, "\"inbound_agent_id\":null")]
    [InlineData(Live, "\"inbound_agent_id\":\"\"")]
    [InlineData(Live, "\"agent_id\":null")]
    [InlineData(DepthTwo, "\"inbound_agent_id\":null,\"agent_id\":null")]
    [InlineData(Texts, "\"inbound_agent_id\":null,\"agent_id\":null")]
    public async Task A_lone_id_that_is_null_clears_nothing_without_a_list(string form, string members)
    {
        await using var platform = await AnsweringAsync(members);

        var outcome = await platform.RunAsync(Script(form));

        Assert.Equal("UponAi.NothingToSet", outcome.SingleError().Id());
        Assert.Single(platform.Bodies);
    }

    [Theory]
    [InlineData(Live)]
    [InlineData(DepthOne)]
    [InlineData(DepthTwo)]
    public async Task A_phone_number_that_says_nothing_of_its_bindings_changes_none(string form)
    {
        await using var platform = await AnsweringAsync("\"id\":42,\"phone_number_sid\":null");

        var outcome = await platform.RunAsync(Script(form));

        Assert.Equal("UponAi.NothingToSet", outcome.SingleError().Id());
        Assert.Single(platform.Bodies);
    }

    [Theory]
    [InlineData(Live)]
    [InlineData(DepthOne)]
    [InlineData(DepthTwo)]
    public async Task A_phone_number_names_its_account_and_workspace(string form)
    {
        await using var platform =
            await AnsweringAsync("\"account_sid\":\"AC2\",\"workspace_id\":8,\"inbound_webhook_url\":null");

        await platform.RunAsync(Script(form));

        Assert.Equal("""{"accountSid":"AC2","workspaceId":8,"inboundWebhookUrl":null}""", platform.Bodies[1]);
    }

    [Theory]
    [InlineData(Live)]
    [InlineData(DepthOne)]
    [InlineData(DepthTwo)]
    public async Task A_phone_number_serves_as_the_argument_of_Number(string form)
    {
        await using var platform = await AnsweringAsync("\"inbound_webhook_url\":null");

        await platform.RunAsync(
            "$phone = Clear-UponAiNumberAssignment 101 -Confirm:$false; Set-UponAiNumberAssignment "
            + $"-Number ({Of(form)}) -TimeRouting $true");

        Assert.Equal(["101", "101"], platform.Numbers);
        Assert.Equal("""{"accountSid":"AC1","workspaceId":7,"isTimeRoutingEnabled":true}""", platform.Bodies[1]);
    }

    [Fact]
    public async Task A_parameter_wins_over_what_the_phone_number_says()
    {
        await using var platform = await AnsweringAsync(Split, "\"inbound_webhook_url\":null");

        await platform.RunAsync(
            "Clear-UponAiNumberAssignment 101 -Confirm:$false | Set-UponAiNumberAssignment -InboundAgent agent_c");

        Assert.Equal(
            """{"accountSid":"AC1","workspaceId":7,"inboundAgents":[{"agent_id":"agent_c","weight":1}]"""
            + ""","inboundWebhookUrl":null}""",
            platform.Bodies[1]);
    }

    [Fact]
    public async Task Weights_that_the_platform_reports_and_that_make_no_split_are_refused_and_not_repaired()
    {
        await using var platform = await AnsweringAsync(
            "\"inbound_agents\":[{\"agent_id\":\"agent_a\",\"weight\":1},{\"agent_id\":\"agent_b\",\"weight\":0}]");

        var outcome = await platform.RunAsync(Script(Live));

        Assert.Equal("UponAi.InvalidAgentSplit", outcome.SingleError().Id());
        Assert.Single(platform.Bodies);
    }

    private static async Task RestoresAsync(string form, string members, string change)
    {
        await using var platform = await AnsweringAsync(members);

        var outcome = await platform.RunAsync(Script(form));

        outcome.Single();
        Assert.Equal(["101", "101"], platform.Numbers);
        Assert.Equal("""{"accountSid":"AC1","workspaceId":7,""" + change[1..], platform.Bodies[1]);
    }

    private static string Script(string form) =>
        "$phone = Clear-UponAiNumberAssignment 101 -Confirm:$false -WarningAction SilentlyContinue; "
        + $"{Of(form)} | Set-UponAiNumberAssignment";

    private static string Of(string form) => form.Replace("{0}", "$phone", StringComparison.Ordinal);

    private static Task<ConnectedPlatform> AnsweringAsync(params string[] members) =>
        ConnectedPlatform.AnsweringNumbersAsync(
            number => Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number(number, members))));
}
