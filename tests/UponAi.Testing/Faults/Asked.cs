using System.Globalization;

namespace UponAi.Testing.Faults;

/// <summary>A kind of request that meets the faults, with the errors that are special for the kind.</summary>
/// <param name="Name">The kind in words.</param>
/// <param name="Good">The body of a good response.</param>
/// <param name="Rows">The number of rows in a good response.</param>
/// <param name="Refused">The expected error of status 400.</param>
/// <param name="NotOffered">The expected error of status 501.</param>
public sealed record Asked(
    string Name, string Good, int Rows, (string Error, string Category) Refused,
    (string Error, string Category) NotOffered)
{
    /// <summary>The number of the update.</summary>
    public const string Number = "+14155550100";

    // Long enough for a client to read a part of the text before the fault.
    private const int ListedRows = 500;

    private static readonly (string, string) Failed = ("RequestFailed", "InvalidResult");

    /// <summary>The change of a number.</summary>
    public static readonly Asked Update = new(
        "update",
        UpdateAnswers.Of(UpdateAnswers.FullNumber(Number)),
        1,
        ("InvalidAssignment", "InvalidArgument"),
        ("ServiceUnavailable", "ResourceUnavailable"));

    /// <summary>The numbers of an account.</summary>
    public static readonly Asked Numbers = List("numbers", "numbers", UpdateAnswers.FullNumber);

    /// <summary>The agents of a workspace, on one page.</summary>
    public static readonly Asked Agents = List("agents", "data", AgentRow, ",\"pagination_key\":null");

    /// <summary>The versions of an agent.</summary>
    public static readonly Asked AgentVersions = List("versions", "data", AgentRow);

    /// <summary>A row of a list of agents.</summary>
    internal static string AgentRow(string id) => $$"""{"agent_id":"{{id}}","version":3,"agent_name":"Reception"}""";

    private static Asked List(string name, string member, Func<string, string> row, string more = "")
    {
        var rows = Enumerable.Range(1, ListedRows).Select(n => row(n.ToString(CultureInfo.InvariantCulture)));
        var json = $$"""{"success":true,"{{member}}":[{{string.Join(",", rows)}}]{{more}}}""";
        return new(name, json, ListedRows, Failed, Failed);
    }
}
