using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Plans;

/// <summary>What is wrong with a file is said whole: where, what, and what to do. Nothing of it is handed on.</summary>
public sealed class DamagedFilesTests
{
    private const string Total =
        " total 0.9 (90%). Weights total 1 (100%). Raise a weight by 10%, or leave out one weight: "
        + "its agent takes the rest.";
    private const string Csv = "Number,InboundAgents\n";
    private const string Agents = "Number,AgentId,AgentVersion,Weight,Direction\n";
    private const string AsUtf8 =
        " Save the file as UTF-8 ('CSV UTF-8' in Excel). An older encoding would change letters.";
    private const string Excel = " Format the column as text, and enter the number again.";
    private const string NoNumber = " is not a phone number or an extension: ";
    private const string Quotes =
        " with a misplaced quotation mark. Put the whole cell into quotation marks, "
        + "and double each quotation mark inside the cell.";
    private const string ListOfRows = "A plan in JSON is a list of objects. Each object is a row.";

    // As text, so that their runner shows them: the file's bytes as characters, and the errors, one a line.
    public static TheoryData<string, string, string, string> Files => new()
    {

        {
            "nothing", "csv", "",
            "The plan '{path}' is empty. Its first line names the columns, such as Number,InboundAgents."
        },

        {
            "blank lines", "csv", "\n\r\n ,,\n",
            "The plan '{path}' is empty. Its first line names the columns, such as Number,InboundAgents."
        },

        {
            "a byte order mark alone", "csv", "\u00ef\u00bb\u00bf",
            "The plan '{path}' is empty. Its first line names the columns, such as Number,InboundAgents."
        },

        {
            "no header", "csv", "+14155550100,agent_a\n+14155550101,agent_a\n",
            "plan.csv, line 1: No column is named Number. The first line names the columns, such as "
            + "Number,InboundAgents. The first line of this file has '+14155550100', 'agent_a'."
        },

        {
            "misspelt column", "csv", "Number,InbundAgents\n101,agent_a\n",
            "plan.csv, line 1: The column 'InbundAgents' is not known. Did you mean 'InboundAgents'? "
            + "Rename or remove the column, or name it with -IgnoreColumn."
        },

        {
            "foreign column", "csv", "\n\nNumber,InboundAgents,Site\n101,agent_a,x\n",
            "plan.csv, line 3: The column 'Site' is not known. Rename or remove the column, or name it "
            + "with -IgnoreColumn."
        },

        {
            "doubled column", "csv", "Number,InboundAgents, inboundagents\n101,agent_a,agent_b\n",
            "plan.csv, line 1: The column 'InboundAgents' occurs 2 times. Keep one."
        },

        {
            "one property in two columns", "csv", "Number,InboundAgents,inbound_agents\n101,agent_a,agent_b\n",
            "plan.csv, line 2: Column 'inbound_agents' has 'agent_b' and column 'InboundAgents' has "
            + "'agent_a', but both mean the same property. Keep one."
        },

        {
            "rounded number", "csv", Csv + "1.41556E+10,agent_a\n",
            "plan.csv, line 2: Column 'Number': '1.41556E+10'"
                + NoNumber
                + "a spreadsheet rounded the number, and its digits are lost."
                + Excel
        },

        {
            "rounded number with a decimal comma", "csv", "Number;InboundAgents\n1,41556E+10;agent_a\n",
            "plan.csv, line 2: Column 'Number': '1,41556E+10'"
                + NoNumber
                + "a spreadsheet rounded the number, and its digits are lost."
                + Excel
        },

        {
            "fraction", "csv", Csv + "14155550100.0,agent_a\n",
            "plan.csv, line 2: Column 'Number': '14155550100.0'"
                + NoNumber
                + "its '.0' was added by a program that took the number for a fraction. Keep the column as text."
        },

        {
            "failed formula", "csv", Csv + "#NAME?,agent_a\n",
            "plan.csv, line 2: Column 'Number': '#NAME?'"
                + NoNumber
                + "it is what a spreadsheet writes for a failed formula."
                + Excel
        },

        {
            "date", "csv", Csv + "2-Jan,agent_a\n2024-01-02 00:00:00,agent_a\n",
            "plan.csv, line 2: Column 'Number': '2-Jan'"
                + NoNumber
                + "a spreadsheet took it for a date."
                + Excel
                + "\nplan.csv, line 3: Column 'Number': '2024-01-02 00:00:00'"
                + NoNumber
                + "a spreadsheet took it for a date."
                + Excel
        },

        {
            "trunk zero", "csv", Csv + "+49 (0)89 1234,agent_a\n",
            "plan.csv, line 2: Column 'Number': '+49 (0)89 1234'"
                + NoNumber
                + "'(0)' is dialled only inside the country. Leave it out: +49 89 1234, not +49 (0)89 1234."
        },

        {
            "no number", "csv", Csv + ",agent_a\n",
            "plan.csv, line 2: The row has no number. It needs a column Number with a value such as +14155550100."
        },

        {
            "doubled number", "csv",
            Csv + "+14155550100,agent_a\n101,agent_a\n+1 (415) 555-0100,agent_b\n+1.415.555.0100,none\n",
            "plan.csv, line 4: Column 'Number': the number already occurs in plan.csv, line 2. Keep one "
            + "row for each number.\nplan.csv, line 5: Column 'Number': the number already occurs in "
            + "plan.csv, line 2. Keep one row for each number."
        },

        {
            "doubled extension", "csv",
            "Number,AccountSid,WorkspaceId\nfront.desk;x=1,AC1,1\nfront.desk;x=1,AC2,1\n"
                + "front.desk;x=1,AC1,2\nfront.desk;x=1,AC1,1\n",
            "plan.csv, line 5: Column 'Number': the number already occurs in plan.csv, line 2. Keep one "
            + "row for each number."
        },

        {
            "bad split", "csv", Csv + "101,agent_a=50%;agent_b=40%\n",
            "plan.csv, line 2: Column 'InboundAgents': The weights of 'agent_a=0.5;agent_b=0.4'" + Total
        },

        {
            "all cells of a row", "csv", "Number,InboundAgents,TimeRouting,WorkspaceId\n#REF!,agent a,maybe,0\n",
            "plan.csv, line 2: Column 'Number': '#REF!'"
                + NoNumber
                + "it is what a spreadsheet writes for a failed formula."
                + Excel
                + "\nplan.csv, line 2: Column 'InboundAgents': Agent id 'agent a' contains a space. An agent "
                    + "id has letters, digits, '_', '-', '.' and ':'. PowerShell separates the agents of a list "
                    + "by spaces when it turns the list into text. Separate several agents by ';', as in "
                    + "agent_a=90%;agent_b=10%.\nplan.csv, line 2: Column 'TimeRouting' has 'maybe', which is "
                    + "not true or false. Time routing is switched off with false, not removed.\nplan.csv, line "
                    + "2: Column 'WorkspaceId' has '0', which is not a whole number from 1."
        },

        {
            "comma between agents", "csv", Csv + "101,\"agent_a=50%,agent_b=50%\"\n",
            "plan.csv, line 2: Column 'InboundAgents': 'agent_a=50%,agent_b=50%': the weight "
            + "'50%,agent_b=50%' is neither a fraction, such as 0.5, nor a percentage, such as 50%. Separate "
            + "several agents by ';', as in agent_a=90%;agent_b=10%."
        },

        {
            "comma in a cell", "csv", Csv + "101,agent_a=50%,agent_b=50%\n",
            "plan.csv, line 2: Column 3 has 'agent_b=50%', and the first line names no such column. Put a "
            + "cell that contains a ',' into quotation marks, or name the column."
        },

        {
            "semicolon in a cell", "csv", "Number;InboundAgents\n101;agent_a=50%;agent_b=50%\n",
            "plan.csv, line 2: Column 3 has 'agent_b=50%', and the first line names no such column. Put a "
            + "cell that contains a ';' into quotation marks, or name the column."
        },

        {
            "tab in a cell", "tsv", "Number\tInboundAgents\n101\tagent_a\tx\n",
            "plan.tsv, line 2: Column 3 has 'x', and the first line names no such column. Put a cell that "
            + "contains a tab into quotation marks, or name the column."
        },

        {
            "trailing commas, and something behind them", "csv",
            "Number,InboundAgents,,\n101,agent_a,,\n102,agent_a,,x\n",
            "plan.csv, line 3: Column 4 has 'x', and the first line names no such column. Put a cell that "
            + "contains a ',' into quotation marks, or name the column."
        },

        {
            "quotation mark that nothing closes", "csv", Csv + "101,\"agent_a\n102,agent_a\n",
            "plan.csv, line 2: Column 'InboundAgents' has '\"agent_a 102,agent_a'" + Quotes
        },

        {
            "quotation mark that nothing closes for long", "csv",
            Csv + "101,\"agent_a\n" + string.Concat(Enumerable.Repeat("102,agent_a\n", 10_000)),
            "plan.csv, line 2: A cell has more than 65536 characters. Perhaps a quotation mark on this "
            + "line is never closed. Add the closing quotation mark."
        },

        {
            "text behind a quotation mark", "csv", Csv + "101,\"agent_a\" or so\n",
            "plan.csv, line 2: Column 'InboundAgents' has '\"agent_a\" or so'" + Quotes
        },

        {
            "quotation mark in a cell", "csv", Csv + "1\"01,agent_a\n",
            "plan.csv, line 2: Column 'Number' has '1\"01'" + Quotes
        },

        {
            "quotation mark in the header", "csv", "Num\"ber,InboundAgents\n101,agent_a\n",
            "plan.csv, line 1: Column 1 has 'Num\"ber'" + Quotes
        },

        {
            "cell of 10 MB", "csv", Csv + "101,agent_a\n102," + new string('x', 10_000_000) + "\n",
            "plan.csv, line 3: A cell has more than 65536 characters. Perhaps a quotation mark on this "
            + "line is never closed. Add the closing quotation mark."
        },

        {
            "NUL", "csv", Csv + "101,agent_a\0\n",
            "plan.csv, line 2: Column 'InboundAgents' has 'agent_a' with NUL characters, which text never "
            + "has. Save the file as UTF-8 text."
        },

        {
            "UTF-16 without a mark", "csv", "N\0u\0m\0b\0e\0r\0\n\01\00\01\0",
            "plan.csv, line 1: Column 1 has 'Number' with NUL characters, which text never has. Save the "
            + "file as UTF-8 text."
        },

        {
            "Latin-1", "csv", "Number,AccountSid\n101,AC1\n102,\u00c4C1\n",
            "plan.csv, line 3: The text is not UTF-8 (byte 0xC4)." + AsUtf8
        },

        {
            "Latin-1, far behind", "csv",
            "Number\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"+1999{i:D7}\n")) + "\u00c4\n",
            "plan.csv, line 20002: The text is not UTF-8 (byte 0xC4)." + AsUtf8
        },

        {
            "UTF-8 that ends within a character", "csv", Csv + "101,\u00c3",
            "plan.csv, line 2: The text is not UTF-8 (byte 0xC3)." + AsUtf8
        },

        {
            "UTF-16 with half of a character", "csv", "\u00ff\u00feN\0\u0000\u00d8x\0",
            "The plan '{path}' is not the UTF-16 that its byte order mark says." + AsUtf8
        },

        {
            "UTF-32", "csv", "\u00ff\u00fe\0\0N\0\0\0",
            "The plan '{path}' is in UTF-32. Save it as UTF-8 ('CSV UTF-8' in Excel)."
        },

        {
            "version", "csv", "Number,InboundAgentId,InboundAgentVersion\n101,agent_a,three\n102,,3\n",
            "plan.csv, line 2: Column 'InboundAgentVersion' has 'three', which is not a whole number from "
            + "0. Leave the cell empty for the latest version.\nplan.csv, line 3: Column "
            + "'InboundAgentVersion' has version '3', but no column names its agent."
        },

        {
            "webhook", "csv", "Number,InboundWebhookUrl\n101,ftp://example.com\n",
            "plan.csv, line 2: Column 'InboundWebhookUrl': 'ftp://example.com' has the scheme 'ftp'. A "
            + "webhook is an absolute http or https URL, such as https://example.com/hook. 'none' removes "
            + "the webhook."
        },

        {
            "account", "csv", "Number,AccountSid\n101,AC1\n102,AC\u00e2\u0080\u008b1\n",
            "plan.csv, line 3: Column 'AccountSid': 'AC1' is not an account sid: it contains the invisible "
            + "character U+200B. Copy the account sid again from the platform."
        },

        {
            "agent without a direction", "csv", "Number,AgentId\n101,agent_a\n",
            "plan.csv, line 2: Column 'AgentId' with 'agent_a' has no direction. Name the column "
            + "InboundAgentId for incoming calls, or OutboundAgentId for outgoing calls."
        },

        {
            "row an agent: direction", "csv", Agents + "101,agent_a,,,up\n",
            "plan.csv, line 2: Column 'Direction' has 'up', which is neither Inbound nor Outbound."
        },

        {
            "row an agent: no direction", "csv", "Number,AgentId,Weight\n101,agent_a,100%\n",
            "plan.csv, line 2: The row has no direction for its agent. It needs a column Direction with "
            + "Inbound or Outbound."
        },

        {
            "row an agent: no agent", "csv", Agents + "101,,,,Inbound\n",
            "plan.csv, line 2: The row has no agent. It needs a column AgentId with an agent id, or with "
            + "none to remove the agents of its direction."
        },

        {
            "row an agent: split", "csv",
            Agents + "101,agent_a,,50%,Inbound\n102,agent_a,,,Inbound\n101,agent_b,,0.4,Inbound\n",
            "plan.csv, line 2: The inbound rows of 101: The weights of 'agent_a=0.5;agent_b=0.4'" + Total
        },

        {
            "row an agent: weight and version", "csv",
            Agents + "101,agent_a,x,half,Inbound\n102,agent_a,1,half,Inbound\n",
            "plan.csv, line 2: Column 'AgentVersion': The agent version 'x' is not a whole number from 0. "
            + "Leave out the version for the latest.\nplan.csv, line 3: Column 'Weight': 'half': the weight "
            + "'half' is neither a fraction, such as 0.5, nor a percentage, such as 50%."
        },

        {
            "row an agent: agent twice", "csv", Agents + "101,agent_a,1,,Outbound\n101,agent_a,1,,Outbound\n",
            "plan.csv, line 2: The outbound rows of 101: Agent 'agent_a@1' occurs twice in "
            + "'agent_a@1;agent_a@1'. Give the agent once, with its whole weight."
        },

        {
            "row an agent: none beside one", "csv", Agents + "101,agent_a,,,Inbound\n101,none,,,Inbound\n",
            "plan.csv, line 2: The inbound rows of 101 contain both agents and none, which removes all "
            + "agents. Keep one or the other."
        },

        {
            "row an agent: a whole number's column", "csv",
            "Number,AgentId,Direction,TimeRouting\n101,agent_a,Inbound,true\n",
            "plan.csv, line 2: Column 'TimeRouting' belongs to a file with one row per number, but this "
            + "row is for one agent, with AgentVersion, Weight or Direction. Use one layout."
        },

        {
            "row an agent: members of no phone number", "csv",
            "Number,AgentId,AgentVersion,Weight,Direction,ReturnedProperties\n"
                + "101,agent_a,,,Inbound,Inbound\n102,agent_a,x,,Inbound,\n",
            "plan.csv, line 2: Column 'ReturnedProperties': 'Inbound' is not a list of a phone number's "
            + "properties. Remove the column, unless it comes from a PhoneNumber.\nplan.csv, line 3: Column "
            + "'AgentVersion': The agent version 'x' is not a whole number from 0. Leave out the version for "
            + "the latest."
        },

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
            "plan.json, line 1: \"\\ud800\" contains half of a character. Write the text again."
        },

