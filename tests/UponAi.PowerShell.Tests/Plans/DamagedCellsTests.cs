namespace UponAi.PowerShell.Tests.Plans;

/// <summary>CSV files with cells that cannot be read or that contradict each other.</summary>
public sealed class DamagedCellsTests : DamagedFiles
{
    private const string Agents = "Number,AgentId,AgentVersion,Weight,Direction\n";
    private const string Locations =
        " If the rows are for different accounts or workspaces, give AccountSid and WorkspaceId in each row.";

    public static TheoryData<string, string, string, string> Files => new()
    {
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
            "plan.csv, line 4: Column 'Number': +14155550100 already occurs in plan.csv, line 2. Keep one "
            + "row for each number.\nplan.csv, line 5: Column 'Number': +14155550100 already occurs in "
            + "plan.csv, line 2. Keep one row for each number."
        },

        {
            "doubled extension", "csv",
            "Number,AccountSid,WorkspaceId\nfront.desk;x=1,AC1,1\nfront.desk;x=1,AC2,1\n"
                + "front.desk;x=1,AC1,2\nfront.desk;x=1,AC1,1\n",
            "plan.csv, line 5: Column 'Number': front.desk;x=1 already occurs in plan.csv, line 2. Keep one "
            + "row for each number."
        },

        {
            "doubled words and long numbers", "csv",
            "Number,WorkspaceId\nfront.desk,1\nback.desk,1\n1234567890123456,1\n+491234567890123,1\n"
                + "+491234567890123,1\n1234567890123456,1\nback.desk,1\n",
            "plan.csv, line 8: Column 'Number': back.desk already occurs in plan.csv, line 3. Keep one "
            + "row for each number.\nplan.csv, line 7: Column 'Number': 1234567890123456 already occurs in "
            + "plan.csv, line 4. Keep one row for each number.\nplan.csv, line 6: Column 'Number': +491234567890123 "
            + "already occurs in plan.csv, line 5. Keep one row for each number."
        },

        {
            "phone number with and without its workspace", "csv",
            "Number,InboundAgents,WorkspaceId\n+14155550106,agent_a,1\n+14155550106,agent_b,\n"
                + "+14155550107,agent_a,1\n+14155550107,agent_b,2\n",
            "plan.csv, line 3: Column 'Number': +14155550106 already occurs in plan.csv, line 2. Keep one "
            + "row for each number.\nplan.csv, line 5: Column 'Number': +14155550107 already occurs in "
            + "plan.csv, line 4. Keep one row for each number."
        },

        {
            "phone number with and without its account", "csv",
            "Number,AccountSid\n+14155550106,AC1\n+14155550107,AC1\n+14155550107,AC2\n+14155550106,\n",
            "plan.csv, line 5: Column 'Number': +14155550106 already occurs in plan.csv, line 2. Keep one "
            + "row for each number." + Locations
        },

        {
            "extension with and without its workspace", "csv",
            "Number,WorkspaceId\n0101,1\n0101,\n101,1\n101,2\n",
            "plan.csv, line 3: Column 'Number': 0101 already occurs in plan.csv, line 2. Keep one "
            + "row for each number." + Locations
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
                    + "id has letters, digits, '_', '-', '.' and ':'. Agents cannot be separated by spaces, "
                    + "as in a list that PowerShell turned into text. Separate several agents by ';', as in "
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
            "plan.csv, line 2: Column 'Direction' has 'up', which is neither Inbound nor Outbound. "
            + "Write Inbound for incoming calls, or Outbound for outgoing calls."
        },

        {
            "row an agent: no direction", "csv", "Number,AgentId,Weight\n101,agent_a,100%\n",
            "plan.csv, line 2: The row has no direction for its agent. It needs a column Direction with "
            + "Inbound or Outbound."
        },

        {
            "row an agent: no agent", "csv", Agents + "101,,,,Inbound\n",
            "plan.csv, line 2: The row has no agent. It needs a column AgentId with an agent id, or with "
            + "'none' to remove the agents of its direction."
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
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public Task A_file_with_bad_cells_gives_its_errors_and_no_rows(
        string what, string extension, string bytes, string errors) =>
        AssertRefusedAsync(what, extension, bytes, errors);
}
