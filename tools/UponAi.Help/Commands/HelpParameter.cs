using System.Globalization;
using System.Management.Automation;

namespace UponAi.Help.Commands;

/// <summary>A parameter of one set, in the words that help has for it.</summary>
internal sealed class HelpParameter(CommandParameterInfo parameter)
{
    internal string Name => parameter.Name;

    internal Type Type => parameter.ParameterType;

    internal string TypeName => Type == typeof(SwitchParameter) ? "SwitchParameter" : ShortName(Type);

    internal bool IsSwitch => Type == typeof(SwitchParameter);

    internal bool IsMandatory => parameter.IsMandatory;

    internal string Position => parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture);

    internal string Aliases => parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases);

    internal string PipelineInput => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    /// <summary>True for a collection, several of whose items may be given.</summary>
    internal bool IsMany => Type.IsArray;

    /// <summary>The parameters of a set, without those that every command has, those with a position first.</summary>
    internal static IEnumerable<HelpParameter> Of(CommandParameterSetInfo set) => set.Parameters
        .Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name))
        .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
        .Select(parameter => new HelpParameter(parameter));

    private static string ShortName(Type type) =>
        type.IsArray ? ShortName(type.GetElementType()!) + "[]" : (Nullable.GetUnderlyingType(type) ?? type).Name;
}
