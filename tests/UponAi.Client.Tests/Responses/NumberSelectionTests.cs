using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>Tests that each request returns exactly one phone number, whatever the response lists.</summary>
public sealed class NumberSelectionTests
{
    private const string Mine = """{"number":"+14155550100","id":1}""";
    private const string MineAgain = """{"number":"+14155550100","id":2}""";
    private const string MyExtension = """{"number":"+14155550100;ext=7","base_number":"+14155550100","id":3}""";
    private const string MyOtherExtension = """{"number":"+14155550100;ext=8","base_number":"+14155550100","id":4}""";
    private const string Another = """{"number":"+14155550199","base_number":"+14155550199","id":5}""";

    [Theory]
    [InlineData(1, Mine)]
    [InlineData(1, Another, Mine)]
    [InlineData(1, Mine, MineAgain)]
    [InlineData(1, MyExtension, Another, Mine)]
    [InlineData(3, MyExtension)]
    [InlineData(3, Another, MyExtension, MyOtherExtension)]
    public async Task The_first_with_the_number_wins_and_else_the_first_with_the_base_number(
        int id,
        params string[] numbers)
    {
        await using var platform = Platform.Answering(Reply.Json(UpdateAnswers.Of(numbers)));

        var outcome = await platform.UpdateAsync(TestAssignments.For() with { TimeRouting = true });

        Assert.Equal(id, outcome.PhoneNumber.Id);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData("101", """{"number":101,"id":6}""")]
    [InlineData("0102", """{"number":"0102","id":6}""")]
    public async Task An_extension_is_found_as_text_or_as_a_JSON_number(string number, string listed)
    {
        await using var platform = Platform.Answering(Reply.Json(UpdateAnswers.Of(listed)));

        var outcome = await platform.UpdateAsync(TestAssignments.For(number) with { TimeRouting = true });

        Assert.Equal(6, outcome.PhoneNumber.Id);
        Assert.Equal(number, outcome.PhoneNumber.Number);
    }

    [Theory]
    [InlineData("102", """{"number":"0102"}""")]
    [InlineData("0102", """{"number":102}""")]
    [InlineData("abc", """{"number":"ABC"}""")]
    [InlineData("+14155550100", Another)]
    [InlineData("+14155550100", """{"base_number":null,"number":null}""")]
    public async Task A_number_that_only_resembles_the_one_asked_for_is_not_taken_for_it(string number, string listed)
    {
        await using var platform = Platform.Answering(Reply.Json(UpdateAnswers.Of(listed)));

        var outcome = await platform.UpdateAsync(TestAssignments.For(number) with { TimeRouting = true });

        Assert.Equal(number, outcome.PhoneNumber.Number);
        Assert.StartsWith(
            $"{number}: the platform's response neither lists the number nor",
            Assert.Single(outcome.Warnings),
            StringComparison.Ordinal);
    }
}
