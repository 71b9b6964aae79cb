namespace UponAi.Client.Tests.Pacing;

/// <summary>The allowed rate is found by a process that is held up by chance, in a hundred simulated runs each.</summary>
public sealed class UnsteadyProcessTests
{
    [Theory]
    [InlineData(0, 0.96)]
    [InlineData(0.1, 0.96)]
    [InlineData(0.4, 0.94)]
    public void However_slowly_the_first_requests_of_a_process_travel_the_rate_is_found(double atMost, double atLeast)
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var run = new PacedRun(new TokenBucket(200, 20)) { Travel = Travel }.Run(5000);

            Assert.InRange(run.Throughput(), atLeast * 200, 201);
            Assert.InRange(run.Refused, 1, 100);

            (double There, double Back) Travel(double sent) => sent < atMost ? (Between(0, atMost), Between(0, atMost)) : (Between(0.0003, 0.0007), Between(0.0003, 0.0007));
            double Between(double low, double high) => low + random.NextDouble() * (high - low);
        }
    }

    [Fact]
    public void A_process_that_is_held_up_again_and_again_still_sends_most_of_what_is_allowed()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var heldUp = Enumerable.Range(0, 300).Select(i => (From: i * 0.5 + random.NextDouble() * 0.4, Seconds: 0.01 + random.NextDouble() * 0.07)).ToArray();
            var run = new PacedRun(new TokenBucket(200, 20)) { Awake = Awake }.Run(5000);

            Assert.InRange(run.Throughput(), 0.7 * 200, 201);
            Assert.InRange(run.Refused, 1, 100);

            double Awake(double now) => Math.Max(now, heldUp.Where(one => one.From <= now).Select(one => one.From + one.Seconds).LastOrDefault());
        }
    }
}
