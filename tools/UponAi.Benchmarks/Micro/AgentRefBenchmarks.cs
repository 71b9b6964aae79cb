using BenchmarkDotNet.Attributes;

namespace UponAi.Benchmarks.Micro;

/// <summary>Agents and numbers as cells have them.</summary>
[MemoryDiagnoser]
public class AgentRefBenchmarks
{
    [Benchmark]
    public object One() => AgentRef.Parse("agent_reception@3");

    [Benchmark]
    public object Split() => AgentSplit.Create(AgentRefCollection.Parse("agent_reception@3=90%;agent_sales=10%"));

    [Benchmark]
    public NumberId PlainNumber() => NumberId.Parse("+14155550100");

    [Benchmark]
    public NumberId NumberWithSeparators() => NumberId.Parse("+1 (415) 555-0100");
}
