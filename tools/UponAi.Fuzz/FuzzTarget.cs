using UponAi.Fuzz.Targets;

namespace UponAi.Fuzz;

/// <summary>Something that reads bytes from outside.</summary>
/// <param name="Name">Also the name of the folder of its inputs.</param>
/// <param name="Take">Reads them and looks at what comes out. Whatever it throws is a find, as is an input over which
/// it hangs.</param>
/// <param name="Words">Pieces of such bytes, to be put in among others.</param>
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

    /// <summary>Good ones, damaged ones, and each that was a find.</summary>
    internal IReadOnlyList<string> Inputs =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Inputs", Name)).Order(
                StringComparer.Ordinal)];
}
