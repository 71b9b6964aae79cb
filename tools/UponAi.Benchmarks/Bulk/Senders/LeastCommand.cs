using System.Management.Automation;
using System.Net.Http.Headers;
using UponAi.Client.Json;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// The least that a command can do for a row: take it from the pipeline, write its JSON, send it with
/// <see cref="BulkOptions.InFlight"/>
/// in flight, read the answer's JSON, emit the number in the row's turn. Nothing that makes it safe: no check of a
/// cell, no ShouldProcess,
/// no retry, timeout, pacing or cancellation, no order of two rows for one number.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "Least")]
public sealed class LeastCommand : PSCmdlet, IDisposable
{
    private static readonly StringCache Texts = new();
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Queue<Task<PhoneNumber?>> underWay = new();
    private readonly SemaphoreSlim places = new(BulkOptions.InFlight);

    /// <summary>What all rows are sent through.</summary>
    [Parameter(Mandatory = true)]
    public HttpClient Http { get; set; } = null!;

    /// <summary>The row.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject Row { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (underWay.Count == BulkOptions.InFlight * 8) Emit(BulkOptions.InFlight * 4);
        underWay.Enqueue(SendAsync(Cell("Number"), Cell("InboundAgents"), Cell("OutboundAgent")));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Emit(underWay.Count);

    /// <inheritdoc/>
    public void Dispose() => places.Dispose();

    private string Cell(string name) => (string)Row.Properties[name].Value;

    private void Emit(int count)
    {
        for (; count > 0; count--) WriteObject(underWay.Dequeue().GetAwaiter().GetResult());
    }

    private async Task<PhoneNumber?> SendAsync(string number, string inbound, string outbound)
    {
        await places.WaitAsync().ConfigureAwait(false);
        try
        {
            var assignment = new NumberAssignment
            {
                Number = NumberId.Parse(number),
                Inbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse(inbound))),
                Outbound = Change.Set(AgentSplit.Create(AgentRefCollection.Parse(outbound))),
            };
            using var content = new ByteArrayContent(
                UpdateRequestWriter.Write(assignment, SandboxProcess.Scope)) { Headers = { ContentType = Json } };
            using var response = await Http.PutAsync(
                new Uri(Http.BaseAddress!, $"api/numbers/%2B{number.AsSpan(1)}/agent"),
                content).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            return UpdateResponse.Read(
                await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false), assignment.Number, Texts).Exact;
        }
        finally
        {
            places.Release();
        }
    }
}
