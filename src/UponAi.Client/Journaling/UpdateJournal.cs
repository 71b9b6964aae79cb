using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UponAi.Client.Json;

namespace UponAi.Client.Journaling;

/// <summary>
/// A journal in a file: one JSON line before each request is sent, and one line when the request has ended. Of earlier
/// runs, only what <see cref="IsDone"/> needs is kept in memory: the last request of each number.
/// </summary>
public sealed class UpdateJournal : IUpdateJournal
{
    // Kept, because the system looks these names up each time.
    private static readonly string User = Environment.UserName;
    private static readonly string Machine = Environment.MachineName;

    // Protects the state in memory. A thread that writes a line locks `file` instead, and delays only other lines.
    private readonly object gate = new();
    private readonly JournalledNumbers known = new();
    private readonly string baseUri;
    private readonly string path;
    private readonly string run;
    private readonly TimeProvider time;
    private readonly JournalFile file;
    private long lastSequence;
    private bool isBroken;
    private bool isClosed;

    /// <summary>Opens or creates a journal. Until it is closed, no other run can open it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="baseUri">The address of the platform.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>. The file is unchanged.
    /// </exception>
    public UpdateJournal(string path, Uri baseUri) : this(path, baseUri, TimeProvider.System)
    {
    }

    internal UpdateJournal(string path, Uri baseUri, TimeProvider time)
        : this(JournalFile.Open(path), path, baseUri, time)
    {
    }

