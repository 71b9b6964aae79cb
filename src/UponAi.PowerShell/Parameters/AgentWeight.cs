using System.ComponentModel;
using System.Globalization;

namespace UponAi.PowerShell.Parameters;

/// <summary>
/// The weight of an agent as an argument: a fraction, such as 0.9, or a percentage as text, such as '90%'.
/// </summary>
[TypeConverter(typeof(ParameterConverter))]
public readonly record struct AgentWeight(decimal Value)
{
    /// <summary>Returns the fraction in the invariant culture.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
