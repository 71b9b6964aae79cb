using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>Tests reading a journal as entries: one for each request, also of a killed run.</summary>
public sealed class JournalReaderTests : IDisposable
{
    private const string Other = "+14155550101";

    private readonly JournalFolder folder = new();

    [Fact]
    public void A_request_is_one_entry_with_what_was_sent_and_what_the_number_had()
    {
        var sent = TestAssignments.Inbound("agent_a@3=0.9;agent_b=0.1") with
        {
            Outbound = TestAssignments.Agents("agent_c@2"),
            InboundWebhook = Change.Clear<Webhook>(),
            TimeRouting = false,
        };
        folder.Run(journal =>
        {
            journal.AddCurrentNumbers("AC1", [Reported("agent_old@1")]);
            journal.Succeed(sent, after: Reported("agent_a@3=0.9;agent_b=0.1"));
        });

        var entry = Assert.Single(JournalReader.Read(folder.Path));

        Assert.Equal(
            (TestAssignments.Number, JournalOutcome.Succeeded, 200, 1),
            (entry.Number, entry.Outcome, entry.StatusCode, entry.Attempts));
        Assert.Equal(("AC1", 7, "https://api.example.com/"), (entry.AccountSid, entry.WorkspaceId, entry.BaseUri));
        Assert.Equal((Environment.UserName, Environment.MachineName), (entry.User, entry.Machine));
        Assert.Equal(sent, entry.Sent!.GetAssignment());
        Assert.Equal(
            ("agent_old@1", "https://example.com/hook"),
            (entry.Before!.InboundAgents!.ToString(), entry.Before.InboundWebhookUrl));
        Assert.Equal("agent_a@3=0.9;agent_b=0.1", entry.After!.InboundAgents!.ToString());
        Assert.Equal(
            (TestAssignments.Number, "AC1", 7),
            (entry.Before.Number, entry.Before.AccountSid, entry.Before.WorkspaceId));
    }

    [Fact]
    public void The_state_before_a_second_request_is_the_response_to_the_first()
    {
        folder.Run(journal =>
        {
            journal.AddCurrentNumbers("AC1", [Reported("agent_old")]);
            journal.Succeed(TestAssignments.Inbound("agent_a"), after: Reported("agent_a"));
            journal.Fail(TestAssignments.Inbound("agent_b"));
            journal.Succeed(TestAssignments.Inbound("agent_c"), after: Reported("agent_c"));
        });

        var entries = JournalReader.Read(folder.Path).ToList();

        // After a failed request, the state of the number is not known.
        Assert.Equal(["agent_old", "agent_a", null], entries.Select(entry => entry.Before?.InboundAgents?.ToString()));
        Assert.Equal("UponAi.NotFound", entries[1].Error);
        Assert.Equal("There is no such number.", entries[1].Message);
    }

    [Fact]
    public void A_request_that_never_ended_is_an_entry_of_unknown_outcome()
    {
        folder.Run(journal =>
        {
            journal.Send(TestAssignments.Inbound("agent_a"));
            journal.Succeed(TestAssignments.Inbound("agent_a", Other));
        });
        folder.Run(journal => journal.Succeed(TestAssignments.Inbound("agent_b")));

        var entries = JournalReader.Read(folder.Path).ToList();

        Assert.Equal(
            [$"{Other} Succeeded", $"{TestAssignments.Number} Unknown", $"{TestAssignments.Number} Succeeded"],
            entries.Select(entry => entry.ToString()));
        Assert.Equal(entries[0].Run, entries[1].Run);
        Assert.NotEqual(entries[1].Run, entries[2].Run);
    }

    [Fact]
    public void The_lines_of_a_restore_are_marked()
    {
        folder.Run(journal =>
        {
            var restore = new JournalledRequest(TestAssignments.Inbound("agent_a"), TestAssignments.Scope)
            {
                IsRestore = true,
            };
            journal.RecordSending(restore);
            journal.Succeed(restore);
            journal.Succeed(TestAssignments.Inbound("agent_b"));
        });

        Assert.Equal([true, false], JournalReader.Read(folder.Path).Select(entry => entry.IsRestore));
        Assert.Equal(
            [true, true, false, false],
            folder.Lines.Select(line => line.Contains(",\"restore\":true,", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_torn_last_line_is_left_out_and_its_request_is_of_unknown_outcome()
    {
        folder.Run(journal => journal.Succeed(TestAssignments.Inbound("agent_a")));
        var whole = folder.Text;

        for (var cut = 1; cut < folder.Lines[1].Length; cut++)
        {
            folder.Text = whole[..^cut];
            Assert.Equal(JournalOutcome.Unknown, Assert.Single(JournalReader.Read(folder.Path)).Outcome);
        }
    }

    [Fact]
    public void Lines_of_the_first_version_are_entries_without_what_they_do_not_say()
    {
        const string Same =
            """
            "baseUri":"https://api.example.com/","account":"AC1","workspace":7,"number":"101","digest":"AB12"
            """;
        folder.Text =
            $$"""
            {"time":"2026-04-20T12:00:00.000Z",{{Same}},"outcome":"unknown"}
            {"time":"2026-04-20T12:00:01.000Z",{{Same}},"outcome":"succeeded","status":200}

            """.ReplaceLineEndings("\n");

        var entries = JournalReader.Read(folder.Path).ToList();

        Assert.Equal(["101 Unknown", "101 Succeeded"], entries.Select(entry => entry.ToString()));
        Assert.All(
            entries,
            entry =>
                Assert.Null(entry.Run ?? entry.User ?? entry.ModuleVersion ?? (object?)entry.Before ?? entry.Sent));
    }

    [Theory]
    [InlineData("Number,InboundAgents\n101,agent_a\n", 1)]
    [InlineData("{\"time\":\"2026-04-20T12:00:00.000Z\"}\n", 1)]
    public void Another_file_is_refused(string text, int line)
    {
        folder.Text = text;

        var error = Assert.Throws<UponAiException>(() => JournalReader.Read(folder.Path).ToList());

        Assert.Equal(UponAiError.InvalidJournal, error.Error);
        Assert.Equal(
            $"Line {line} of '{folder.Path}' is not a line of a journal. Give the path of a journal of this module.",
            error.Message);
    }

    [Fact]
    public void A_file_that_is_missing_and_a_folder_are_refused()
    {
        var missing = Path.Combine(folder.Folder, "missing");

        AssertRefused(folder.Path, $"cannot be opened: the file '{folder.Path}' does not exist. Correct the path.");
        AssertRefused(
            Path.Combine(missing, "run.jsonl"),
            $"cannot be opened: the folder '{missing}' does not exist. Correct the path.");
        AssertRefused(folder.Folder, "is a folder. A journal is a regular file. Correct the path.");

        static void AssertRefused(string path, string reason)
        {
            var error = Assert.Throws<UponAiException>(() => JournalReader.Read(path).ToList());
            Assert.Equal(UponAiError.InvalidJournal, error.Error);
            Assert.Equal($"The journal '{path}' {reason}", error.Message);
        }
    }

    public void Dispose() => folder.Dispose();

    private static PhoneNumber Reported(string inbound) => new()
    {
        Number = TestAssignments.Number,
        WorkspaceId = 7,
        InboundAgents = AgentRefCollection.Parse(inbound),
        InboundWebhookUrl = "https://example.com/hook",
        ReturnedProperties = PhoneNumberProperties.Number | PhoneNumberProperties.InboundAgents
            | PhoneNumberProperties.InboundWebhookUrl,
    };
}
