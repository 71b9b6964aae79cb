namespace UponAi;

/// <summary>A rule or the platform said no. The message names the value, the rule and the fix; it never holds a secret.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032", Justification = "An error without its id must not exist.")]
public sealed class UponAiException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="error">What went wrong.</param>
    /// <param name="message">The value, the rule and the fix.</param>
    /// <param name="innerException">What caused it, where something did.</param>
    public UponAiException(UponAiError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>What went wrong.</summary>
    public UponAiError Error { get; }

    /// <summary>The stable id, for example <c>UponAi.InvalidNumber</c>.</summary>
    public string ErrorId => IdOf(Error);

    /// <summary>The HTTP status, where the platform answered.</summary>
    public int? StatusCode => Request?.StatusCode;

    internal static string IdOf(UponAiError error) => "UponAi." + error;

    /// <summary>The request that failed, where one was made.</summary>
    public RequestSummary? Request { get; init; }
}
