using System.Text;
using System.Text.Json;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>Tests the format of the lines of a journal.</summary>
public sealed class JournalLineTests
{
    // SHA-256 of "https://api.example.com/\n+14155550100\n" and the request's JSON, computed with another tool.
    private const string Digest = "4795F96DD35B2E0A4A5EE8E9547CBA9F0F115AAEB31D631BF5476694DFD76392";

    private static readonly JournalLine Line = new(
        SkippingTime.Noon, "https://api.example.com/", "AC1", 7, "+14155550100", "AB12", JournalOutcome.Failed)
    {
        StatusCode = 404, ErrorId = "UponAi.NotFound",
    };

    [Fact]
    public void A_request_has_a_line_before_it_is_sent_and_a_line_at_its_end()
    {
        using var folder = new JournalFolder();
        var before = new PhoneNumber
        {
            Number = "+14155550100",
            WorkspaceId = 7,
            ReturnedProperties = PhoneNumberProperties.InboundWebhookUrl
        };
        var after = new PhoneNumber
        {
            IsTimeRoutingEnabled = true,
            ReturnedProperties = PhoneNumberProperties.IsTimeRoutingEnabled
        };

        folder.Run(journal =>
        {
            journal.AddCurrentNumbers("AC1", [before]);
            journal.Succeed(TestAssignments.Inbound("agent_a"), after: after);
        });

        var run = JournalLineReader.TryRead(Encoding.UTF8.GetBytes(folder.Lines[0]))!.Run;
        Assert.Matches("^20260420-120000-[0-9a-f]{8}$", run);
        var who = JsonSerializer.Serialize(
            new { user = Environment.UserName, machine = Environment.MachineName }).Trim('{', '}');
        var module = typeof(UpdateJournal).Assembly.GetName().Version!.ToString(3);
        var begin = $$$"""{"time":"2026-04-20T12:00:00.000Z","version":2,"run":"{{{run}}}","sequence":1"""
            + $$$""","baseUri":"https://api.example.com/","account":"AC1","workspace":7,"number":"+14155550100","""
            + $$$"""{{{who}}},"module":"{{{module}}}""";
        const string End = "\"sent\":{\"accountSid\":\"AC1\",\"workspaceId\":7,"
            + "\"inboundAgents\":[{\"agent_id\":\"agent_a\",\"weight\":1}]},\"before\":{\"inbound_webhook_url\":null}";
        Assert.StartsWith(begin, folder.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith(
            $"\"digest\":\"{Digest}\",\"outcome\":\"unknown\",{End}}}",
            folder.Lines[0],
            StringComparison.Ordinal);
        Assert.StartsWith(begin, folder.Lines[1], StringComparison.Ordinal);
        Assert.EndsWith(
            $"\"digest\":\"{Digest}\",\"outcome\":\"succeeded\",\"status\":200,\"attempts\":1,{End},"
                + $"\"after\":{{\"is_time_routing_enabled\":true}}}}",
            folder.Lines[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_has_its_id_and_text_and_a_lost_request_has_neither()
    {
        using var folder = new JournalFolder();

        folder.Run(journal =>
        {
            journal.Fail(TestAssignments.Inbound("agent_a"));
            journal.Lose(TestAssignments.Inbound("agent_a"));
        });

        Assert.Contains(
            "\"outcome\":\"failed\",\"status\":404,\"error\":\"UponAi.NotFound\",\"message\":\"There is "
            + "no such number.\",\"attempts\":1,",
            folder.Lines[1],
            StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"unknown\",\"sent\":", folder.Lines[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalOutcome.Succeeded, 200, null)]
    [InlineData(JournalOutcome.Failed, 404, "UponAi.NotFound")]
    [InlineData(JournalOutcome.Failed, null, "UponAi.ConnectionFailed")]
    [InlineData(JournalOutcome.Unchanged, null, null)]
    [InlineData(JournalOutcome.Unknown, null, null)]
    internal void What_is_written_is_read_again(JournalOutcome outcome, int? status, string? error)
    {
        var line = Line with
        {
            Outcome = outcome, StatusCode = status, ErrorId = error, Version = 2, Run = "r", Sequence = 3,
            File = "C:\\plan.csv", Line = 12,
            User = "u", Machine = "m", Module = "1.2.3", Message = "Why \"not\"?", RequestId = "req-1", Attempts = 2,
            CfRay = "8c1d", TraceParent = "00-0a", ResponseDate = new DateTimeOffset(
                2026, 11, 28, 17, 2, 19, TimeSpan.Zero),
        };

        Assert.Equal(line, JournalLineReader.TryRead([.. JournalLineWriter.Write(line)]));
    }

    [Fact]
    public void A_line_of_the_first_version_is_read()
    {
        var line = JournalLineReader.TryRead(Encoding.UTF8.GetBytes(
            """{"time":"2026-04-20T12:00:00.000Z","baseUri":"https://api.example.com/","account":"AC1","workspace":7"""
            + ""","number":"+14155550100","digest":"AB12","outcome":"failed","status":404"""
            + ""","error":"UponAi.NotFound"}"""));

        Assert.Equal(Line, line);
        Assert.Equal(1, line!.Version);
    }

    [Fact]
    public void Members_that_a_later_version_adds_are_skipped()
    {
        var text = Encoding.UTF8.GetString(JournalLineWriter.Write(Line)).Replace(
            "\"version\":2",
            "\"version\":2,\"later\":[{\"a\":1}]",
            StringComparison.Ordinal);

        Assert.Equal(Line with { Version = 2 }, JournalLineReader.TryRead(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void A_line_of_a_version_that_is_not_known_is_refused()
    {
        using var folder = new JournalFolder();
        folder.Text =
            Encoding.UTF8.GetString(JournalLineWriter.Write(Line)).Replace(
                "\"version\":2",
                "\"version\":3",
                StringComparison.Ordinal);

        var error = folder.Refuse();

        Assert.Equal(UponAiError.InvalidJournal, error.Error);
        Assert.Contains(
            "has version 3, which a newer version of the module wrote",
            error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AC\"1\\")]
    [InlineData("two\nlines")]
    [InlineData("Zürich ☎ \U0001F600")]
    public void No_text_breaks_a_line_in_two(string account)
    {
        byte[] bytes = [.. JournalLineWriter.Write(Line with { Account = account })];

        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
        Assert.Equal(account, JournalLineReader.TryRead(bytes)!.Account);
    }

    [Theory]
    [InlineData("")]
    [InlineData("number,agent")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"time\":\"2026-04-20T12:00:00.000Z\"}")]
    public void A_line_of_another_format_is_read_as_null(string text) =>
        Assert.Null(JournalLineReader.TryRead(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("\"failed\"", "\"maybe\"")]
    [InlineData("\"failed\"", "null")]
    [InlineData("404", "\"404\"")]
    [InlineData("404", "40.4")]
    [InlineData(":7,", ":\"7\",")]
    [InlineData("2026-04-20", "yesterday")]
    [InlineData("\"AB12\"", "12")]
    public void A_line_with_a_value_of_another_kind_is_none(string value, string other)
    {
        var text = Encoding.UTF8.GetString(JournalLineWriter.Write(Line));

        Assert.Contains(value, text, StringComparison.Ordinal);
        var changed = text.Replace(value, other, StringComparison.Ordinal);
        Assert.Null(JournalLineReader.TryRead(Encoding.UTF8.GetBytes(changed)));
    }
}
