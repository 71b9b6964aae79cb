namespace UponAi;

/// <summary>Where a number is: the account and the workspace that a request names.</summary>
/// <param name="AccountSid">The account.</param>
/// <param name="WorkspaceId">The workspace.</param>
public sealed record AssignmentScope(string AccountSid, int WorkspaceId);
