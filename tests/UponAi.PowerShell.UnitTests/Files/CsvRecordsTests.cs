using UponAi.Files.Csv;

namespace UponAi.PowerShell.UnitTests.Files;

/// <summary>Tests the rows of CSV files, with their lines and errors.</summary>
public sealed class CsvRecordsTests
{
    [Fact]
    public void A_row_begins_on_the_line_of_its_first_cell()
    {
        var records = Read("\nNumber,Note\n1,\"two\nlines\"\n\n2,\"three\r\n\r\nlines\"\n3,one\n");

        Assert.Equal([2, 3, 6, 9], records.Select(record => record.Line));
        Assert.Equal(
            ["two\nlines", "three\r\n\r\nlines", "one"], records.Skip(1).Select(record => record.Cells[1].Value));
    }

    [Fact]
    public void A_short_row_has_fewer_cells_and_an_empty_one_is_none()
    {
        var records = Read("Number,A,B\n1\n,,\n2,,\n");

        Assert.Equal(["Number=1", "Number=2 A= B="], records.Skip(1)
            .Select(record => string.Join(' ', record.Cells.Select(cell => $"{cell.Key}={cell.Value}"))));
    }

    [Theory]
    [InlineData("a,b", ',')]
    [InlineData("a;b", ';')]
    [InlineData("a\tb", '\t')]
    [InlineData("a", ',')]
    [InlineData("", ',')]
    [InlineData("\n\n \na;b\n,,,,", ';')]
    [InlineData("a;\"b,c,d\"", ';')]
    [InlineData("a;\"b\n,,,\"", ';')]
    public void The_header_shows_what_separates_the_cells(string text, char delimiter) =>
        Assert.Equal(delimiter, CsvDelimiter.Detect(new StringReader(text), "plan.csv"));

    [Theory]
    [InlineData("", "")]
    [InlineData("101", "101")]
    [InlineData("+1415", "'+1415")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@a", "'@a")]
    [InlineData("-a", "'-a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("\uff1d1+1", "'\uff1d1+1")]
    [InlineData("\uff0b1", "'\uff0b1")]
    [InlineData("\uff0d1", "'\uff0d1")]
    [InlineData("\uff20a", "'\uff20a")]
    [InlineData("'", "''")]
    [InlineData("'a", "''a")]
    public void A_spreadsheet_takes_no_cell_for_a_formula(string text, string written)
    {
        Assert.Equal(written, CsvFormulaEscaper.Protect(text));
        Assert.Equal(text, CsvFormulaEscaper.Restore(written));
    }

    [Theory]
    [InlineData("sep=;\r\nNumber;InboundAgents\r\n+1;agent_a\r\n", ';')]
    [InlineData("\"sep=|\"\nNumber|InboundAgents\n+1|agent_a\n", '|')]
    [InlineData("SEP=\t\nNumber\tInboundAgents\n+1\tagent_a\n", '\t')]
    [InlineData("#TYPE UponAi.PhoneNumber\r\n\"Number\",\"InboundAgents\"\r\n\"+1\",\"agent_a\"\r\n", ',')]
    [InlineData("#TYPE System.Management.Automation.PSCustomObject\n\nNumber;InboundAgents\n+1;agent_a\n", ';')]
    [InlineData("#TYPE a,b,c\nsep=;\nNumber;InboundAgents\n+1;agent_a\n", ';')]
    public void Lines_for_programs_before_the_header_are_skipped(string text, char delimiter)
    {
        Assert.Equal(delimiter, CsvDelimiter.Detect(new StringReader(text), "plan.csv"));

        List<PlanRecord> records = [.. new CsvRecords(new StringReader(text), delimiter, "plan.csv").Read()];

        Assert.Equal(2, records.Count);
        Assert.True(records[0].IsHeader);
        Assert.Equal(
            ["Number=+1", "InboundAgents=agent_a"], records[1].Cells.Select(cell => $"{cell.Key}={cell.Value}"));
        Assert.Equal(text.TrimEnd().Count(c => c == '\n') + 1, records[1].Line);
    }

    [Fact]
    public void A_separator_separates_cells_or_is_refused()
    {
        var refused = new List<char>();
        for (var c = '\0'; c < '\u3000'; c++)
        {
            if (c is '\r' or '\n') continue;
            var text = $"\"sep={c}\"\nNumber{c}Note\n101{c}x\n";
            try
            {
                var delimiter = CsvDelimiter.Detect(new StringReader(text), "plan.csv");
                var records = new CsvRecords(new StringReader(text), delimiter, "plan.csv").Read();
                Assert.Equal(["101", "x"], records.Last().Cells.Select(cell => cell.Value));
            }
            catch (UponAiException e) when (e.Error == UponAiError.InvalidPlan)
            {
                refused.Add(c);
            }
        }

        Assert.Contains(' ', refused);
        Assert.DoesNotContain(refused, c => "\t,;|~^\u001f".Contains(c, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_looks_like_a_line_for_programs_is_a_row() =>
        Assert.Equal(
            ["sep=;", "#TYPE a"], Read("Note\nsep=;\n#TYPE a\n").Skip(1).Select(record => record.Cells[0].Value));

    [Fact]
    public void The_name_of_a_column_is_what_people_see_of_it()
    {
        var records = Read("Number\u00a0,Inbound\u200bAgents,\ufeffTimeRouting\u2800\n1,a,true\n");

        Assert.Equal(["Number", "InboundAgents", "TimeRouting"], records[0].Cells.Select(cell => cell.Key));
    }

    [Fact]
    public void Two_names_that_look_the_same_are_one_column_twice() =>
        Assert.Equal(["The column 'Number' occurs 2 times. Keep one."], Read("Number,Number\u200b\n1,2\n")[0].Damage);

    private static List<PlanRecord> Read(string text) =>
        [.. new CsvRecords(new StringReader(text), ',', "plan.csv").Read()];
}
