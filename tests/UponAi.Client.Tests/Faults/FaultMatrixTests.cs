using UponAi.Client.Tests.Fixtures;
using UponAi.Testing;
using UponAi.Testing.Faults;

namespace UponAi.Client.Tests.Faults;

/// <summary>Each fault at the wire: what it is reported as, after how many attempts and in what time, and that no socket stays.</summary>
public sealed class FaultMatrixTests
{
    public static TheoryData<string> Faults => [.. FaultMatrix.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_ends_as_the_matrix_says(string name)
    {
        var fault = FaultMatrix.Named(name);
        await using var platform = await fault.OpenAsync();
        var before = OpenSockets.To(platform.BaseUri);

        var settings = Settings.For(platform.BaseUri, attemptTimeout: Fault.AttemptTimeout);
        using (var client = new UponAiClient(settings, new SkippingTime(settings, attemptsHang: fault.Hangs)))
        {
            for (var n = 1; n < fault.Requests; n++) await UpdateAsync(client);
            var (error, request) = await EndAsync(client);

            Assert.Equal((fault.Error, fault.Attempts), (error?.ToString(), request.Attempts));
            Assert.InRange(request.Elapsed, TimeSpan.Zero, fault.Within);
            // At most the one that is kept for the next request.
            await OpenSockets.FallToAsync(before + 1, platform.BaseUri, Patience.Token);
        }

        await OpenSockets.FallToAsync(before, platform.BaseUri, Patience.Token);
    }

    private static async Task<(UponAiError? Error, RequestSummary Request)> EndAsync(UponAiClient client)
    {
        try
        {
            var outcome = await UpdateAsync(client);
            Assert.Equal(Fault.Number, outcome.PhoneNumber.Number);
            return (outcome.ImportFailure?.Error, outcome.Request);
        }
        catch (UponAiException e)
        {
            return (e.Error, e.Request!);
        }
    }

    private static Task<UpdateOutcome> UpdateAsync(UponAiClient client) => client.UpdateAsync(Ask.For(Fault.Number) with { TimeRouting = true }, Ask.Scope, Patience.Token);
}
