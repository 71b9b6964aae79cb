using System.Management.Automation;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>Reads the parts of an error that scripts use.</summary>
internal static class ErrorRecordExtensions
{
    /// <summary>Returns the id without the name of the command, which the engine appends.</summary>
    internal static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    internal static ErrorCategory Category(this ErrorRecord error) => error.CategoryInfo.Category;

    internal static string Message(this ErrorRecord error) => error.Exception.Message;

    /// <summary>Returns the target without a PSObject wrapper.</summary>
    internal static object? Target(this ErrorRecord error) =>
        error.TargetObject is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : error.TargetObject;
}
