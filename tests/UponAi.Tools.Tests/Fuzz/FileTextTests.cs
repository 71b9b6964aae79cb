using System.Text;
using UponAi.Fuzz.Targets;

namespace UponAi.Tools.Tests.Fuzz;

/// <summary>
/// Tests that the judge of plan files notices each character that a reader loses, and allows the parts that the reader
/// leaves out.
/// </summary>
public sealed class FileTextTests
{
    [Theory]
    [InlineData("Number,Note\n101,a\u200bb", "a\u200bb", true)]
    [InlineData("Number,Note\n101,a\u200bb", "ab", false)]
    [InlineData("Number,Note\n101,a\u0085b", "ab", false)]
    [InlineData("Number,Note\n101, a ", " a ", true)]
    [InlineData("Number,Note\n101, a ", "a", false)]
    [InlineData("Number,Note\n101,'=1", "=1", true)]
    [InlineData("Number,Note\n101,a''", "a'", false)]
    [InlineData("Number,Note\n101,\"a\"\"b,\nc\"", "a\"b,\nc", true)]
    [InlineData("Number,Note\n101,\"a\"\"b,\nc\"", "a\"b,c", false)]
    [InlineData("\ufeffsep=,\r\n\r\nNu\u200bmber,Note,\r\n,,\r\n101,a, ", "a", true)]
    public void A_lost_character_of_a_cell_is_noticed(string text, string note, bool isKept)
    {
        PlanRecord[] records =
        [
            new(1, [new("Number", null), new("Note", null)]) { IsHeader = true },
            new(2, [new("Number", "101"), new("Note", note)]),
        ];

        Assert.Equal(isKept, IsKept(() => FileText.OfCsvIsKept(Encoding.UTF8.GetBytes(text), records)));
    }

    [Theory]
    [InlineData("a\u200bb", true)]
    [InlineData("ab", false)]
    [InlineData(null, false)]
    public void A_lost_character_of_a_JSON_text_is_noticed(string? note, bool isKept)
    {
        var file = Encoding.UTF8.GetBytes("""[{"Number":101,"Note":"a\u200bb","List":["x",{"y":null}],"On":true}]""");
        PlanRecord[] records =
        [
            new(1,
            [
                new("Number", 101L),
                new("Note", note),
                new("List", new List<object?> { "x", new Dictionary<string, object?> { ["y"] = null } }),
                new("On", true),
            ]),
        ];

        Assert.Equal(isKept, IsKept(() => FileText.OfJsonIsKept(file, records)));
    }

    private static bool IsKept(Action judge)
    {
        try
        {
            judge();
            return true;
        }
        catch (BrokenPromiseException)
        {
            return false;
        }
    }
}
