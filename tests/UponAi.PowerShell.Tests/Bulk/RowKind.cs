namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>What becomes of a row.</summary>
internal enum RowKind
{
    /// <summary>Done.</summary>
    Done = 1,

    /// <summary>Done when it is sent again.</summary>
    BusyAtFirst,

    /// <summary>Refused by the platform.</summary>
    Refused,

    /// <summary>Refused by the command.</summary>
    Unreadable,
}
