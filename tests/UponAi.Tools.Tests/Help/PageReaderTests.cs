using UponAi.Help.Pages;

namespace UponAi.Tools.Tests.Help;

/// <summary>Tests the conversion of a page from Markdown to plain text.</summary>
public sealed class PageReaderTests
{
    private const string Page =
        """
        # Get-Thing

        Gets a **thing**
        or two.

        ## Syntax

        ```
        Get-Thing [-Name] <string>

        Get-Thing -All
        ```

        ## Description

        See [the other](Get-Other.md) and `-Name`.

        - one
        - two

        ## Examples

        ### Get one

        ```powershell
        $thing = Get-Thing one
        $thing
        ```

        It is shown.

        ## Parameters

        ### -Name

        Which one.

        Not how many.

        ## Inputs

        ### None

        Nothing.

        ## Outputs

        ### Thing

        The thing.

        ## Related

        - [Get-Other](Get-Other.md)
        """;

    [Fact]
    public void Every_part_is_read_as_plain_text()
    {
        var page = PageReader.Read(Page);

        Assert.Equal("Get-Thing", page.Name);
        Assert.Equal(["Gets a thing or two."], page.Synopsis);
        Assert.Equal(["Get-Thing [-Name] <string>", "Get-Thing -All"], page.Syntax);
        Assert.Equal(["See the other and -Name.", "- one", "- two"], page.Description);
        var example = Assert.Single(page.Examples);
        Assert.Equal("Get one", example.Title);
        Assert.Equal("$thing = Get-Thing one\n$thing", example.Code);
        Assert.Equal(["It is shown."], example.Remarks);
        var parameter = Assert.Single(page.Parameters);
        Assert.Equal("Name", parameter.Name);
        Assert.Equal(["Which one.", "Not how many."], parameter.Text);
        Assert.Equal("None", Assert.Single(page.Inputs).Name);
        Assert.Equal("Thing", Assert.Single(page.Outputs).Name);
        Assert.Equal(new CommandPage.Link("Get-Other", "Get-Other.md"), Assert.Single(page.Links));
    }

    [Theory]
    [InlineData("# Get-Thing", "Get-Thing", "must begin with a title")]
    [InlineData(
        "## Outputs",
        "## Output",
        "It needs Syntax, Description, Examples, Parameters, Inputs, Outputs, Related")]
    [InlineData("```powershell\n$thing = Get-Thing one\n$thing\n```", "", "'Get one' must begin with its code")]
    [InlineData("- one\n- two", "| a |\n|---|\n> quoted", "this is a QuoteBlock")]
    [InlineData("`-Name`", "![a picture](x.png)<br>", "this is a HtmlInline")]
    public void Markdown_that_help_cannot_show_is_refused(string part, string instead, string expected)
    {
        var e = Assert.Throws<PageException>(
            () => PageReader.Read(Page.ReplaceLineEndings("\n").Replace(part, instead, StringComparison.Ordinal)));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }
}
