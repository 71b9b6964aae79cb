using System.Text.RegularExpressions;

namespace UponAi.Host.Engine;

/// <summary>The arguments of a script as PowerShell text: names as names, every value as an element of <c>$Values</c>, so that nothing in it is ever run.</summary>
internal sealed partial record ScriptArguments(string Text, object[] Values)
{
    internal static ScriptArguments Of(IEnumerable<string> arguments)
    {
        var text = new List<string>();
        var values = new List<object>();
        foreach (var argument in arguments)
        {
            var named = Named().Match(argument);
            var value = named.Success ? named.Groups["value"] : null;
            var name = named.Success ? "-" + named.Groups["name"].Value + named.Groups["colon"].Value : "";
            if (value is { Length: 0 })
            {
                text.Add(name);
                continue;
            }

            text.Add($"{name}($Values[{values.Count}])");
            values.Add(value is null ? argument : Switched(value.Value));
        }

        return new ScriptArguments(string.Join(' ', text), [.. values]);
    }

    // Text would switch a switch on, whatever it says.
    private static object Switched(string value) => value.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        _ => value,
    };

    [GeneratedRegex(@"^-(?<name>[\p{L}_]\w*)((?<colon>:)(?<value>.*))?$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
