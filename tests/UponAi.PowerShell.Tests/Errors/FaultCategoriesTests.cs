using System.Management.Automation;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing.Faults;

namespace UponAi.PowerShell.Tests.Errors;

/// <summary>
/// Tests each fault of the matrix that is an error: the id, the category and the target. No part of a list is returned,
/// the script continues, and the token is nowhere.
/// </summary>
public sealed class FaultCategoriesTests
{
    private static readonly Dictionary<Asked, string> Scripts = new()
    {
        [Asked.Update] = "$row | Set-UponAiNumberAssignment",
        [Asked.Numbers] = "Get-UponAiNumber",
        [Asked.Agents] = "Get-UponAiAgent",
        [Asked.AgentVersions] = "Get-UponAiAgent agent_a -AllVersions",
    };

    public static TheoryData<string> Faults =>
        [.. FaultMatrix.All.Where(fault => fault.Error is not null).Select(fault => fault.FullName)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_ends_what_was_asked_for_and_nothing_else(string name)
    {
        var fault = FaultMatrix.Named(name);
        await using var platform = await fault.OpenAsync();
        using var engine = Engine.Rent();
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Number", Asked.Number));
        row.Properties.Add(new PSNoteProperty("IsTimeRoutingEnabled", true));

        // One attempt each, because the tests of the client cover the waits between attempts. A short timeout ends an
        // attempt that hangs.
        var outcome = await engine.RunAsync(
            $$"""
            $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
            Connect-UponAi -Token $token -AccountSid AC1 -WorkspaceId 7 -BaseUri $uri `
                -MaximumRetryCount 0 {{(fault.Hangs ? "-AttemptTimeout 0.1" : "")}}
            try { {{Scripts[fault.Asked]}} } catch { 'terminated' }
            'the next line'
            """,
            ("token", ConnectedPlatform.Secret),
            ("uri", platform.BaseUri),
            ("row", row));

        // Only an import failure comes together with the number. A list is complete or an error.
        Assert.Equal(
            fault.Error == "PlatformImportFailed" ? [Asked.Number, "the next line"] : ["the next line"],
            outcome.Texts);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal(("UponAi." + fault.Error, fault.Category), (error.Id(), error.Category().ToString()));
        if (fault.Asked == Asked.Update) Assert.Same(row, error.TargetObject);
        Assert.DoesNotContain(
            outcome.AllText(),
            text => text.Contains(ConnectedPlatform.Token, StringComparison.Ordinal));
    }
}
