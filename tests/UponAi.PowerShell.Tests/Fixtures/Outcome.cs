using System.Management.Automation;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>The contents of the streams after a script. An uncaught terminating error is the last error.</summary>
internal sealed record Outcome(
    IReadOnlyList<PSObject?> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<string> Debug,
    IReadOnlyList<string> Information,
    IReadOnlyList<string> Progress)
{
    /// <summary>Gets the output as text.</summary>
    internal IReadOnlyList<string> Texts => [.. Output.Select(item => item?.ToString() ?? "$null")];

    /// <summary>Gets the ids of the errors without the name of the command, which the engine appends.</summary>
    internal IReadOnlyList<string> ErrorIds => [.. Errors.Select(error => error.Id())];

    /// <summary>Returns the single object. Fails if there is an error.</summary>
    internal PSObject Single()
    {
        Assert.Empty(Errors);
        return Assert.Single(Output)!;
    }

    /// <summary>Returns the single error. Fails if there is an object.</summary>
    internal ErrorRecord SingleError()
    {
        Assert.Empty(Output);
        return Assert.Single(Errors);
    }

    /// <summary>Gets the text of all streams, for checks that a text occurs nowhere.</summary>
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
