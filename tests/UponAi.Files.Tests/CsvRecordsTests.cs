using UponAi.Files.Csv;

namespace UponAi.Files.Tests;

/// <summary>Rows, their lines, and what is wrong with them.</summary>
public sealed class CsvRecordsTests
{
    [Fact]
    public void A_row_begins_on_the_line_of_its_first_cell()
    {
        var records = Read("\nNumber,Note\n1,\"two\nlines\"\n\n2,\"three\r\n\r\nlines\"\n3,one\n");

        Assert.Equal([2, 3, 6, 9], records.Select(record => record.Line));
        Assert.Equal(["two\nlines", "three\r\n\r\nlines", "one"], records.Skip(1).Select(record => record.Cells[1].Value));
    }

    [Fact]
    public void A_short_row_has_fewer_cells_and_an_empty_one_is_none()
    {
        var records = Read("Number,A,B\n1\n,,\n2,,\n");

        Assert.Equal(["Number=1", "Number=2 A= B="], records.Skip(1).Select(record => string.Join(' ', record.Cells.Select(cell => $"{cell.Key}={cell.Value}"))));
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
    public void The_header_shows_what_separates_the_cells(string text, char delimiter) => Assert.Equal(delimiter, Delimiter.Detect(new StringReader(text)));

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

    private static List<PlanRecord> Read(string text) => [.. new CsvRecords(new StringReader(text), ',', "plan.csv").Read()];
}
