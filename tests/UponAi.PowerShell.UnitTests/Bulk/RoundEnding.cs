namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>The end of a run.</summary>
internal enum RoundEnding
{
    /// <summary>The run ends with its last row.</summary>
    Whole,

    /// <summary>The run is stopped when a certain request arrives.</summary>
    StoppedByARequest,

    /// <summary>Another thread stops the run at about the time when a certain row is read.</summary>
    StoppedBeside,

    /// <summary>The code that receives the results fails at a certain result.</summary>
    BrokenBehind,

    /// <summary>The code that supplies the rows fails before a certain row.</summary>
    BrokenBefore,
}
