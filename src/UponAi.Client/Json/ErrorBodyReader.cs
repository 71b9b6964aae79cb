using System.Text.Json;

namespace UponAi.Client.Json;

/// <summary>Reads the contract's <c>ErrorResponse</c>, <c>{"error": "…"}</c>, for error messages.</summary>
internal static class ErrorBodyReader
{
    /// <summary>Returns the text of <c>error</c>.</summary>
    /// <returns>Null for any other body, such as the HTML page of a gateway.</returns>
    internal static string? TryRead(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isError = reader.ValueTextEquals("error"u8);
                reader.Read();
                if (isError) return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
