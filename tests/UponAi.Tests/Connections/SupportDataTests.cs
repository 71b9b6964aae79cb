namespace UponAi.Tests;

public sealed class SupportDataTests
{
    private static readonly SupportData Everything = new(
        "4f2a", "req_1", "8c1f-FRA", "00-0af7", new DateTimeOffset(2026, 11, 28, 18, 2, 19, TimeSpan.FromHours(1)));

    [Fact]
    public void Names_each_header_that_came()
    {
        Assert.Equal(
            "x-request-id 4f2a, request-id req_1, cf-ray 8c1f-FRA, traceparent 00-0af7, date 2026-11-28T17:02:19Z",
            Everything.ToString());
        Assert.Equal("cf-ray 8c1f-FRA", new SupportData(null, null, "8c1f-FRA", null, null).ToString());
    }

    [Fact]
    public void A_date_alone_identifies_no_response()
    {
        Assert.True(Everything.HasId);
        Assert.True(new SupportData("4f2a", null, null, null, null).HasId);
        Assert.True(new SupportData(null, "req_1", null, null, null).HasId);
        Assert.True(new SupportData(null, null, "8c1f-FRA", null, null).HasId);
        Assert.True(new SupportData(null, null, null, "00-0af7", null).HasId);
        Assert.False(new SupportData(null, null, null, null, Everything.Date).HasId);
        Assert.False(new SupportData(null, null, null, null, Everything.Date).IsEmpty);
        Assert.True(new SupportData(null, null, null, null, null).IsEmpty);
    }

    [Fact]
    public void The_summary_and_the_exception_have_the_data_of_the_last_response()
    {
        var request = new RequestSummary(
            "PUT", "/api/numbers/101/agent", 500, 2, TimeSpan.FromMilliseconds(12)) { Support = Everything };
        var exception = new UponAiException(UponAiError.ServiceUnavailable, "No.") { Request = request };

        Assert.Equal("4f2a", request.RequestId);
        Assert.Equal("req_1", (request with { Support = Everything with { XRequestId = null } }).RequestId);
        Assert.Null((request with { Support = null }).RequestId);
        Assert.Equal($"PUT /api/numbers/101/agent: 500, 2 attempts, 12 ms; {Everything}", request.ToString());
        Assert.Same(Everything, exception.Support);
        Assert.Null(new UponAiException(UponAiError.ServiceUnavailable, "No.").Support);
    }
}
