using System.Text;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>What a line of a journal looks like, and what is none.</summary>
public sealed class JournalLineTests
{
    // SHA-256 of "https://api.example.com/\n+14155550100\n" and the request's JSON, computed with another tool.
    private const string Digest = "4795F96DD35B2E0A4A5EE8E9547CBA9F0F115AAEB31D631BF5476694DFD76392";

    private static readonly JournalLine Line = new(SkippingTime.Noon, "https://api.example.com/", "AC1", 7, "+14155550100", "AB12", JournalOutcome.Failed, 404, "UponAi.NotFound");

    [Fact]
    public void A_success_is_this_line_and_nothing_more()
    {
        using var folder = new JournalFolder();

        folder.Run(journal => journal.Succeed(TestAssignments.Inbound("agent_a")));

        Assert.Equal(
            $$"""{"time":"2026-04-20T12:00:00.000Z","baseUri":"https://api.example.com/","account":"AC1","workspace":7,"number":"+14155550100","digest":"{{Digest}}","outcome":"succeeded","status":200}""" + "\n",
            folder.Text);
    }

    [Fact]
    public void A_failure_has_its_id_and_a_lost_request_has_neither_status_nor_id()
    {
        using var folder = new JournalFolder();

        folder.Run(journal =>
        {
            journal.Fail(TestAssignments.Inbound("agent_a"));
            journal.Lose(TestAssignments.Inbound("agent_a"));
        });

        Assert.EndsWith("\"outcome\":\"failed\",\"status\":404,\"error\":\"UponAi.NotFound\"}", folder.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("\"outcome\":\"unknown\"}", folder.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JournalOutcome.Succeeded, 200, null)]
    [InlineData(JournalOutcome.Failed, 404, "UponAi.NotFound")]
    [InlineData(JournalOutcome.Failed, null, "UponAi.ConnectionFailed")]
    [InlineData(JournalOutcome.Unchanged, null, null)]
    [InlineData(JournalOutcome.Unknown, null, null)]
    internal void What_is_written_is_read_again(JournalOutcome outcome, int? status, string? error)
    {
        var line = Line with { Outcome = outcome, StatusCode = status, ErrorId = error };

        Assert.Equal(line, JournalLine.TryRead(line.ToBytes()));
    }

    [Theory]
    [InlineData("AC\"1\\")]
    [InlineData("two\nlines")]
    [InlineData("Zürich ☎ \U0001F600")]
    public void No_text_breaks_a_line_in_two(string account)
    {
        var bytes = (Line with { Account = account }).ToBytes();

        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
        Assert.Equal(account, JournalLine.TryRead(bytes)!.Account);
    }

    [Theory]
    [InlineData("")]
    [InlineData("number,agent")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"time\":\"2026-04-20T12:00:00.000Z\"}")]
    public void What_is_no_line_is_read_as_none(string text) => Assert.Null(JournalLine.TryRead(Encoding.UTF8.GetBytes(text)));

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
        var text = Encoding.UTF8.GetString(Line.ToBytes());

        Assert.Contains(value, text, StringComparison.Ordinal);
        Assert.Null(JournalLine.TryRead(Encoding.UTF8.GetBytes(text.Replace(value, other, StringComparison.Ordinal))));
    }
}
