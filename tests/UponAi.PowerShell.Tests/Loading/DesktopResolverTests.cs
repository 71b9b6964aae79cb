using UponAi.PowerShell.Tests.Fixtures;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Loading;

/// <summary>
/// Tests which requests the assembly resolver for Windows PowerShell answers. The test calls the resolver as the
/// runtime does, in a separate process.
/// </summary>
public sealed class DesktopResolverTests
{
    private const string TestAssignments =
        """
        $module = [System.Reflection.Assembly]::LoadFile($path)
        $resolver = $module.GetType('UponAi.PowerShell.Loading.ClientAssemblies')
        $hidden = [System.Reflection.BindingFlags]'Static, NonPublic'
        $null = $resolver.GetMethod('Register', $hidden).Invoke($null, @())
        foreach ($name in 'UponAi', 'UponAi.PowerShell', 'UponAi.Client', 'Polly.Core', 'System.Text.Json') {
            foreach ($asking in $null, [object].Assembly, $module) {
                $request = [ResolveEventArgs]::new("$name, Version=0.0.0.0", $asking)
                $answer = $resolver.GetMethod('Resolve', $hidden).Invoke($null, @($null, $request))
                $who = if ($null -eq $asking) { 'nobody' } elseif ($asking -eq $module) { 'us' } else { 'another' }
                if ($answer) { "$name for $who" }
            }
        }
        """;

    [Fact]
    public async Task Our_own_assemblies_are_for_whoever_asks_and_the_packages_for_us_alone()
    {
        var run = await HostProcess.RunAsync("-Command", $"$path = '{RepositoryFiles.Desktop}'\n{TestAssignments}");

        Assert.Empty(run.Error);
        Assert.Equal(
            [
                "UponAi for nobody", "UponAi for another", "UponAi for us",
                "UponAi.PowerShell for nobody", "UponAi.PowerShell for another", "UponAi.PowerShell for us",
                "UponAi.Client for us", "Polly.Core for us", "System.Text.Json for us",
            ],
            run.Lines);
    }
}
