using System.Globalization;

namespace UponAi.Testing.Faults;

/// <summary>What a platform is asked for when something goes wrong, and how that differs from the others.</summary>
/// <param name="Name">In words.</param>
/// <param name="Good">An answer in which all is well.</param>
/// <param name="Rows">How many rows a good answer has.</param>
/// <param name="Refused">What status 400 is reported as.</param>
/// <param name="NotOffered">What status 501 is reported as.</param>
public sealed record Asked(
    string Name, string Good, int Rows, (string Error, string Category) Refused,
    (string Error, string Category) NotOffered)
{
    /// <summary>The number that an update is about.</summary>
    public const string Number = "+14155550100";

    // So long that a part of it arrives and is read before anything goes wrong.
    private const int ListedRows = 500;

    private static readonly (string, string) Failed = ("RequestFailed", "InvalidResult");

    /// <summary>A change of a number.</summary>
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

    private static Asked List(string name, string member, Func<string, string> row, string more = "") => new(
        name,
        $$"""{"success":true,"{{member}}":[{{string.Join(",", Enumerable.Range(1, ListedRows).Select(n => row(n.ToString(CultureInfo.InvariantCulture))))}}]{{more}}}""",
        ListedRows,
        Failed,
        Failed);
}
