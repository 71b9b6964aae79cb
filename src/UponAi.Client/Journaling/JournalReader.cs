using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Client.Journaling;

/// <summary>Reads a journal as entries, one for each request. Only unfinished requests are kept in memory.</summary>
public static class JournalReader
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads the entries in the order in which their requests ended. A torn last line is skipped.</summary>
    /// <param name="path">The full path of the file.</param>
    /// <exception cref="UponAiException">
    /// <see cref="UponAiError.JournalInUse"/> or <see cref="UponAiError.InvalidJournal"/>, while the entries are read.
    /// </exception>
    public static IEnumerable<JournalEntry> Read(string path)
    {
        using var file = JournalFileErrors.Translate(path, () => Open(path));
        // The lines of unfinished requests by position in the run. Each was written before its request was sent.
        var unfinished = new SortedDictionary<long, (JournalLine Line, int LineNumber)>();
        var cache = new StringCache();
        string? run = null;
        foreach (var raw in RawLine.ReadAll(file))
        {
            if (raw.IsTorn) break;
            var line = JournalLineReader.Read(raw, path, isRun: false);
            if (line.Run != run)
            {
                foreach (var left in unfinished.Values) yield return ToEntry(left.Line, path, left.LineNumber, cache);
                unfinished.Clear();
                run = line.Run;
            }

            if (line is { Outcome: JournalOutcome.Unknown, Sequence: { } begun })
            {
                unfinished[begun] = (line, raw.Number);
                continue;
            }

            if (line.Sequence is { } ended) unfinished.Remove(ended);
            yield return ToEntry(line, path, raw.Number, cache);
        }

        foreach (var left in unfinished.Values) yield return ToEntry(left.Line, path, left.LineNumber, cache);
    }

    private static FileStream Open(string path)
    {
        if (Directory.Exists(path)) throw JournalFileErrors.NotAFile(path, "a folder");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);
    }

    private static JournalEntry ToEntry(JournalLine line, string path, int lineNumber, StringCache cache)
    {
        try
        {
            return new JournalEntry
            {
                Time = line.Time,
                Run = line.Run,
                IsRestore = line.IsRestore,
                Number = line.Number,
                Outcome = line.Outcome,
                Before = line.Before.IsEmpty ? null : JournalState.Read(line.Before.Span, line, cache),
                After = line.After.IsEmpty ? null : JournalState.Read(line.After.Span, line, cache),
                Sent = line.Sent.IsEmpty ? null : ToRow(line.Sent.Span, line, path, lineNumber, cache),
                Error = line.ErrorId,
                Message = line.Message,
                StatusCode = line.StatusCode,
                Attempts = line.Attempts,
                RequestId = line.RequestId,
                CfRay = line.CfRay,
                TraceParent = line.TraceParent,
                ResponseDate = line.ResponseDate,
                File = line.File,
                Line = line.Line,
                User = line.User,
                Machine = line.Machine,
                ModuleVersion = line.Module,
                AccountSid = line.Account,
                WorkspaceId = line.Workspace,
                BaseUri = line.BaseUri,
            };
        }
        catch (Exception e)
            when (e is UponAiException or UnexpectedJsonException or JsonException or InvalidOperationException)
        {
            throw JournalFileErrors.NotALine(path, lineNumber, isRun: false);
        }
    }

    private static PlanRow ToRow(
        ReadOnlySpan<byte> sent, JournalLine line, string path, int lineNumber, StringCache cache) =>
        new(
            UpdateRequestReader.Read(sent, NumberId.Parse(line.Number), cache),
            line.Account,
            line.Workspace,
            path,
            lineNumber);
}