    internal UpdateJournal(JournalFile file, string path, Uri baseUri, TimeProvider time)
    {
        this.file = file;
        this.path = path;
        this.baseUri = baseUri.AbsoluteUri;
        this.time = time;
        run = CreateRunId(time.GetUtcNow());
        try
        {
            Load();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void AddCurrentNumbers(string accountSid, IEnumerable<PhoneNumber> numbers)
    {
        lock (gate)
        {
            foreach (var phone in numbers) known.SetCurrent(accountSid, phone);
        }
    }

    /// <inheritdoc/>
    public bool IsDone(JournalledRequest request)
    {
        var (key, digest) = (GetKey(request), GetDigest(request));
        lock (gate) return known.IsDone(key, digest);
    }

    /// <inheritdoc/>
    public void Begin(JournalledRequest request)
    {
        var key = GetKey(request);
        request.HasBegun = true;
        lock (gate) known.Begin(key);
    }

    /// <inheritdoc/>
    public void RecordSending(JournalledRequest request)
    {
        lock (gate)
        {
            request.Sequence = ++lastSequence;
            request.Before = known.FindCurrent(request);
        }

        if (!WriteUnlessBroken(CreateLine(request, JournalOutcome.Unknown), request, isSent: false))
            throw NotSent(request);
    }

    /// <inheritdoc/>
    public void RecordOutcome(
        JournalledRequest request,
        JournalOutcome outcome,
        RequestSummary? summary,
        PhoneNumber? after,
        UponAiException? failure)
    {
        // A state with unreadable properties must not be restored.
        if (after is { UnreadableProperties: not PhoneNumberProperties.None }) after = null;
        var state = after is null ? null : JournalState.Write(after);
        lock (gate)
        {
            if (request.HasBegun) known.End(GetKey(request));
            // RecordSending gave a sequence to each request that is sent.
            var isSent = request.Sequence > 0;
            if (!isSent)
            {
                request.Sequence = ++lastSequence;
                request.Before = state ?? known.FindCurrent(request);
            }

            if (isSent || state is not null) known.SetCurrent(request, state);
        }

        var line = CreateLine(request, outcome) with
        {
            StatusCode = summary?.StatusCode,
            ErrorId = failure?.ErrorId,
            Message = failure?.Message,
            RequestId = summary?.RequestId,
            CfRay = summary?.Support?.CfRay,
            TraceParent = summary?.Support?.TraceParent,
            ResponseDate = summary?.Support?.Date,
            Attempts = summary?.Attempts,
            After = state,
        };
        WriteUnlessBroken(line, request, isSent: true);
    }

    /// <summary>Closes the file. Requests that end later are not written.</summary>
    public void Dispose()
    {
        lock (file)
        {
            isClosed = true;
            file.Dispose();
        }
    }

    // The id begins with the time, so that runs are sorted by time.
    private static string CreateRunId(DateTimeOffset now) =>
        now.UtcDateTime.ToString("yyyyMMdd-HHmmss-", CultureInfo.InvariantCulture)
        + Guid.NewGuid().ToString().Split('-')[0];

    private void Load()
    {
        foreach (var raw in file.ReadLines())
        {
            // The line of a killed run is removed. Other text without a line break stays, and is an error below,
            // because it may belong to another program.
            if (raw.IsTorn)
            {
                file.CutEnd(raw.Bytes.Length);
                return;
            }

            known.Add(JournalLineReader.Read(raw, path, isRun: true));
        }
    }

    /// <summary>
    /// Writes a line, unless an earlier line failed. After the journal is closed, the line is ignored.
    /// </summary>
    /// <returns>False if an earlier line failed.</returns>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalFailed"/>: this line is the first that failed.
    /// </exception>
    private bool WriteUnlessBroken(JournalLine line, JournalledRequest request, bool isSent)
    {
        try
        {
            var bytes = JournalLineWriter.Write(line);
            lock (file)
            {
                if (isClosed) return true;
                if (isBroken) return false;
                // Set before other threads can enter: after a line that failed, none may follow.
                isBroken = true;
                file.Append(bytes);
                isBroken = false;
            }
        }
        // Every exception becomes an error of the row. A file at its size limit, for example, throws an
        // ArgumentException.
        catch (Exception e)
        {
            lock (file) isBroken = true;
            throw Broken(request, isSent, e);
        }

        lock (gate) known.Add(line);
        return true;
    }

    private UponAiException Broken(JournalledRequest request, bool isSent, Exception cause) => new(
        UponAiError.JournalFailed,
        $"The journal '{DisplayText.Sanitize(path)}' cannot be written: {DisplayText.Sanitize(cause.Message)} "
        + "Nothing more is sent, and the remaining rows are errors. "
        + DisplayText.Sanitize(request.Assignment.Number.Value)
        + (isSent ? " was sent, and the journal does not have its outcome. " : " was not sent. ")
        + "Make room for the journal, and run the command again. It sends the remaining rows.",
        cause);

    private UponAiException NotSent(JournalledRequest request) => new(
        UponAiError.JournalFailed,
        $"{DisplayText.Sanitize(request.Assignment.Number.Value)} was not sent, because the journal "
        + $"'{DisplayText.Sanitize(path)}' can no longer be written. The first of these errors says why.");

    private JournalLine CreateLine(JournalledRequest request, JournalOutcome outcome) => new(
        time.GetUtcNow(),
        baseUri,
        request.Location.AccountSid,
        request.Location.WorkspaceId,
        request.Assignment.Number.Value,
        GetDigest(request),
        outcome)
    {
        Version = JournalLine.CurrentVersion,
        Run = run,
        Sequence = request.Sequence,
        IsRestore = request.IsRestore,
        File = request.File,
        Line = request.Line,
        User = User,
        Machine = Machine,
        Module = UponAiConnection.ModuleVersion,
        Sent = request.Body,
        Before = request.Before,
    };

    private NumberKey GetKey(JournalledRequest request) => NumberKey.Create(
        baseUri, request.Location.AccountSid, request.Location.WorkspaceId, request.Assignment.Number.Value);

    private string GetDigest(JournalledRequest request)
    {
        if (request.Digest is { } digest) return digest;
        request.Body = UpdateRequestWriter.Write(request.Assignment, request.Location);
        var target = baseUri + "\n" + request.Assignment.Number.Value + "\n";
        byte[] hashed = [.. Encoding.UTF8.GetBytes(target), .. request.Body];
#if NET
        return request.Digest = Convert.ToHexString(SHA256.HashData(hashed));
#else
        using var hash = SHA256.Create();
        return request.Digest = BitConverter.ToString(hash.ComputeHash(hashed)).Replace("-", "");
#endif
    }
}
