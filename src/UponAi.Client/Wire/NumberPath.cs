namespace UponAi.Client.Wire;

/// <summary>Where an assignment is sent: <c>PUT {base}/api/numbers/{number}/agent</c>, the number percent-encoded.</summary>
internal sealed class NumberPath(Uri baseUri)
{
    private readonly string numbers = baseUri.AbsoluteUri.TrimEnd('/') + "/api/numbers/";

    internal Uri Of(NumberId number) => new(numbers + Uri.EscapeDataString(number.Value) + "/agent");
}
