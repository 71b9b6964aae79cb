using System.Management.Automation;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// What a script put into each of its streams. A terminating error that nobody caught is the last of the errors.
/// </summary>
internal sealed record Outcome(
    IReadOnlyList<PSObject?> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<string> Debug,
    IReadOnlyList<string> Information,
    IReadOnlyList<string> Progress)
{
    /// <summary>The output as text.</summary>
    internal IReadOnlyList<string> Texts => [.. Output.Select(item => item?.ToString() ?? "$null")];

    /// <summary>The ids of the errors, without the command's name that the engine appends.</summary>
    internal IReadOnlyList<string> ErrorIds => [.. Errors.Select(error => error.Id())];

    /// <summary>The one object that came out, and no error.</summary>
    internal PSObject Single()
    {
        Assert.Empty(Errors);
        return Assert.Single(Output)!;
    }

    /// <summary>The one error, and no object.</summary>
    internal ErrorRecord SingleError()
    {
        Assert.Empty(Output);
        return Assert.Single(Errors);
    }

    /// <summary>Everything, for what must be in none of it.</summary>
    internal IEnumerable<string> AllText() =>
    [
        .. Texts, .. Warnings, .. Verbose, .. Debug, .. Information, .. Progress,
        .. Errors.SelectMany(
            error =>
                new[]
                {
                    error.ToString(), error.Exception.ToString(), error.ErrorDetails?.Message ?? "",
                    $"{error.TargetObject}", $"{error.CategoryInfo}"
                }),
    ];
}
