using System.IO.Compression;
using System.Text;
using System.Text.Json;
using UponAi.Testing;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>
/// A registry of packages on loopback with one vulnerable, one deprecated and one good package. For each of them there
/// is a package that depends on it.
/// </summary>
internal sealed class PackageFeed : IAsyncDisposable
{
    private const string Advisory = "https://advisories.example/1";

    private static readonly string[] Names = ["Sound", "Vulnerable", "Deprecated"];

    private readonly Dictionary<string, Reply> files = [];
    private readonly ScriptedServer server;

    internal PackageFeed()
    {
        server = ScriptedServer.Start(
            request => files.TryGetValue(request.Target, out var file) ? file : Reply.Json("", 404));
        Add("/index.json", new
        {
            version = "3.0.0",
            resources = new[]
            {
                Resource("/packages/", "PackageBaseAddress/3.0.0"),
                Resource("/registrations/", "RegistrationsBaseUrl/3.6.0"),
                Resource("/vulnerabilities.json", "VulnerabilityInfo/6.7.0"),
            },
        });
        Add(
            "/vulnerabilities.json",
            new[]
            {
                new Dictionary<string, string>
                {
                    ["@name"] = "all",
                    ["@id"] = Address("/vulnerabilities/all.json"),
                    ["@updated"] = "2026-01-01T00:00:00Z"
                }
            });
        Add(
            "/vulnerabilities/all.json",
            new Dictionary<string, object>
            {
                ["vulnerable"] = new[] { new { url = Advisory, severity = 0, versions = "(, 2.0.0)" } }
            });
        foreach (var name in Names)
        {
            AddPackage(name, needs: null);
            AddPackage("Needs." + name, needs: name);
        }
    }

    /// <summary>Gets the address of the index.</summary>
    internal string Index => Address("/index.json");

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static byte[] Pack(string name, string? needs)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            var dependencies = needs is null
                ? ""
                : $"<dependencies><dependency id=\"{needs}\" version=\"1.0.0\" /></dependencies>";
            Write(
                zip,
                name + ".nuspec",
                $"<package><metadata><id>{name}</id><version>1.0.0</version><authors>Tests</authors>"
                + $"<description>None.</description>{dependencies}</metadata></package>");
            Write(zip, "lib/netstandard2.0/_._", "");
        }

        return package.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    private void AddPackage(string name, string? needs)
    {
        var lower = name.ToLowerInvariant();
        var content = $"/packages/{lower}/1.0.0/{lower}.1.0.0.nupkg";
        files[content] = Reply.Bytes(Pack(name, needs), "application/octet-stream");
        Add($"/packages/{lower}/index.json", new { versions = new[] { "1.0.0" } });
        var entry = new Dictionary<string, object>
        {
            ["@id"] = Address($"/entries/{lower}.json"), ["id"] = name, ["version"] = "1.0.0", ["listed"] = true
        };
        // The vulnerabilities stand here too, because listing packages reads them here, and restoring reads the
        // separate list.
        if (name == "Vulnerable") entry["vulnerabilities"] = new[] { new { advisoryUrl = Advisory, severity = "0" } };
        if (name == "Deprecated") entry["deprecation"] = new { reasons = new[] { "Legacy" } };
        var leaf = new Dictionary<string, object>
        {
            ["@id"] = Address($"/registrations/{lower}/1.0.0.json"),
            ["catalogEntry"] = entry,
            ["packageContent"] = Address(content)
        };
        var page = new Dictionary<string, object>
        {
            ["@id"] = Address($"/registrations/{lower}/index.json"), ["count"] = 1, ["lower"] = "1.0.0",
            ["upper"] = "1.0.0", ["items"] = new[] { leaf }
        };
        Add($"/registrations/{lower}/index.json", new { count = 1, items = new[] { page } });
    }

    private void Add(string path, object json) => files[path] = Reply.Json(JsonSerializer.Serialize(json));

    private Dictionary<string, string> Resource(string path, string type) =>
        new() { ["@id"] = Address(path), ["@type"] = type };

    private string Address(string path) => server.BaseUri.GetLeftPart(UriPartial.Authority) + path;
}
