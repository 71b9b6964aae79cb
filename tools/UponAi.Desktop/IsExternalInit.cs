namespace System.Runtime.CompilerServices;

/// <summary>
/// Required for init accessors, and missing in .NET Framework. PolySharp does not add the type where several assemblies
/// share their internals.
/// </summary>
internal static class IsExternalInit;
