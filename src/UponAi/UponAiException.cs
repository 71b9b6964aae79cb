namespace UponAi;

/// <summary>
/// The exception for invalid input and for refusals by the platform. The message names the value, the rule and the fix,
/// and never contains a secret.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Design", "CA1032", Justification = "Every exception needs an error id.")]
public sealed class UponAiException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="error">The error.</param>
    /// <param name="message">A message with the value, the rule and the fix.</param>
    /// <param name="innerException">The cause, or null.</param>
    public UponAiException(UponAiError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>Gets the error.</summary>
    public UponAiError Error { get; }

    /// <summary>Gets the stable error id, for example <c>UponAi.InvalidNumber</c>.</summary>
    public string ErrorId => IdOf(Error);

    /// <summary>Gets the HTTP status, or null if there was no response.</summary>
    public int? StatusCode => Request?.StatusCode;

    internal static string IdOf(UponAiError error) => "UponAi." + error;

    /// <summary>Gets the failed request, or null if no request was sent.</summary>
    public RequestSummary? Request { get; init; }

    /// <summary>
    /// Gets the last response's headers for the vendor's support, such as <c>x-request-id</c>, or null.
    /// </summary>
    public SupportData? Support => Request?.Support;
}
