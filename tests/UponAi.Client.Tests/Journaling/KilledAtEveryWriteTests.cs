using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;

namespace UponAi.Client.Tests.Journaling;

/// <summary>
/// Tests a small run that is killed at each write of its journal, with the request in flight made or not made. A
/// restore brings back the earlier values, with or without a resumed run, and a resumed run ends as planned.
/// </summary>
public sealed class KilledAtEveryWriteTests : IDisposable
{
    // The first number changes twice.
    private static readonly NumberAssignment[] Plan =
    [
        TestAssignments.Inbound("agent_a", "101"),
        TestAssignments.Inbound("agent_b@2", "102") with { TimeRouting = true },
        TestAssignments.Inbound("agent_c=0.5;agent_d=0.5", "101") with { InboundWebhook = Change.Clear<Webhook>() },
    ];

    private readonly JournalFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void A_restore_brings_back_what_the_numbers_had(bool isResumed, bool isRequestMade)
    {
        Run(new Platform(), Plan, killedAt: long.MaxValue, isRequestMade);

        foreach (var killedAt in Moments(File.ReadAllBytes(folder.Path), from: 0))
        {
            File.Delete(folder.Path);
            var platform = new Platform();
            Run(platform, Plan, killedAt, isRequestMade);
            if (isResumed)
            {
                Run(platform, Plan, long.MaxValue, isRequestMade: true);
                Assert.Equal(
                    ["101 agent_c=0.5;agent_d=0.5  False", "102 agent_b@2=1 https://example.com/102 True"],
                    platform.Shown);
            }

            Restore(platform);

            Assert.Equal(Platform.Original, platform.Shown);
        }
    }

    [Fact]
    public void A_restore_that_is_killed_and_repeated_reaches_the_same_state()
    {
        var platform = new Platform();
        Run(platform, Plan, long.MaxValue, isRequestMade: true);
        var planned = platform.Shown;
        var journal = File.ReadAllBytes(folder.Path);
        Restore(platform);

        foreach (var killedAt in Moments(File.ReadAllBytes(folder.Path), journal.Length))
        {
            File.WriteAllBytes(folder.Path, journal);
            platform = new Platform();
            foreach (var assignment in Plan) platform.Make(assignment);
            Run(platform, Changes(platform, run: null), killedAt, isRequestMade: killedAt % 2 == 0, isRestore: true);

            Restore(platform);
            Assert.Equal(Platform.Original, platform.Shown);
        }

        Restore(platform, JournalReader.Read(folder.Path).Last().Run);
        Assert.Equal(planned, platform.Shown);
    }

    /// <summary>Returns the lengths at which a write is not begun, torn at several places, or done.</summary>
    private static IEnumerable<int> Moments(byte[] journal, int from)
    {
        for (int end; from < journal.Length; from = end)
        {
            end = Array.IndexOf(journal, (byte)'\n', from) + 1;
            foreach (var moment in new[] { from, from + 1, from + 9, (from + end) / 2, end - 1 }) yield return moment;
        }

        yield return journal.Length;
    }

    private void Restore(Platform platform, string? run = null) =>
        Run(platform, Changes(platform, run), long.MaxValue, isRequestMade: true, isRestore: true);

    /// <summary>Returns the changes of a restore, as the command makes them.</summary>
    private List<NumberAssignment> Changes(Platform platform, string? run)
    {
        if (!File.Exists(folder.Path)) return [];
        var histories = new Dictionary<string, NumberHistory>();
        foreach (var entry in JournalReader.Read(folder.Path).Where(entry => run is null || entry.Run == run))
        {
            if (!histories.TryGetValue(entry.Number, out var history))
                histories.Add(entry.Number, history = new NumberHistory { Last = entry });
            if (run is null && entry.IsRestore) history.AddRestore(entry);
            else history.Add(entry);
        }

        return
        [
            .. histories.Values.Select(history =>
            {
                var now = platform.Find(history.Last.Number);
                var change = history.ChangeBack(NumberId.Parse(history.Last.Number), now);
                Assert.True(change.IsEmpty || history.IsAsLeft(now), history.ChangedSince(now).Message);
                return change;
            }).Where(change => !change.IsEmpty),
        ];
    }

    /// <summary>A run that is killed when its journal has a given number of bytes.</summary>
    private void Run(
        Platform platform,
        IEnumerable<NumberAssignment> assignments,
        long killedAt,
        bool isRequestMade,
        bool isRestore = false)
    {
        using var journal = new UpdateJournal(
            new JournalFile(new DyingFile(folder.Path, killedAt)),
            folder.Path,
            JournalFolder.BaseUri,
            TimeProvider.System);
        journal.AddCurrentNumbers("AC1", platform.Numbers);
        foreach (var assignment in assignments)
        {
            var request = new JournalledRequest(assignment, TestAssignments.Scope) { IsRestore = isRestore };
            if (!isRestore && journal.IsDone(request)) continue;
            var isSending = false;
            try
            {
                journal.Begin(request);
                journal.RecordSending(request);
                isSending = true;
                journal.RecordOutcome(
                    request, JournalOutcome.Succeeded, JournalWords.Summary(200), platform.Make(assignment), null);
            }
            catch (UponAiException)
            {
                // The change is made without the process knowing, or the request is never sent.
                if (isSending && !isRequestMade) platform.Undo();
                return;
            }
        }
    }

    /// <summary>Accepts a number of bytes. Then the process is dead.</summary>
    private sealed class DyingFile(string path, long room) : FileStream(
        path,
        FileMode.OpenOrCreate,
        FileAccess.ReadWrite)
    {
        private bool isDead;

        public override void Write(byte[] buffer, int offset, int count)
        {
            var fits = (int)Math.Min(count, Math.Max(0, room - Position));
            base.Write(buffer, offset, fits);
            Flush();
            isDead = fits < count;
            if (isDead) throw new IOException("The process is dead.");
        }

        // A dead process does not shorten the file.
        public override void SetLength(long value)
        {
            if (!isDead) base.SetLength(value);
        }
    }

    private sealed class Platform
    {
        internal static readonly string[] Original =
            ["101 agent_old@1=1 https://example.com/101 False", "102 agent_old@1=1 https://example.com/102 False"];

        private Dictionary<string, PhoneNumber> numbers = new() { ["101"] = Number("101"), ["102"] = Number("102") };
        private Dictionary<string, PhoneNumber> before = [];

        internal string[] Shown =>
        [
            .. numbers.Values.Select(phone =>
                $"{phone.Number} {phone.InboundAgents} {phone.InboundWebhookUrl} {phone.IsTimeRoutingEnabled}"),
        ];

        internal Dictionary<string, PhoneNumber>.ValueCollection Numbers => numbers.Values;

        internal PhoneNumber Find(string number) => numbers[number];

        internal PhoneNumber Make(NumberAssignment assignment)
        {
            before = new(numbers);
            var number = assignment.Number.Value;
            var after = NumberState.After(numbers[number], assignment);
            (after.Number, after.WorkspaceId) = (number, 7);
            return numbers[number] = after;
        }

        internal void Undo() => numbers = before;

        private static PhoneNumber Number(string number) => new()
        {
            Number = number,
            WorkspaceId = 7,
            InboundAgents = AgentRefCollection.Parse("agent_old@1=1"),
            InboundWebhookUrl = "https://example.com/" + number,
            IsTimeRoutingEnabled = false,
            ReturnedProperties = PhoneNumberProperties.InboundAgents | PhoneNumberProperties.InboundWebhookUrl
                | PhoneNumberProperties.IsTimeRoutingEnabled,
        };
    }
}
