namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>How a run ends.</summary>
internal enum RoundEnding
{
    /// <summary>With its last row.</summary>
    Whole,

    /// <summary>It is stopped as a certain request arrives.</summary>
    StoppedByARequest,

    /// <summary>It is stopped beside, about when a certain row is read.</summary>
    StoppedBeside,

    /// <summary>Whoever takes the results fails with a certain one.</summary>
    BrokenBehind,

    /// <summary>Whoever gives the rows fails before a certain one.</summary>
    BrokenBefore,
}
