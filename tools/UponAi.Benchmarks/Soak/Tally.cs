using System.Management.Automation;
using UponAi.Benchmarks.Engine;

namespace UponAi.Benchmarks.Soak;

/// <summary>
/// Counts how the rows of one runspace ended. Each row must end once: as a result in the order of the rows, or as an
/// error.
/// </summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> rows = [];
    private readonly Dictionary<string, int> changes = [];
    private long total;

    /// <summary>Gets the rows so far, by command.</summary>
    internal IReadOnlyDictionary<string, long> Rows => rows;

    /// <summary>Gets the number of all rows so far. Safe to read from any thread.</summary>
    internal long Total => Interlocked.Read(ref total);

    /// <summary>Gets how often the module reported a change of each number.</summary>
    internal IReadOnlyDictionary<string, int> Changes => changes;

    internal long Failed { get; private set; }

    internal long LostOrDoubled { get; private set; }

    internal long OutOfOrder { get; private set; }

    internal long Warnings { get; private set; }

    /// <summary>Gets the number of results with other values than requested.</summary>
    internal long Wrong { get; private set; }

    /// <summary>Gets the first problem, or null.</summary>
    internal string? FirstProblem { get; private set; }

    /// <param name="numbers">The numbers of the input rows, in order and without repetition.</param>
    internal void Count(string command, IReadOnlyList<string> numbers, EngineResult result)
    {
        string[] succeeded = [.. result.Output.Select(NumberOf)];
        string[] failed = [.. result.Errors.Select(error => NumberOf(PSObject.AsPSObject(error.TargetObject ?? "")))];
        rows[command] = rows.GetValueOrDefault(command) + numbers.Count;
        Interlocked.Add(ref total, numbers.Count);

        Failed += failed.Length;
        var ended = succeeded.Concat(failed).CountBy(number => number).ToDictionary();
        LostOrDoubled += numbers.Sum(number => Math.Abs(1 - ended.GetValueOrDefault(number)))
            + ended.Keys.Except(numbers).Count();
        if (!succeeded.SequenceEqual(numbers.Intersect(succeeded))) OutOfOrder++;
        Warnings += result.Warnings.Length;
        if (FirstProblem is null && (
                result.Errors.FirstOrDefault()?.ToString() ?? result.Warnings.FirstOrDefault()) is { } problem)
            FirstProblem = $"{command}: {problem}";
    }

    internal void CountChanges(IEnumerable<PSObject> changed)
    {
        foreach (var number in changed.Select(NumberOf)) changes[number] = changes.GetValueOrDefault(number) + 1;
    }

    internal void CountWrong(string what)
    {
        Wrong++;
        FirstProblem ??= what;
    }

    private static string NumberOf(PSObject result) => result.Properties["Number"]?.Value as string ?? "";
}
