using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Bulk;

/// <summary>
/// Tests that every row ends as a phone number or an error in the order of the rows, even if the responses arrive in
/// another order.
/// </summary>
public sealed class ResultOrderTests
{
    /// <summary>
    /// Ten rows. The command refuses the third row, the platform refuses the sixth row, and the ninth row gets no
    /// response.
    /// </summary>
    private const string Rows =
        """
        $rows = foreach ($i in 1..10) { [pscustomobject]@{ Number = "10$i"; InboundAgents = 'agent_a' } }
        $rows[2].InboundAgents = 'agent_a=50%;agent_b=40%'

        """;

    private static readonly string[] Expected =
    [
        "101", "102", "UponAi.InvalidAgentSplit 103", "104", "105", "UponAi.NotFound 106", "107", "108",
        "UponAi.ConnectionFailed 109", "1010",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Seven_objects_and_three_errors_come_out_in_the_order_of_the_rows(int throttleLimit)
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(Misbehave);

        var outcome = await platform.RunAsync(
            Rows + "$rows | Set-UponAiNumberAssignment -ThrottleLimit $limit 2>&1",
            ("limit", throttleLimit));

        Assert.Equal(Expected, outcome.Output.Select(Shown));
        Assert.Equal(9, platform.Bodies.Count);
        Assert.Equal(9, platform.Numbers.Distinct().Count());
    }

    [Fact]
    public async Task The_order_is_kept_where_the_first_answer_comes_last()
    {
        var others = new TaskCompletionSource();
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(number => number == "101"
            ? Reply.Json(UpdateAnswers.Of(UpdateAnswers.Number("101"))).After(others.Task)
            : Misbehave(number));

        using var running = platform.Engine.Start(Rows + "$rows | Set-UponAiNumberAssignment -ThrottleLimit 16 2>&1");
        await platform.Server.WaitForRequestsAsync(9, TestTimeout.Token);
        others.SetResult();
        var outcome = await running.EndAsync();

        Assert.Equal(Expected, outcome.Output.Select(Shown));
    }

    [Fact]
    public async Task Each_error_has_its_own_row_as_target()
    {
        await using var platform = await ConnectedPlatform.AnsweringNumbersAsync(Misbehave);

        var outcome = await platform.RunAsync(
            Rows + "$null = $rows | Set-UponAiNumberAssignment -ErrorVariable e; "
                + "foreach ($i in 0..2) { [object]::ReferenceEquals($e[$i].TargetObject, $rows[(2, 5, 8)[$i]]) }");

        Assert.Equal(["True", "True", "True"], outcome.Texts);
        Assert.Equal(3, outcome.Errors.Count);
    }

    [Fact]
    public async Task The_rows_that_failed_can_be_mended_and_piped_again()
    {
        var mended = false;
        await using var platform =
            await ConnectedPlatform.AnsweringNumbersAsync(number => mended ? null : Misbehave(number));

        var first = await platform.RunAsync(
            Rows + "$null = $rows | Set-UponAiNumberAssignment -ErrorVariable e; $e.TargetObject | "
                + "ForEach-Object { $_.InboundAgents = 'agent_b' }");
        mended = true;
        var second = await platform.RunAsync("$e.TargetObject | Set-UponAiNumberAssignment");

        Assert.Equal(3, first.Errors.Count);
        Assert.Empty(second.Errors);
        Assert.Equal(["103", "106", "109"], second.Texts);
    }

    private static Reply? Misbehave(string number) => number switch
    {
        "106" => Reply.Json(UpdateAnswers.Error("No such number."), 404),
        "109" => Reply.Reset(),
        _ => null,
    };

    private static string Shown(PSObject? item) => item!.BaseObject is ErrorRecord error
        ? $"{error.Id()} {((PSObject)error.TargetObject).Properties["Number"].Value}"
        : item.ToString();
}
