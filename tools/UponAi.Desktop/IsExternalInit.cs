namespace System.Runtime.CompilerServices;

/// <summary>
/// What .NET Framework lacks for init accessors. PolySharp adds none where several assemblies show theirs.
/// </summary>
internal static class IsExternalInit;
