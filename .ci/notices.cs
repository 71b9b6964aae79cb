// Writes the third-party notices of the packages whose assemblies ship, from the folder that ships, the lock file and the packages' own files:
//   dotnet run .ci/notices.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var versions = new[] { "src/UponAi.Client/packages.lock.json", "src/UponAi.Files/packages.lock.json" }
    .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("dependencies").EnumerateObject())
    .SelectMany(framework => framework.Value.EnumerateObject())
    .Where(package => package.Value.TryGetProperty("resolved", out _))
    .GroupBy(package => package.Name, package => package.Value.GetProperty("resolved").GetString()!)
    .ToDictionary(package => package.Key, package => package.Distinct().Single());

var shipped = Directory.EnumerateFiles("out/UponAi", "*.dll", SearchOption.AllDirectories)
    .Select(file => Path.GetFileNameWithoutExtension(file)!)
    .Where(name => name != "UponAi" && !name.StartsWith("UponAi.", StringComparison.Ordinal))
    .Distinct()
    .Order(StringComparer.Ordinal);

var text = new StringBuilder("UponAi ships assemblies of these packages, unchanged. Made by .ci/notices.cs.\n");
var notices = new Dictionary<string, List<string>>();
foreach (var name in shipped)
{
    // An assembly of no known package ends the program here.
    var folder = Path.Combine(packages, name.ToLowerInvariant(), versions[name]);
    var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    string Value(string element) => metadata.Elements().FirstOrDefault(found => found.Name.LocalName == element)?.Value ?? throw new InvalidDataException($"{name} has no {element}.");
    Add($"\n{name} {versions[name]}\n  {Value("license")}, {Value("projectUrl")}\n  {Value("copyright")}\n");

    var own = Directory.GetFiles(folder).Where(file => Path.GetFileName(file).ToUpperInvariant() is "LICENSE" or "LICENSE.TXT" or "LICENSE.MD" or "THIRD-PARTY-NOTICES.TXT").Order(StringComparer.Ordinal).Select(File.ReadAllText);
    // Of a choice of licenses the one that is taken comes with its text.
    if (Value("license") == "MIT") own = own.Prepend(Mit());
    else if (Value("license").Contains("Apache-2.0", StringComparison.Ordinal)) own = own.Prepend(File.ReadAllText(".ci/licenses/Apache-2.0.txt"));
    foreach (var notice in own)
    {
        var key = notice.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
        if (!notices.TryGetValue(key, out var users)) notices.Add(key, users = []);
        if (!users.Contains(name)) users.Add(name);
    }
}

foreach (var (notice, users) in notices) Add($"\n{new string('=', 80)}\nOf {string.Join(", ", users)}:\n\n{string.Join("\n", notice.Split('\n').Select(line => line.TrimEnd()))}\n");
File.WriteAllText("THIRD-PARTY-NOTICES.txt", text.ToString());

void Add(string part) => text.Append(part);

static string Mit() =>
    """
    The MIT License (MIT)

    Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
    "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
    distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
    the following conditions:

    The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

    THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
    MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
    ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
    THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
    """;
