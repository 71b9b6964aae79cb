using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Sandbox;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>
/// Tests the module beside another module that loads older or newer versions of the same packages, before or after.
/// Both work.
/// </summary>
public sealed class OtherVersionsTests
{
    private const string Set = "Set-UponAiNumberAssignment '+14155550103' agent_sales | ForEach-Object { "
        + "$_.GetInbound().ToDisplayString() }; ";

    [Theory]
    [InlineData("0.0.0.1")]
    [InlineData("65000.0.0.0")]
    public async Task Versions_loaded_before_the_import_work_beside_ours(string version)
    {
        using var others = OtherVersions.Of(RepositoryFiles.CoreClient, version);

        var run = await HostProcess.RunInAsync(
            new() { [LoadingFirst.Variable] = LoadingFirst.Hook(others.Files) },
            "-Sandbox", "-Command", $"$others = '{others.Folder}'; {OtherVersions.Load}{Set}{OtherVersions.Run}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["agent_sales", .. others.Said], run.Lines);
    }

    [Theory]
    [InlineData("0.0.0.1")]
    [InlineData("65000.0.0.0")]
    public async Task Versions_loaded_after_the_import_work_beside_ours(string version)
    {
        using var others = OtherVersions.Of(RepositoryFiles.CoreClient, version);

        var run = await HostProcess.RunAsync(
            "-Sandbox",
            "-Command",
            $"$others = '{others.Folder}'; {OtherVersions.Load}{Set}{OtherVersions.Run}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["agent_sales", .. others.Said], run.Lines);
    }

    [Theory]
    [InlineData("0.0.0.1", true)]
    [InlineData("0.0.0.1", false)]
    [InlineData("65000.0.0.0", true)]
    [InlineData("65000.0.0.0", false)]
    public async Task Other_versions_and_ours_work_side_by_side_on_Windows_PowerShell(string version, bool before)
    {
        using var others = OtherVersions.Of(RepositoryFiles.DesktopClient, version);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), TestTimeout.Token);

        var load = "load=" + others.Folder;
        var run = await DesktopProcess.RunAsync(
            sandbox.BaseUri,
            [.. before ? (string[])[load, DesktopProcess.Import] : [DesktopProcess.Import, load], "set", "plan"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("+14155550100: agent_sales@2 90%, agent_support 10%; 200", run.Lines);
        Assert.Contains("Csv: '+14155550100' is read back; Json: '+14155550100' is read back", run.Lines);
        Assert.Equal(others.Said, run.Lines.Where(line => line.StartsWith("other ", StringComparison.Ordinal)));
    }
}
