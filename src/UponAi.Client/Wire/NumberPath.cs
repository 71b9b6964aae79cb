namespace UponAi.Client.Wire;

/// <summary>Where an assignment is sent: <c>PUT {base}/api/numbers/{number}/agent</c>, the number percent-encoded.</summary>
internal static class NumberPath
{
    internal static Uri Of(Uri baseUri, NumberId number) =>
        new(baseUri.AbsoluteUri.TrimEnd('/') + "/api/numbers/" + Uri.EscapeDataString(number.Value) + "/agent");
}
