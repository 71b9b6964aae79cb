using System.Globalization;

namespace UponAi;

/// <summary>
/// The exception for a broken rule or a refusal by the platform. The message names the value, the rule and the fix. It
/// never holds a secret.
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
}

/// <summary>The result of one request, including its retries. Holds no secret.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The escaped path, as sent.</param>
/// <param name="StatusCode">The last HTTP status, or null if there was no response.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="Elapsed">The time from the first attempt to the end.</param>
public sealed record RequestSummary(string Method, string Path, int? StatusCode, int Attempts, TimeSpan Elapsed)
{
    /// <summary>Gets the id that the platform gave its last answer, or null if it gave none.</summary>
    public string? RequestId { get; init; }

    /// <summary>
    /// Returns one line, for example <c>PUT /api/numbers/%2B14155550100/agent: 200, 1 attempt, 12 ms</c>.
    /// </summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1}: {2}, {3} {4}, {5:0} ms",
        Method,
        Path,
        StatusCode is { } status ? status.ToString(CultureInfo.InvariantCulture) : "no answer",
        Attempts,
        Attempts == 1 ? "attempt" : "attempts",
        Elapsed.TotalMilliseconds);
}