        {
            "half of a character in a name in JSON", "json",
            "[{ \"Number\": \"101\" },\n{ \"Number\": \"102\", \"Inbound\\ud800\": 1 }]",
            "plan.json, line 2: \"Inbound\\ud800\": 1 contains half of a character. Write the text again."
        },

        {
            "half of a character in a name of an object alone in JSON", "json",
            "{ \"Number\": \"101\",\n\"Inbound\\ud800\": 1 }",
            "plan.json, line 2: \"Inbound\\ud800\" contains half of a character. Write the text again."
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

        {
            "unknown extension", "xlsx", "PK",
            "The plan '{path}' has the unknown extension '.xlsx'. Give -Format Csv or -Format Json, or use "
            + "the extension .csv or .json."
        },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_damaged_file_says_what_is_wrong_and_hands_nothing_on(
        string what, string extension, string bytes, string errors)
    {
        using var folder = new PlanFolder();
        var path = folder.Write("plan." + extension, bytes);

        var outcome = await folder.RunAsync("Import-UponAiNumberAssignment $path", ("path", path));

        Assert.Equal(
            errors.Replace("{path}", path, StringComparison.Ordinal).Split('\n'),
            outcome.Errors.Select(error => error.Message()));
        Assert.All(outcome.ErrorIds, id => Assert.StartsWith("UponAi.Invalid", id, StringComparison.Ordinal));
        Assert.Empty(outcome.Output);
        Assert.True(outcome.Warnings.Count == 1, what);
        Assert.StartsWith("No rows were returned", outcome.Warnings[0], StringComparison.Ordinal);
    }
}
