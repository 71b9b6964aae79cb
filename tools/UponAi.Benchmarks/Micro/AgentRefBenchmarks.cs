using BenchmarkDotNet.Attributes;

namespace UponAi.Benchmarks.Micro;

/// <summary>Measures parsing agents and numbers in the forms of cells.</summary>
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
