using System.Net;

namespace UponAi.Tools.Tests.Sandbox;

public sealed class NumberPathTests
{
    [Theory]
    [InlineData("%2B14155550103", "+14155550103", "+14155550103")]
    [InlineData("+14155550103", "+14155550103", "+14155550103")]
    [InlineData("101", "101", "101")]
    [InlineData("0102", "0102", "0102")]
    [InlineData("%2B14155550100%3Bext%3D7", "+14155550100;ext=7", "+14155550100")]
    [InlineData("+14155550100;ext=7", "+14155550100;ext=7", "+14155550100")]
    public async Task A_number_is_found_by_its_decoded_path(string path, string number, string baseNumber)
    {
        await using var caller = await Caller.StartAsync();
        using var request = Caller.Put("", Caller.Body("\"isTimeRoutingEnabled\": true"));
        request.RequestUri = new($"api/numbers/{path}/agent", UriKind.Relative);

        var reply = await caller.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(number, reply.Number.GetProperty("number").GetString());
        Assert.Equal(baseNumber, reply.Number.GetProperty("base_number").GetString());
        Assert.True(caller.Now(number).Bindings.IsTimeRoutingEnabled);
    }
}
