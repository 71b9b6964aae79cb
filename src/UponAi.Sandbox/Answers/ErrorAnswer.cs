namespace UponAi.Sandbox.Answers;

/// <summary>The body of every status but 200.</summary>
internal sealed record ErrorAnswer(string Error);
