using BenchmarkDotNet.Attributes;
using UponAi.Benchmarks.Bulk;
using UponAi.Client.Json;

namespace UponAi.Benchmarks.Micro;

/// <summary>Measures reading the response to a change, and comparing it with the request.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private static readonly StringCache Texts = new();

    private static readonly NumberAssignment Asked = Rows.Assignments(1)[0];

    private static readonly byte[] Body =
        """
        {"success":true,"message":"Updated.","numbers":[{"id":42,"number":"+19990000000","base_number":null,
        "account_sid":"29e90072-fb58-4c6c-870a-43005115131e","workspace_id":1,"agent_id":"agent_sales",
        "default_agent_id":null,"inbound_agent_id":"agent_reception","inbound_agents":[{"agent_id":"agent_reception",
        "agent_version":3,"weight":1}],"outbound_agents":[{"agent_id":"agent_sales","agent_version":null,"weight":1}],
        "inbound_agent_version":3,"outbound_agent_version":null,"application_sid":"AP1","phone_number_sid":"PN42",
        "inbound_webhook_url":null,"is_time_routing_enabled":false}]}
        """u8.ToArray();

    private static readonly PhoneNumber Answered = UpdateResponse.Read(Body, Asked.Number, Texts).Exact!;

    [Benchmark]
    public object Read() => UpdateResponse.Read(Body, Asked.Number, Texts);

    [Benchmark]
    public object ResponseVerification() => Client.Operations.ResponseVerification.FindDifferences(Asked, Answered);
}
