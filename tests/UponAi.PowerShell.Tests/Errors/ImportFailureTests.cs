using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>
/// Tests an assignment that is stored although calls will not work: the command writes the phone number and an error.
/// </summary>
public sealed class ImportFailureTests
{
    [Fact]
    public async Task An_import_that_failed_emits_the_object_and_then_the_error_in_the_rows_place()
    {
        var failed = UpdateAnswers.Of(
            UpdateAnswers.Number(
                "102",
                "\"platform_import_error\":true",
                "\"platform_import_error_message\":\"No \\u001b[1mtrunk.\""));
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => number == "102" ? Reply.Json(failed) : null);

        var outcome =
            await platform.RunAsync("'101', '102', '103' | Set-UponAiNumberAssignment -InboundAgent agent_a 2>&1");

        Assert.Equal(
            "101, 102, UponAi.PlatformImportFailed, 103",
            string.Join(
                ", ",
                outcome.Output.Select(item => item!.BaseObject is ErrorRecord record ? record.Id() : item.ToString())));
        var error = Assert.IsType<ErrorRecord>(outcome.Output[2]!.BaseObject);
        Assert.Equal((ErrorCategory.InvalidResult, (object)"102"), (error.Category(), error.Target()));
        Assert.Equal(
            "The assignment of 102 is stored, but the telephone platform refused the import, so calls "
            + "will not work. It says: No trunk.",
            error.Message());
    }

    [Fact]
    public async Task The_row_is_the_errors_target()
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", "102"));
        row.Properties.Add(new PSNoteProperty("InboundAgent", "agent_a"));
        await using var platform = await ConnectedPlatform.AnsweringAsync(
            Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("102", "\"platform_import_error\":true"))));

        var outcome = await platform.RunAsync("$row | Set-UponAiNumberAssignment", ("row", row));

        Assert.Equal("True", Assert.Single(outcome.Output)!.Properties["PlatformImportError"].Value.ToString());
        Assert.Same(row, Assert.Single(outcome.Errors).TargetObject);
    }
}
