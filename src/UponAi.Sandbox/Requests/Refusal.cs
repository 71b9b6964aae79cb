namespace UponAi.Sandbox.Requests;

/// <summary>Ends a request with a status and an error text.</summary>
internal sealed class Refusal(int status, string error) : Exception(error)
{
    internal int Status => status;

    /// <summary>A header that the status calls for.</summary>
    internal KeyValuePair<string, string>? Header { get; init; }

    internal static Refusal BadRequest(string error) => new(StatusCodes.Status400BadRequest, error);

    internal static Refusal Forbidden(string error) => new(StatusCodes.Status403Forbidden, error);

    internal static Refusal NotFound(string error) => new(StatusCodes.Status404NotFound, error);
}
