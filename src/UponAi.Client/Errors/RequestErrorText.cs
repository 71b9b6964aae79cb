namespace UponAi.Client.Errors;

/// <summary>What a request is about, in the words of its errors: safe to show.</summary>
internal abstract class RequestErrorText
{
    /// <summary>What follows the news that no answer came in time, as a sentence.</summary>
    internal abstract string Unanswered { get; }

    /// <summary>What follows the news that the answer cannot be read, as a sentence; empty where there is nothing to say.</summary>
    internal abstract string Unread { get; }

    /// <summary>The error and the beginning of its message for a status that means something of its own here; none for others.</summary>
    internal abstract (UponAiError Error, string Message)? Explain(int status);
}
