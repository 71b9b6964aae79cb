using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.Client.Tests.Responses;

/// <summary>
/// Tests an assignment that is stored although calls will not work: the result has the phone number and an error.
/// </summary>
public sealed class ImportFailureTests
{
    private const string Said =
        "The assignment of +14155550100 is stored, but the telephone platform refused the import, "
        + "so calls will not work. It says: No trunk.";
    private const string SaidNothing =
        "The assignment of +14155550100 is stored, but the telephone platform refused the import, "
        + "so calls will not work. It gives no reason.";

    [Theory]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":true"""
        + ""","platform_import_error_message":"\u001b[1mNo trunk.\u001b[0m"}]}""",
        Said)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":"true","platform_import_error_message":"No """
            + """trunk."}]}""",
        Said)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100;ext=7","base_number":"+14155550100","platform_import_error":true"""
            + ""","platform_import_error_message":"No trunk."}]}""",
        Said)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100"}],"assignment":{"platform_import_error":true"""
        + ""","platform_import_error_message":"No trunk."}}""",
        Said)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":false}]"""
        + ""","assignment":{"platform_import_error":true,"platform_import_error_message":"No trunk."}}""",
        Said)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":true"""
        + ""","platform_import_error_message":"No trunk."}],"assignment":{"platform_import_error":true"""
        + ""","platform_import_error_message":"Another."}}""",
        Said)]
    [InlineData("""{"assignment":{"platform_import_error":true,"platform_import_error_message":"No trunk."}}""", Said)]
    [InlineData("""{"assignment":{"platform_import_error":true}}""", SaidNothing)]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":true,"platform_import_error_message":null}]}""",
        SaidNothing)]
    public async Task An_import_error_is_reported_beside_the_object(string answer, string message)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        var outcome = await platform.UpdateAsync(TestAssignments.Inbound("agent_a"));

        Assert.True(outcome.PhoneNumber.PlatformImportError);
        Assert.True(outcome.PhoneNumber.Has(PhoneNumberProperties.PlatformImportError));
        Assert.Equal(UponAiError.PlatformImportFailed, outcome.ImportFailure!.Error);
        Assert.Equal(message, outcome.ImportFailure.Message);
        Assert.Equal(200, outcome.ImportFailure.StatusCode);
    }

    [Theory]
    [InlineData(
        """{"numbers":[{"number":"+14155550100","platform_import_error":false,"platform_import_error_message":""}]}""")]
    [InlineData("""{"numbers":[{"number":"+14155550100","platform_import_error":null}]}""")]
    [InlineData("""{"numbers":[{"number":"+14155550199","platform_import_error":true},{"number":"+14155550100"}]}""")]
    [InlineData("""{"numbers":[{"number":"+14155550100"}],"assignment":{"platform_import_error":false}}""")]
    public async Task Nothing_else_is_an_import_error(string answer)
    {
        await using var platform = Platform.Answering(Reply.Json(answer));

        Assert.Null((await platform.UpdateAsync(TestAssignments.Inbound("agent_a"))).ImportFailure);
    }
}
