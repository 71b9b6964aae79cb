namespace UponAi.Sandbox.Api;

/// <summary>Reads what a path names.</summary>
internal static class RouteValues
{
    /// <summary>A part of the path, percent-decoded.</summary>
    internal static string RouteText(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
