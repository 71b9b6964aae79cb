using System.Text.Json;
using UponAi.Client.Json;

namespace UponAi.Fuzz.Targets;

/// <summary>
/// Fuzzes the body of a list: reads the body as a whole and in pieces. Both results must be the same.
/// </summary>
internal static class ListTarget
{
    internal static void TakeNumbers(byte[] input) => Take("numbers", PhoneNumberReader.ReadRow, input);

    internal static void TakeWorkspaces(byte[] input) => Take("workspaces", WorkspaceReader.ReadRow, input);

    internal static void TakeAgents(byte[] input) => Take("agents", AgentReader.ReadRow, input);

    private static void Take<T>(string member, ListRowReader<T> readRow, byte[] input)
    {
        var whole = Read(new ListParser<T>(member, readRow, new StringCache()), input, input.Length);
        var pieces = Read(new ListParser<T>(member, readRow, new StringCache()), input, 1 + input.Length % 7);
        Promise.Holds(pieces == whole, $"Whole, the list is read as {whole}; in pieces, as {pieces}.");
    }

    /// <summary>Returns the result as text.</summary>
    private static string Read<T>(ListParser<T> list, byte[] input, int piece)
    {
        var (begin, end) = (0, 0);
        while (!list.IsDone)
        {
            end = Math.Min(end + piece, input.Length);
            begin += list.Parse(input.AsSpan(begin..end), isLast: end == input.Length);
        }

        foreach (var row in list.Unreadable) Promise.IsPlain(row.Problem!);
        Promise.Holds(
            list.Problem is null || AnswerRefusal.Is(list.Problem),
            $"The reader itself failed: {list.Problem}");
        return JsonSerializer.Serialize(new
        {
            list.Rows,
            list.Unreadable,
            list.IsLastUnreadable,
            Problem = list.Problem?.GetType().Name,
            list.Envelope,
        });
    }
}
