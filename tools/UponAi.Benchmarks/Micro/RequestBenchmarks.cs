using BenchmarkDotNet.Attributes;
using UponAi.Benchmarks.Bulk;
using UponAi.Client.Json;
using UponAi.Client.Messages;

namespace UponAi.Benchmarks.Micro;

/// <summary>Measures the steps from the texts of a row to the bytes of its request.</summary>
[MemoryDiagnoser]
public class RequestBenchmarks
{
    private static readonly ApiUris Uris = new(new Uri("https://api.example.com"));
    private static readonly NumberAssignment Assignment = Rows.Assignments(1)[0];

    [Benchmark]
    public object Build() => Rows.Assignments(1);

    [Benchmark]
    public object Write() => UpdateRequestWriter.Write(Assignment, SandboxProcess.Scope);

    [Benchmark]
    public object Address() => Uris.Assignment(Assignment.Number);

    [Benchmark]
    public object Describe() => Assignment.Describe();
}
