using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing.Faults;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>Each fault of the matrix that is an error, as a script sees it: id, category, the row, and a pipeline that goes on.</summary>
public sealed class FaultCategoriesTests
{
    public static TheoryData<string> Faults => [.. FaultMatrix.All.Where(fault => fault.Error is not null).Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_ends_its_row_and_nothing_else(string name)
    {
        var fault = FaultMatrix.Named(name);
        await using var platform = await fault.OpenAsync();
        using var engine = new Engine();
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", Fault.Number));
        row.Properties.Add(new PSNoteProperty("IsTimeRoutingEnabled", true));

        // Once each, as the waits between attempts are the client's affair; an attempt that hangs soon ends.
        var outcome = await engine.RunAsync(
            $$"""
            Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri -MaximumRetryCount 0 {{(fault.Hangs ? "-AttemptTimeout 0.1" : "")}}
            try { $row | Set-UponAiNumberAssignment } catch { 'terminated' }
            'the next line'
            """,
            ("token", ConnectedPlatform.Secret),
            ("uri", platform.BaseUri),
            ("row", row));

        Assert.Equal("the next line", outcome.Texts[^1]);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(("UponAi." + fault.Error, fault.Category), (error.Id(), error.Category().ToString()));
        Assert.Same(row, error.TargetObject);
    }
}
