namespace UponAi.Sandbox;

/// <summary>A number as it is at one moment.</summary>
/// <param name="Number">The number or extension.</param>
/// <param name="AccountSid">The account it belongs to.</param>
/// <param name="WorkspaceId">The workspace it is in.</param>
/// <param name="Bindings">What is bound to it.</param>
/// <param name="PlatformImportError">Whether the telephone platform refused the import.</param>
/// <param name="AppliedPuts">How many PUTs changed it, whether or not their answers arrived.</param>
/// <param name="AnsweredPuts">How many PUTs were answered 200 with a whole body.</param>
public sealed record NumberSnapshot(
    string Number,
    string AccountSid,
    int WorkspaceId,
    Bindings Bindings,
    bool PlatformImportError,
    int AppliedPuts,
    int AnsweredPuts);
