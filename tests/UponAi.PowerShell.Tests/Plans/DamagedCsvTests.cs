namespace UponAi.PowerShell.Tests.Plans;

/// <summary>CSV files with damaged text, columns, quotation marks or encodings.</summary>
public sealed class DamagedCsvTests : DamagedFiles
{
    private const string AsUtf8 =
        " Save the file as UTF-8 ('CSV UTF-8' in Excel). An older encoding would change letters.";
    private const string NoSeparator =
        ", but letters, digits, white space other than a tab, and quotation marks cannot separate cells. Write the "
        + "separator of the file (sep=;), or remove the line.";
    private const string Quotes =
        " with a misplaced quotation mark. Put the whole cell into quotation marks, "
        + "and double each quotation mark inside the cell.";

    private const string Unclosed = " has a quotation mark that is perhaps never closed.";
    private const string Close =
        " Close the quotation mark, or double each quotation mark inside the cell.";

    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "another separator than in the sep line", "csv", "sep=;\nNumber,InboundAgents\n101,agent_a\n",
            "plan.csv, line 2: No column is named Number. The first line names the columns, such as "
            + "Number,InboundAgents. This line has 'Number,InboundAgents'. The names are in one cell. If "
            + "quotation marks surround the line, remove them. If ',' separates the names, write the line sep=, "
            + "above them, in place of any other sep= line."
        },

        {
            "names in quotation marks", "csv", "\"Number;InboundAgents\"\n101;agent_a\n",
            "plan.csv, line 1: No column is named Number. The first line names the columns, such as "
            + "Number,InboundAgents. This line has 'Number;InboundAgents'. The names are in one cell. If "
            + "quotation marks surround the line, remove them. If ';' separates the names, write the line sep=; "
            + "above them, in place of any other sep= line."
        },

        {
            "separator in a name of several", "csv", "Number|Site,InboundAgents\n101,agent_a\n",
            "plan.csv, line 1: No column is named Number. The first line names the columns, such as "
            + "Number,InboundAgents. This line has 'Number|Site', 'InboundAgents'."
        },

        {
            "unusual separator", "csv", "InboundAgents | Number\nagent_a | 101\n",
            "plan.csv, line 1: No column is named Number. The first line names the columns, such as "
            + "Number,InboundAgents. This line has 'InboundAgents | Number'. The names are in one cell. If "
            + "quotation marks surround the line, remove them. If '|' separates the names, write the line sep=| "
            + "above them, in place of any other sep= line."
        },

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
            + "Number,InboundAgents. This line has '+14155550100', 'agent_a'."
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
            "plan.csv, line 2: Column 'InboundAgents'" + Unclosed
            + " The cell goes on over several lines." + Close
        },

        {
            "doubled quotation mark at the end of a cell that nothing closes", "csv", Csv + "101,\"agent_a\"\"",
            "plan.csv, line 2: Column 'InboundAgents'" + Unclosed + Close
        },

        {
            "doubled quotation mark in a blank row", "csv", Csv + "101,agent_a\n\"\"\"",
            "plan.csv, line 3: Column 'Number'" + Unclosed + Close
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
            "quotation mark as separator", "csv", "sep=\"\nNumber\"InboundAgents\n101\"agent_a\n",
            "The plan '{path}' has the line 'sep=\"'" + NoSeparator
        },

        {
            "space as separator", "csv", "#TYPE x\n\"sep= \"\nNumber InboundAgents\n101 agent_a\n",
            "The plan '{path}' has the line '\"sep= \"'" + NoSeparator
        },

        {
            "digit as separator", "csv", "sep=1\r\nNumber1InboundAgents\r\n3021agent_a\r\n",
            "The plan '{path}' has the line 'sep=1'" + NoSeparator
        },

        {
            "apostrophe as separator", "csv", "sep='\nNumber'InboundAgents\n101'agent_a\n",
            "The plan '{path}' has the line 'sep=''" + NoSeparator
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
            "unknown extension", "xlsx", "PK",
            "The plan '{path}' has the unknown extension '.xlsx'. Give -Format Csv or -Format Json, or use "
            + "the extension .csv or .json."
        },
    };

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public Task A_damaged_CSV_file_gives_its_errors_and_no_rows(
        string what, string extension, string bytes, string errors) =>
        AssertRefusedAsync(what, extension, bytes, errors);
}
