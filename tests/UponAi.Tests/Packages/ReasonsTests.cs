using System.Xml.Linq;

namespace UponAi.Tests.Packages;

public sealed class ReasonsTests
{
    [Fact]
    public void Every_package_has_a_reason_in_one_line()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        var packages = XDocument.Load(Path.Combine(folder.FullName, "Directory.Packages.props")).Descendants("PackageVersion").ToArray();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Matches(@"^\S.+\.$", (string?)package.Attribute("Reason")));
    }
}
