namespace UponAi.Tests;

public sealed class WorkspaceTests
{
    [Fact]
    public void Is_shown_by_its_id()
    {
        var workspace = new Workspace(1234, "Support", "AC1");

        Assert.Equal((1234, "Support", "AC1"), (workspace.WorkspaceId, workspace.Name, workspace.AccountSid));
        Assert.Equal("1234", workspace.ToString());
    }
}
