using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation.Language;

namespace UponAi.PowerShell.Completion;

/// <summary>
/// The base of the completers that use the platform's lists. A completion comes soon or not at all, and never shows an
/// error.
/// </summary>
internal abstract class PlatformListCompleter : IArgumentCompleter
{
    // More than a user reads, and quick to create.
    private const int MaxResults = 1000;

    [SuppressMessage("Design", "CA1031", Justification = "The prompt shows no errors.")]
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        try
        {
            return CompletionScope.Create(fakeBoundParameters) is { } scope
                ? Complete(new TypedWord(wordToComplete), scope).Take(MaxResults).ToList()
                : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private protected abstract IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope);
}
