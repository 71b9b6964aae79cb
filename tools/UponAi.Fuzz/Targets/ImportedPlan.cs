using UponAi.Files;
using UponAi.PowerShell.Plans;

namespace UponAi.Fuzz.Targets;

/// <summary>The result of Import-UponAiNumberAssignment for a file.</summary>
/// <param name="Problems">The number of reported errors.</param>
/// <param name="Doubled">The number of rows whose number occurs more than once.</param>
/// <param name="Rows">The returned rows, with -SkipInvalid if there are errors.</param>
internal sealed record ImportedPlan(int Problems, int Doubled, IReadOnlyList<PlanRow> Rows)
{
    private const string Name = "plan";

    /// <returns>Null for a file that cannot be read to its end.</returns>
    internal static ImportedPlan? Of(byte[] file, PlanFormat format) => Promise.Refused(
        () =>
        {
            var numbers = new DuplicateNumberFinder();
            using var import = new PlanImport(
                Open(file, format), Name, index: 0, numbers, ignoredColumns: [], checkRow: _ => null,
                stopping: CancellationToken.None);
            var problems = 0;
            foreach (var problem in import.Check())
            {
                Promise.IsPlain(problem.Error.Message);
                problems++;
            }

            var doubled = numbers.FindDuplicates().Sum(number => number.Places.Count);
            return new ImportedPlan(problems, doubled, [.. import.ReadRows()]);
        },
        UponAiError.InvalidPlan);

    /// <summary>Returns the records of a file that can be read to its end.</summary>
    internal static IReadOnlyList<PlanRecord> Records(byte[] file, PlanFormat format)
    {
        using var plan = Open(file, format);
        return [.. plan.Read()];
    }

    private static PlanFile Open(byte[] file, PlanFormat format) => new(Name, format, new MemoryStream(file));
}
