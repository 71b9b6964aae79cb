using System.Management.Automation;

namespace UponAi.PowerShell.Binding;

/// <summary>Warns of unknown columns that are nearly known ones, of each name once.</summary>
internal sealed class ColumnWarnings(PSCmdlet command)
{
    private readonly HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);

    internal void Warn(IReadOnlyList<string> unknown)
    {
        foreach (var name in unknown)
        {
            if (seen.Add(name) && ColumnSuggester.Meant(name) is { } meant)
                command.WriteWarning($"Column '{DisplayText.Sanitize(name)}' is not known and was not read; did you mean '{meant}'?");
        }
    }
}
