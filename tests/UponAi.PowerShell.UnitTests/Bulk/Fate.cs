namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>What is to become of a row.</summary>
internal enum Fate
{
    /// <summary>It is not sent at all.</summary>
    NotSent,

    /// <summary>It is answered, sooner or later.</summary>
    Answered,

    /// <summary>It is answered before anybody could wait.</summary>
    AnsweredAtOnce,

    /// <summary>It is answered, sooner or later, whether the command has stopped or not.</summary>
    Deaf,

    /// <summary>It fails in a way that the client foresaw.</summary>
    Refused,

    /// <summary>It fails in a way that nobody foresaw.</summary>
    Broken,

    /// <summary>It fails so before there is anything to wait for.</summary>
    BrokenAtOnce,

    /// <summary>The journal cannot be written, so that it is not sent.</summary>
    Unjournalled,

    /// <summary>It is answered, and then the journal cannot be written.</summary>
    AnsweredUnjournalled,

    /// <summary>It is answered when as many are in flight as may be.</summary>
    Together,
}
