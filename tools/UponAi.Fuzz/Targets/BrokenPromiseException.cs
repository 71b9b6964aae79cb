using System.Diagnostics.CodeAnalysis;

namespace UponAi.Fuzz.Targets;

/// <summary>Something was read, and read wrongly.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Says what is broken, or is of no use.")]
internal sealed class BrokenPromiseException(string what) : Exception(what);
