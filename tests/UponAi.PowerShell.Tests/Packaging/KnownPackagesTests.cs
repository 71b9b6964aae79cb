using System.Diagnostics;
using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Packaging;

/// <summary>
/// Tests a project with the settings of this repository and a registry that knows problems of packages. A vulnerable
/// package fails the restore. A vulnerable or deprecated package fails <c>.ci/packages</c>, also as an indirect
/// dependency.
/// </summary>
public sealed class KnownPackagesTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upon-ai-packages-");
    private readonly PackageFeed feed = new();

    public ValueTask InitializeAsync()
    {
        Write(
            "nuget.config",
            $"""<configuration><packageSources><clear /><add key="feed" value="{feed.Index}" """
                + $"""allowInsecureConnections="true" /></packageSources><config><add key="globalPackagesFolder" """
                + $"""value="packages" /></config></configuration>""");
        Write(
            "Directory.Build.props",
            $"""<Project><Import Project="{RepositoryFiles.Find("Directory.Build.props")}" /></Project>""");
        Directory.CreateDirectory(Path.Combine(folder.FullName, ".ci"));
        File.Copy(RepositoryFiles.Find(".ci/packages"), Path.Combine(folder.FullName, ".ci", "packages"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await feed.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_vulnerable_package_fails_the_restore() =>
        AssertEnd(await RestoreAsync("Needs.Vulnerable", isAudited: true), "error NU1901");

    [Theory]
    [InlineData("Needs.Sound", null)]
    [InlineData("Needs.Deprecated", "has the following deprecated packages")]
    [InlineData("Needs.Vulnerable", "has the following vulnerable packages")]
    public async Task A_vulnerable_or_deprecated_package_fails_the_check(string package, string? problem)
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows(),
            "The check is a script for bash, which Windows has in more than one meaning.");
        AssertEnd(await RestoreAsync(package, isAudited: package != "Needs.Vulnerable"), problem: null);

        AssertEnd(await RunAsync(Path.Combine(folder.FullName, ".ci", "packages")), problem);
    }

    private static void AssertEnd(ProgramRun run, string? problem)
    {
        Assert.True(problem is null == (run.ExitCode == 0), run.Output + run.Error);
        Assert.Contains(problem ?? "", run.Output, StringComparison.Ordinal);
    }

    private Task<ProgramRun> RestoreAsync(string package, bool isAudited)
    {
        Write("Project.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                {(isAudited ? "" : "<NuGetAudit>false</NuGetAudit>")}
              </PropertyGroup>
              <ItemGroup><PackageReference Include="{package}" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        return RunAsync("dotnet", "restore");
    }

    private Task<ProgramRun> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder.FullName };
        // No process of the build keeps running, the output is English, and no lock file is required.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("CI");
        return ProgramRun.RunAsync(start);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
