namespace UponAi.Help.Pages;

/// <summary>A page that cannot be read, or does not say what the command does. The message names the page, and the fix.</summary>
internal sealed class PageException(string message) : Exception(message);
