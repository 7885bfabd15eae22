using System.Net;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

public sealed class AnswerTests(TestCluster cluster)
{
    [Fact]
    public async Task An_answer_is_kept_by_no_cache_and_names_the_state_that_speaks()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var asked = call.Exchanges[0].Request;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, asked.Url) { Content = new FormUrlEncodedContent(asked.Form) };
        request.Headers.Add("X-Twilio-Signature", new RequestSigner(TestServer.AuthToken).Sign(asked.Url, asked.Form));
        using var answer = await http.SendAsync(request);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["Login"], answer.Headers.GetValues("X-Ivr-State"));
    }

    [Fact]
    public async Task The_end_of_a_call_is_taken_without_words()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.HangsUp();

        Assert.Equal("/voice/status", call.Exchanges[^1].Request.Url.AbsolutePath);
        Assert.Equal(HttpStatusCode.NoContent, call.Exchanges[^1].Status);
    }
}
