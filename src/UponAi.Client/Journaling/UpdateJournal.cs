using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using UponAi.Client.Json;

namespace UponAi.Client.Journaling;

/// <summary>
/// A journal in a file, a JSON line for each finished request. Remembers of each number only whether, and with which request, its last
/// one succeeded: anything else that happened to it means that it has to be sent again.
/// </summary>
public sealed class UpdateJournal : IUpdateJournal
{
    private readonly object gate = new();
    private readonly Dictionary<(string BaseUri, string Account, string Number), string> done = [];
    private readonly Dictionary<(string BaseUri, string Account, string Number), int> underWay = [];
    private readonly string baseUri;
    private readonly string path;
    private readonly TimeProvider time;
    private readonly JournalFile file;
    private bool closed;

    /// <summary>Opens a journal, or begins one; no other run can have it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="baseUri">The address that requests go to.</param>
    /// <exception cref="UponAiException"><see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>; the file is as it was.</exception>
    public UpdateJournal(string path, Uri baseUri) : this(path, baseUri, TimeProvider.System)
    {
    }

    internal UpdateJournal(string path, Uri baseUri, TimeProvider time) : this(JournalFile.Open(path), path, baseUri, time)
    {
    }

    internal UpdateJournal(JournalFile file, string path, Uri baseUri, TimeProvider time)
    {
        this.file = file;
        this.path = path;
        this.baseUri = baseUri.AbsoluteUri;
        this.time = time;
        try
        {
            Load();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsDone(NumberAssignment assignment, NumberLocation scope)
    {
        var key = Key(assignment, scope);
        // While a later request for the number is under way, what succeeded before it is not the last word.
        lock (gate) return !underWay.ContainsKey(key) && done.TryGetValue(key, out var digest) && digest == Digest(assignment, scope);
    }

    /// <inheritdoc/>
    public void Starting(NumberAssignment assignment, NumberLocation scope)
    {
        var key = Key(assignment, scope);
        lock (gate)
        {
            underWay.TryGetValue(key, out var count);
            underWay[key] = count + 1;
        }
    }

    /// <inheritdoc/>
    public void Sending(NumberAssignment assignment, NumberLocation scope)
    {
        lock (gate)
        {
            if (closed || !done.ContainsKey(Key(assignment, scope))) return;
            var line = Line(assignment, scope, JournalOutcome.Unknown, statusCode: null, failure: null);
            Write(line);
            Remember(line);
        }
    }

    /// <inheritdoc/>
    public void Finished(NumberAssignment assignment, NumberLocation scope, JournalOutcome outcome, int? statusCode, UponAiError? failure)
    {
        var line = Line(assignment, scope, outcome, statusCode, failure);
        lock (gate)
        {
            End(Key(assignment, scope));
            if (closed) return;
            Write(line);
            Remember(line);
        }
    }

    /// <summary>Closes the file. What ends later is not written.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            file.Dispose();
        }
    }

    private void Load()
    {
        var number = 0;
        var torn = file.ReadLines(bytes =>
        {
            number++;
            Remember(JournalLine.TryRead(bytes) ?? throw NoJournal(number));
        });
        if (torn.Length == 0) return;

        // A run that was killed while it wrote leaves the beginning of a line; anything else is not ours to cut.
        if (!torn.AsSpan().StartsWith("{\"time\":"u8.Slice(0, Math.Min(torn.Length, 8)))) throw NoJournal(number + 1);
        file.CutEnd(torn.Length);
    }

    private void End((string BaseUri, string Account, string Number) key)
    {
        if (!underWay.TryGetValue(key, out var count)) return;
        if (count == 1) underWay.Remove(key);
        else underWay[key] = count - 1;
    }

    private void Write(JournalLine line)
    {
        try
        {
            file.Append(line.ToBytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or NotSupportedException)
        {
            throw new UponAiException(
                UponAiError.JournalFailed,
                $"What became of {DisplayText.Sanitize(line.Number)} could not be written to the journal '{DisplayText.Sanitize(path)}': {DisplayText.Sanitize(e.Message)} Another run will send it again.",
                e);
        }
    }

    private void Remember(JournalLine line)
    {
        var key = (line.BaseUri, line.Account, line.Number);
        if (line.Outcome is JournalOutcome.Succeeded or JournalOutcome.Unchanged) done[key] = line.Digest;
        else done.Remove(key);
    }

    private JournalLine Line(NumberAssignment assignment, NumberLocation scope, JournalOutcome outcome, int? statusCode, UponAiError? failure) => new(
        time.GetUtcNow(), baseUri, scope.AccountSid, scope.WorkspaceId, assignment.Number.Value, Digest(assignment, scope), outcome, statusCode, failure is null ? null : UponAiException.IdOf(failure.Value));

    private (string BaseUri, string Account, string Number) Key(NumberAssignment assignment, NumberLocation scope) => (baseUri, scope.AccountSid, assignment.Number.Value);

    private string Digest(NumberAssignment assignment, NumberLocation scope)
    {
        byte[] request = [.. Encoding.UTF8.GetBytes(baseUri + "\n" + assignment.Number.Value + "\n"), .. UpdateRequestWriter.Write(assignment, scope)];
#if NET
        return Convert.ToHexString(SHA256.HashData(request));
#else
        using var hash = SHA256.Create();
        return BitConverter.ToString(hash.ComputeHash(request)).Replace("-", "");
#endif
    }

    private UponAiException NoJournal(int line) => new(
        UponAiError.InvalidJournal,
        string.Format(CultureInfo.InvariantCulture, "Line {0} of '{1}' is not a line of a journal; the file is left as it is. Give the path of a journal of this module, or of a file that does not exist yet.", line, DisplayText.Sanitize(path)));
}
