using System.Management.Automation;
using System.Net.Http.Headers;
using UponAi.Client.Json;

namespace UponAi.Benchmarks.Bulk.Senders;

/// <summary>
/// A command that does only the necessary work for a row: takes the row from the pipeline, sends its JSON, reads the
/// response, and writes the numbers in the order of the rows. Nothing makes the command safe: no checks, retries,
/// timeouts, pacing or cancellation, no ShouldProcess, and no order of two rows for one number.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "Least")]
public sealed class LeastCommand : PSCmdlet, IDisposable
{
    private static readonly StringCache Texts = new();
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Queue<Task<PhoneNumber?>> underWay = new();
    private readonly SemaphoreSlim places = new(BulkOptions.InFlight);

    /// <summary>Gets or sets the client that sends all rows.</summary>
    [Parameter(Mandatory = true)]
    public HttpClient Http { get; set; } = null!;

    /// <summary>Gets or sets the row.</summary>
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
