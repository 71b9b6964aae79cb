using System.Management.Automation;

namespace UponAi.Benchmarks.Engine;

/// <summary>The output, errors and warnings of a script.</summary>
internal sealed record EngineResult(PSObject[] Output, ErrorRecord[] Errors, string[] Warnings);
