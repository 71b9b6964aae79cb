using System.Diagnostics.CodeAnalysis;

namespace UponAi.Fuzz.Targets;

/// <summary>The exception for an input that was read wrongly.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Says what is broken, or is of no use.")]
internal sealed class BrokenPromiseException(string what) : Exception(what);
