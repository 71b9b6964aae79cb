namespace UponAi.Sandbox;

/// <summary>
/// The form of the responses. The vendor documents few bodies of lists, so a client must read several forms.
/// </summary>
public enum ListForm
{
    /// <summary>Numbers in an object, agents and versions as bare arrays.</summary>
    Documented,
    /// <summary>Every list is the <c>items</c> of an object.</summary>
    Items,
    /// <summary>Every list is the <c>data</c> of an object.</summary>
    Data,
    /// <summary>Every list is a bare array.</summary>
    Array,
    /// <summary>Pages of five rows with <c>has_more</c> and <c>pagination_key</c>.</summary>
    Keys,
    /// <summary>Pages of five rows with <c>pagination</c>, asked for by number.</summary>
    Pages,
    /// <summary>Five rows and <c>has_more</c>, without a way to the others.</summary>
    Incomplete,
    /// <summary>As documented, but the list of agents has only the latest version of each.</summary>
    Latest,
    /// <summary>As documented, but the versions of the agents of one number are text.</summary>
    Unreadable,
}
