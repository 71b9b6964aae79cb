using System.Management.Automation;

namespace UponAi.PowerShell.Tests.Fixtures;

/// <summary>What scripts look at in an error.</summary>
internal static class ErrorRecordExtensions
{
    /// <summary>The id without the command's name that the engine appends.</summary>
    internal static string Id(this ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];

    internal static ErrorCategory Category(this ErrorRecord error) => error.CategoryInfo.Category;

    internal static string Message(this ErrorRecord error) => error.Exception.Message;

    /// <summary>The target, without the wrapper that the engine may have put around it.</summary>
    internal static object? Target(this ErrorRecord error) =>
        error.TargetObject is PSObject { BaseObject: not PSCustomObject } wrapped
            ? wrapped.BaseObject
            : error.TargetObject;
}
