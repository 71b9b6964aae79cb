using System.Management.Automation;

namespace UponAi.Benchmarks.Engine;

/// <summary>What a script came to.</summary>
internal sealed record EngineResult(PSObject[] Output, ErrorRecord[] Errors, string[] Warnings);
