using UponAi.Fuzz.Targets;

namespace UponAi.Fuzz;

/// <summary>A reader of bytes from outside that is fuzzed.</summary>
/// <param name="Name">The name of the target, and of the folder with its inputs.</param>
/// <param name="Take">Reads an input and checks the result. An exception or a hang is a find.</param>
/// <param name="Words">Words that AFL++ inserts into inputs.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Take, IReadOnlyList<string> Words)
{
    internal static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("update-answer", UpdateAnswerTarget.Take, [.. Vocabulary.Json, .. Vocabulary.Answers]),
        new("number-list", ListTarget.TakeNumbers, [.. Vocabulary.Json, .. Vocabulary.Answers, .. Vocabulary.Pages]),
        new("agent-list", ListTarget.TakeAgents, [.. Vocabulary.Json, .. Vocabulary.AgentLists, .. Vocabulary.Pages]),
        new(
            "workspace-list",
            ListTarget.TakeWorkspaces,
            [.. Vocabulary.Json, .. Vocabulary.Pages, "\"workspaces\":", "\"id\":", "\"name\":"]),
        new("error-body", ErrorBodyTarget.Take, [.. Vocabulary.Json, "\"error\":", "\"message\":"]),
        new("agent-text", AgentTextTarget.Take, Vocabulary.Agents),
        new("plan-csv", PlanTarget.TakeCsv, [.. Vocabulary.Csv, .. Vocabulary.Columns, .. Vocabulary.Cells]),
        new(
            "plan-json",
            PlanTarget.TakeJson,
            [.. Vocabulary.Json,
                .. Vocabulary.Columns.Select(name => $"\"{name}\":"),
                .. Vocabulary.Cells.Select(cell => $"\"{cell}\"")]),
    ];

    internal static FuzzTarget Named(string name) => All.Single(target => target.Name == name);

    /// <summary>Gets the seed inputs: valid inputs, damaged inputs, and each earlier find.</summary>
    internal IReadOnlyList<string> Inputs =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Inputs", Name)).Order(
                StringComparer.Ordinal)];
}
