using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using UponAi.Client.Journaling;
using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Journaling;

/// <summary>Compares the members of a journal line with the help page of the journal.</summary>
public sealed class JournalHelpTests
{
    private static readonly byte[] Body = "{}"u8.ToArray();

    private static readonly JournalLine Line = new(
        SkippingTime.Noon, "https://api.example.com/", "AC1", 7, "+14155550100", "AB12", JournalOutcome.Failed)
    {
        Version = JournalLine.CurrentVersion, Run = "run", Sequence = 1, IsRestore = true, File = "plan.csv", Line = 2,
        User = "user", Machine = "machine", Module = "0.1.0", StatusCode = 404,
        ErrorId = "UponAi.NotFound", Message = "why", RequestId = "id", CfRay = "ray", TraceParent = "trace",
        ResponseDate = SkippingTime.Noon, Attempts = 1, Sent = Body, Before = Body, After = Body,
    };

    [Fact]
    public void The_line_of_this_test_has_every_member() => Assert.All(
        typeof(JournalLine).GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
        property => Assert.NotNull(property.GetValue(Line)));

    [Fact]
    public void The_help_page_explains_the_members_of_a_line_in_their_order()
    {
        var page = File.ReadAllText(RepositoryFiles.Find("docs/about/about_UponAi_Journal.help.txt"));
        var members = page.Split("\nMEMBERS")[1].Split("\nSEE ALSO")[0];
        const string Entry = @"^    ([a-z]\w*(?:, [a-z]\w*)*) +(?:1  )?[A-Z0-9]";
        var explained = Regex.Matches(members, Entry, RegexOptions.Multiline)
            .SelectMany(match => match.Groups[1].Value.Split(", "));

        using var written = JsonDocument.Parse(JournalLineWriter.Write(Line));

        Assert.Equal(written.RootElement.EnumerateObject().Select(member => member.Name), explained);
    }
}
