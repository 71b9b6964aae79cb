namespace UponAi.Tests;

public sealed class ConnectionTestTests
{
    [Fact]
    public void Succeeds_when_everything_that_the_connection_names_works()
    {
        var test = new ConnectionTest { Token = CheckState.Passed };
        Assert.True(test.IsSuccess);

        test.AccountSid = "AC1";
        Assert.False(test.IsSuccess);
        test.Account = CheckState.Passed;
        Assert.True(test.IsSuccess);

        test.WorkspaceId = 7;
        test.Workspace = CheckState.Failed;
        test.Add("The token may not use workspace 7.");
        Assert.False(test.IsSuccess);
        Assert.Equal(["The token may not use workspace 7."], test.Problems);
    }
}
