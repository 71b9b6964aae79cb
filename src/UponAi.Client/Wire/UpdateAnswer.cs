namespace UponAi.Client.Wire;

/// <summary>The contract's <c>PhoneNumberUpdateResponse</c>, of its numbers only those that the request is about.</summary>
internal sealed class UpdateAnswer
{
    /// <summary>None where the answer does not say.</summary>
    internal bool? Success { get; set; }

    internal string? Message { get; set; }

    /// <summary>True when it has <c>numbers</c>, however many.</summary>
    internal bool HasNumbers { get; set; }

    /// <summary>The first of <c>numbers</c> that has the number asked for.</summary>
    internal PhoneNumber? Exact { get; set; }

    /// <summary>The first of <c>numbers</c> whose base number is the one asked for.</summary>
    internal PhoneNumber? ByBaseNumber { get; set; }

    internal PhoneNumber? Assignment { get; set; }

    /// <summary>True when it has at least one member that tells what became of the change.</summary>
    internal bool SaysWhatBecame => Success is not null || HasNumbers || Assignment is not null;
}
