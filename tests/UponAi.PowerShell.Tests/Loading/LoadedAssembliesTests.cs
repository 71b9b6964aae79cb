using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>
/// Tests which assemblies the module loads, when and where. Each test uses a new process, because other tests leave
/// assemblies loaded.
/// </summary>
public sealed class LoadedAssembliesTests
{
    /// <summary>Lists assemblies with their load contexts, one per line.</summary>
    private const string List =
        "foreach ($a in [AppDomain]::CurrentDomain.GetAssemblies()) { '{0} in {1}' -f $a.GetName().Name, "
        + "[System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($a).Name }";

    /// <summary>Lists the assemblies of the module's folder that PowerShell and other modules see.</summary>
    private const string ListVisible =
        "foreach ($a in [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies) { if (-not "
        + "$a.IsDynamic -and $a.Location.StartsWith((Get-Module UponAi).ModuleBase)) { $a.GetName().Name } }";

    private const string MakeRequest = "Set-UponAiNumberAssignment '+14155550103' agent_sales | ForEach-Object { "
        + "$_.GetInbound().ToDisplayString() }; ";

    [Fact]
    public async Task After_a_request_the_client_and_Polly_are_in_their_own_context_and_three_assemblies_are_visible()
    {
        var run = await HostProcess.RunAsync("-Sandbox", "-Command", $"{MakeRequest}{List}; '--'; {ListVisible}");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("agent_sales", run.Lines[0]);
        var end = Array.IndexOf(run.Lines, "--");
        Assert.Equal(
            ["Polly.Core in UponAi.Client", "UponAi.Client in UponAi.Client"],
            run.Lines[..end].Where(IsOfTheClient).Order(StringComparer.Ordinal));
        string[] visible = ["UponAi", "UponAi.PowerShell", "UponAi.Requirements"];
        Assert.Equal(visible, run.Lines[(end + 1)..].Order(StringComparer.Ordinal));

        static bool IsOfTheClient(string line) =>
            line.StartsWith("Polly", StringComparison.Ordinal)
                || line.StartsWith("UponAi.Client", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_file_loads_its_formats_into_the_same_context_and_not_the_client()
    {
        using var folder = new PlanFolder();
        var run = await HostProcess.RunAsync(
            "-Command",
            $"(Import-UponAiNumberAssignment '{folder.Write("plan.csv", "Number\n101\n")}').Number; {List}");

        Assert.Equal(("101", ""), (run.Lines[0], run.Error));
        Assert.Equal(
            ["CsvHelper in UponAi.Client", "UponAi.Files in UponAi.Client"],
            run.Lines.Where(IsOfTheFormatsOrTheClient).Order(StringComparer.Ordinal));

        static bool IsOfTheFormatsOrTheClient(string line) =>
            line.StartsWith("CsvHelper", StringComparison.Ordinal)
            || line.StartsWith("UponAi.Files", StringComparison.Ordinal)
            || line.StartsWith("UponAi.Client ", StringComparison.Ordinal);
    }
}
