using System.Management.Automation;
using System.Runtime.Serialization;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Xml.Serialization;
using UponAi.PowerShell.Tests.Fixtures;

namespace UponAi.PowerShell.Tests.Secrets;

/// <summary>
/// Tests that a serialized connection has no token. On Linux and macOS, a serialized SecureString is plain text in
/// another form.
/// </summary>
public sealed class SerializationTests
{
    private static readonly string AsStored = Convert.ToHexString(Encoding.Unicode.GetBytes(ConnectedPlatform.Token));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(20)]
    public async Task As_Clixml_it_has_its_settings_and_no_token(int depth)
    {
        var written = PSSerializer.Serialize(await ConnectionAsync(), depth);

        Assert.Contains("AC1", written, StringComparison.Ordinal);
        AssertNoToken(written);
    }

    [Fact]
    public async Task As_JSON_of_dotNET_it_has_its_settings_and_no_token()
    {
        var written = JsonSerializer.Serialize((await ConnectionAsync()).BaseObject);

        Assert.Contains("AC1", written, StringComparison.Ordinal);
        AssertNoToken(written);
    }

    [Fact]
    public async Task No_serializer_of_XML_takes_it()
    {
        var connection = (await ConnectionAsync()).BaseObject;

        Assert.Throws<InvalidDataContractException>(
            () => new DataContractSerializer(connection.GetType()).WriteObject(Stream.Null, connection));
        Assert.Throws<InvalidOperationException>(
            () => new XmlSerializer(connection.GetType()).Serialize(Stream.Null, connection));
    }

    [Fact]
    public async Task No_property_of_a_connection_leads_to_the_token()
    {
        var reached = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<object>([(await ConnectionAsync()).BaseObject]);
        while (waiting.TryDequeue(out var thing))
        {
            if (!reached.Add(thing)) continue;
            Assert.IsNotType<SecureString>(thing);
            Assert.IsNotType<PSCredential>(thing);
            AssertNoToken($"{thing}");
            // Only our own types are searched, because other objects lead to everything.
            if (thing.GetType().Namespace?.StartsWith("UponAi", StringComparison.Ordinal) != true) continue;
            foreach (var property in thing.GetType().GetProperties().Where(
                    property => property.GetIndexParameters().Length == 0))
            {
                if (property.GetValue(thing) is { } value) waiting.Enqueue(value);
            }
        }

        Assert.True(reached.Count > 5);
    }

    private static async Task<PSObject> ConnectionAsync()
    {
        await using var platform = await ConnectedPlatform.AgreeingAsync();
        return (
            await platform.RunAsync("$null = Set-UponAiNumberAssignment 101 agent_a; Get-UponAiConnection")).Single();
    }

    private static void AssertNoToken(string text)
    {
        Assert.DoesNotContain(ConnectedPlatform.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AsStored, text, StringComparison.OrdinalIgnoreCase);
    }
}
