namespace UponAi;

/// <summary>How a request ended, for the journal.</summary>
public enum JournalOutcome
{
    /// <summary>The platform made the change.</summary>
    Succeeded,
    /// <summary>It did not, or calls will not work.</summary>
    Failed,
    /// <summary>The platform had it so already; nothing was sent.</summary>
    Unchanged,
    /// <summary>The run was stopped while the request was under way.</summary>
    Unknown,
}
