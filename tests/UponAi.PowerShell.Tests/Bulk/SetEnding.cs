namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>The end of a run of Set-UponAiNumberAssignment.</summary>
internal enum SetEnding
{
    /// <summary>The run ends with its last row.</summary>
    Whole,

    /// <summary>The connection is closed when a certain request arrives. The run ends with its last row.</summary>
    Closed,

    /// <summary>The run is stopped when a certain request arrives.</summary>
    StoppedByARequest,

    /// <summary>The run is stopped directly after its start.</summary>
    StoppedAtOnce,

    /// <summary>The next command wants no more results after a certain result.</summary>
    First,

    /// <summary>The run ends with the first row that fails.</summary>
    ErrorActionStop,

    /// <summary>The next command fails at a certain result.</summary>
    BrokenBehind,

    /// <summary>The command before fails at a certain row.</summary>
    BrokenBefore,
}
