namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>How a run of Set-UponAiNumberAssignment ends.</summary>
internal enum SetEnding
{
    /// <summary>With its last row.</summary>
    Whole,

    /// <summary>With its last row, the connection having been closed as a certain request arrived.</summary>
    Closed,

    /// <summary>It is stopped as a certain request arrives.</summary>
    StoppedByARequest,

    /// <summary>It is stopped as soon as it has begun.</summary>
    StoppedAtOnce,

    /// <summary>With a certain result, which is as many as are wanted.</summary>
    First,

    /// <summary>With the first row that fails.</summary>
    ErrorActionStop,

    /// <summary>Whoever takes the results fails with a certain one.</summary>
    BrokenBehind,

    /// <summary>Whoever gives the rows fails with a certain one.</summary>
    BrokenBefore,
}
