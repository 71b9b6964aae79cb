// Writes THIRD-PARTY-NOTICES.txt for the packages whose assemblies ship. Reads the folder out/UponAi, the lock files
// and the files of the packages:
//   dotnet run .ci/notices.cs
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
    ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
var versions = new[] { "src/UponAi.Client/packages.lock.json", "src/UponAi.Files/packages.lock.json" }
    .Select(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement)
    .SelectMany(root => root.GetProperty("dependencies").EnumerateObject())
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
    // Throws for an assembly whose package is unknown.
    var folder = Path.Combine(packages, name.ToLowerInvariant(), versions[name]);
    var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements()
        .Single(element => element.Name.LocalName == "metadata");
    string Value(string element) =>
        metadata.Elements().FirstOrDefault(found => found.Name.LocalName == element)?.Value
        ?? throw new InvalidDataException($"{name} has no {element}.");
    Add($"\n{name} {versions[name]}\n  {Value("license")}, {Value("projectUrl")}\n  {Value("copyright")}\n");

    var own = Directory.GetFiles(folder).Where(IsNotice).Order(StringComparer.Ordinal).Select(File.ReadAllText);
    // If a package offers several licenses, the text of the chosen license comes first.
    if (Value("license") == "MIT") own = own.Prepend(File.ReadAllText(".ci/licenses/MIT.txt"));
    else if (Value("license").Contains("Apache-2.0", StringComparison.Ordinal))
        own = own.Prepend(File.ReadAllText(".ci/licenses/Apache-2.0.txt"));
    foreach (var notice in own)
    {
        var key = notice.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
        if (!notices.TryGetValue(key, out var users)) notices.Add(key, users = []);
        if (!users.Contains(name)) users.Add(name);
    }
}

foreach (var (notice, users) in notices)
{
    var lines = string.Join("\n", notice.Split('\n').Select(line => line.TrimEnd()));
    Add($"\n{new string('=', 80)}\nOf {string.Join(", ", users)}:\n\n{lines}\n");
}

File.WriteAllText("THIRD-PARTY-NOTICES.txt", text.ToString());

static bool IsNotice(string file) => Path.GetFileName(file).ToUpperInvariant()
    is "LICENSE" or "LICENSE.TXT" or "LICENSE.MD" or "THIRD-PARTY-NOTICES.TXT";

void Add(string part) => text.Append(part);
