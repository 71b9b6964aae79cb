namespace UponAi.PowerShell.Tests.Plans;

/// <summary>JSON files with damaged text, members or rows.</summary>
public sealed class DamagedJsonTests : DamagedFiles
{
    private const string ListOfRows = "A plan in JSON is a list of objects. Each object is a row.";

    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "nothing in JSON", "json", " \n ",
            "The plan '{path}' is empty. A plan in JSON is a list of objects. Each object is a row."
        },

        {
            "half of JSON", "json", "[\n{ \"Number\": \"101\" },\n{ \"Num",
            "plan.json, line 3: This is not JSON: Expected end of string, but instead reached end of data."
        },

        {
            "comma too many in JSON", "json", "[\n{ \"Number\": \"101\" },\n]",
            "plan.json, line 3: This is not JSON: The JSON array contains a trailing comma at the end "
            + "which is not supported in this mode. Change the reader options."
        },

        {
            "JSON twice", "json", "[]\n[]",
            "plan.json, line 2: This is not JSON: '[' is invalid after a single JSON value. Expected end of data."
        },

        {
            "no list in JSON", "json", "\"101\"",
            "plan.json, line 1: A plan in JSON is a list of objects. Each object is a row."
        },

        {
            "no rows in JSON", "json", "[\n101,\n[1, 2]]",
            "plan.json, line 2: 101 is not an object. "
                + ListOfRows
                + "\nplan.json, line 3: [1, 2] is not an object. "
                + ListOfRows
        },

        {
            "member twice in JSON", "json", "[{ \"Number\": \"101\", \"number\": \"102\" }]",
            "plan.json, line 1: 'number' occurs twice. Keep one."
        },

        {
            "unknown members in JSON", "json",
            "[{ \"Number\": \"101\", \"Site\": 1 },\n{ \"Number\": \"102\", \"Site\": 2, \"InbundAgents\": [] }]",
            "plan.json, line 1: The column 'Site' is not known. Rename or remove the column, or name it "
            + "with -IgnoreColumn.\nplan.json, line 2: The column 'InbundAgents' is not known. Did you mean "
            + "'InboundAgents'? Rename or remove the column, or name it with -IgnoreColumn."
        },

        {
            "unknown member of an agent in JSON", "json",
            "[{ \"Number\": \"101\", \"InboundAgents\": [{ \"AgentId\": \"agent_a\", \"Wieght\": 1 }] }]",
            "plan.json, line 1: Column 'InboundAgents': An agent has no 'Wieght'. An agent has AgentId, "
            + "AgentVersion and Weight."
        },

        {
            "rounded number in JSON", "json", "[{ \"Number\": 1.41556E+10 }]",
            "plan.json, line 1: Column 'Number': '1.41556E+10'"
                + NoNumber
                + "a spreadsheet rounded the number, and its digits are lost."
                + Excel
        },

        {
            "split in JSON", "json",
            "[{ \"number\": \"101\", \"inbound_agents\": [\n{ \"agent_id\": \"agent_a\", \"weight\": 0.5 "
            + "}, { \"agent_id\": \"agent_b\", \"weight\": 0.4 }] }]",
            "plan.json, line 1: Column 'inbound_agents': The weights of 'agent_a=0.5;agent_b=0.4'" + Total
        },

        {
            "numbers that are no list in JSON", "json", "{\n\"numbers\": 3 }",
            "plan.json, line 2: 'numbers' is not a list. A plan in JSON is a list of objects. Each object is a row."
        },

        {
            "half of a character in JSON", "json", "[{ \"Number\": \"\\ud800\" }]",
            "plan.json, line 1: \"\\ud800\" contains half of a character (an unpaired surrogate). Write the text again."
        },

        {
            "half of a character in a name in JSON", "json",
            "[{ \"Number\": \"101\" },\n{ \"Number\": \"102\", \"Inbound\\ud800\": 1 }]",
            "plan.json, line 2: \"Inbound\\ud800\": 1 contains half of a character (an unpaired surrogate). "
                + "Write the text again."
        },

        {
            "half of a character in a name of an object alone in JSON", "json",
            "{ \"Number\": \"101\",\n\"Inbound\\ud800\": 1 }",
            "plan.json, line 2: \"Inbound\\ud800\" contains half of a character (an unpaired surrogate). "
                + "Write the text again."
        },

        {
            "JSON too deep", "json", "[{ \"Number\": " + new string('[', 30) + new string(']', 30) + " }]",
            "plan.json, line 1: This is not JSON: The maximum configured depth of 16 has been exceeded. "
            + "Cannot read next JSON array."
        },

        {
            "JSON row too large", "json", "[{ \"Number\": \"" + new string('1', 2_000_000) + "\" }]",
            "plan.json, line 1: A row has more than 1048576 bytes. A plan is a list of objects. Each object is a row."
        },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public Task A_damaged_JSON_file_gives_its_errors_and_no_rows(
        string what, string extension, string bytes, string errors) =>
        AssertRefusedAsync(what, extension, bytes, errors);
}
