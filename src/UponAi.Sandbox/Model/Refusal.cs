namespace UponAi.Sandbox;

/// <summary>Ends a request with an HTTP status and an error text.</summary>
internal sealed class Refusal(int status, string error) : Exception(error)
{
    internal int Status => status;

    /// <summary>Gets the header that the status requires, such as <c>Retry-After</c>, or null.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    internal static Refusal BadRequest(string error) => new(StatusCodes.Status400BadRequest, error);

    internal static Refusal Forbidden(string error) => new(StatusCodes.Status403Forbidden, error);

    internal static Refusal NotFound(string error) => new(StatusCodes.Status404NotFound, error);
}
