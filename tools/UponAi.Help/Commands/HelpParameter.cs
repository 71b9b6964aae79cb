using System.Globalization;
using System.Management.Automation;

namespace UponAi.Help.Commands;

/// <summary>A parameter of a parameter set, with its values as text for help.</summary>
internal sealed class HelpParameter(CommandParameterInfo parameter)
{
    internal string Name => parameter.Name;

    internal Type Type => parameter.ParameterType;

    internal string TypeName => Type == typeof(SwitchParameter) ? "SwitchParameter" : ShortName(Type);

    internal bool IsSwitch => Type == typeof(SwitchParameter);

    internal bool IsMandatory => parameter.IsMandatory;

    internal string Position =>
        parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture);

    internal string Aliases => parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases);

    internal string PipelineInput => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    internal bool AcceptsWildcards => parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any();

    /// <summary>True if the parameter takes several values.</summary>
    internal bool IsMany => Type.IsArray;

    /// <summary>
    /// Returns the parameters of a set without the common parameters. Parameters with a position come first.
    /// </summary>
    internal static IEnumerable<HelpParameter> From(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
        .Select(parameter => new HelpParameter(parameter));

    private static string ShortName(Type type) =>
        type.IsArray ? ShortName(type.GetElementType()!) + "[]" : (Nullable.GetUnderlyingType(type) ?? type).Name;
}

/// <summary>The help texts of the parameters that PowerShell adds to commands with ShouldProcess.</summary>
internal static class SharedTexts
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would be done, and does not do it.",
        ["Confirm"] = "Asks before each change.",
    };

    /// <summary>Returns true if a page may leave out the parameter.</summary>
    internal static bool Has(string parameter) => Texts.ContainsKey(parameter);

    internal static IReadOnlyList<string> Get(string parameter) => [Texts[parameter]];
}
