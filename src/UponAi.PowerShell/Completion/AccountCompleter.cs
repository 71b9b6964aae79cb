using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace UponAi.PowerShell.Completion;

/// <summary>Completes an argument from what the connected account has: soon, or not at all, and never with an error.</summary>
internal abstract class AccountCompleter : IArgumentCompleter
{
    // More than anybody looks through, and quick to make.
    private const int MostResults = 1000;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever goes wrong, the prompt is no place to say so.")]
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            return CompletionScope.Of(fakeBoundParameters) is { } scope
                ? Complete(new TypedWord(wordToComplete), scope).Take(MostResults).ToList()
                : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private protected abstract IEnumerable<CompletionResult> Complete(TypedWord word, CompletionScope scope);
}
