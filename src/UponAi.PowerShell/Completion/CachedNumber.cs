namespace UponAi.PowerShell.Completion;

/// <summary>What completion keeps of a phone number: there may be very many.</summary>
/// <param name="Number">The number or extension.</param>
/// <param name="WorkspaceId">Where it is.</param>
/// <param name="Agents">Who takes and makes its calls, in words.</param>
internal readonly record struct CachedNumber(string Number, int? WorkspaceId, string Agents);
