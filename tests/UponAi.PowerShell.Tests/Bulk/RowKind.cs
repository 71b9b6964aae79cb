namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>The result of a row.</summary>
internal enum RowKind
{
    /// <summary>The row succeeds.</summary>
    Done = 1,

    /// <summary>The row succeeds at the second attempt.</summary>
    BusyAtFirst,

    /// <summary>The platform refuses the row.</summary>
    Refused,

    /// <summary>The command refuses the row.</summary>
    Unreadable,
}
