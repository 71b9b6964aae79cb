namespace UponAi.PowerShell.UnitTests.Bulk;

/// <summary>The planned result of a row.</summary>
internal enum Fate
{
    /// <summary>The row is not sent.</summary>
    NotSent,

    /// <summary>The row gets a response after a random time.</summary>
    Answered,

    /// <summary>The row gets a response before the call returns.</summary>
    AnsweredAtOnce,

    /// <summary>The row gets a response after a random time, even if the command has stopped.</summary>
    Deaf,

    /// <summary>The row fails with an expected exception.</summary>
    Refused,

    /// <summary>The row fails with an unexpected exception.</summary>
    Broken,

    /// <summary>The row fails with an unexpected exception before the call returns a task.</summary>
    BrokenAtOnce,

    /// <summary>The journal cannot be written, so the row is not sent.</summary>
    Unjournalled,

    /// <summary>The row gets a response, but then the journal cannot be written.</summary>
    AnsweredUnjournalled,

    /// <summary>The row gets a response, but then the journal fails with an unexpected exception.</summary>
    AnsweredJournalBroken,

    /// <summary>The row gets a response when the maximum number of requests is in flight.</summary>
    Together,
}
