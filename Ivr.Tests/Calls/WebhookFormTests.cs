using System.Net;
using System.Net.Http.Headers;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Forms that Twilio may send though they are unusual: the server takes them when their signature is right.</summary>
public sealed class WebhookFormTests(TestCluster cluster)
{
    [Fact]
    public async Task Keys_that_differ_in_case_only_are_different_keys()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var request = call.Exchanges[0].Request.With("callsid", "CA1").With("CALLSID", "CA2").With("TO", "+3280035999").With("sipheader_x", "1").With("SipHeader_X", "2");

        var answer = await server.Phone.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Uw login, en dan het hekje.", answer.Document.Spoken, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_another_case_does_not_stand_in_for_the_right_one()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var request = call.Exchanges[0].Request;

        var answer = await server.Phone.SendAsync(request.Without("CallSid").With("callsid", request.Form["CallSid"]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task A_long_address_of_a_caller_is_cut_between_characters_and_the_entry_is_recorded()
    {
        var begin = "sip:" + new string('a', 59);
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline, begin + "\U0001F600@example.be");

        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");

        call.Hears("Uw prestatie is geregistreerd.");
        Assert.Equal(begin, Assert.Single(await server.Database.FeedAsync()).Caller);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=\"utf-8\"")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("Application/X-WWW-Form-UrlEncoded;charset=\"UTF-8\"")]
    public async Task The_charset_may_be_in_quotes(string contentType)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var asked = call.Exchanges[0].Request;
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(asked.Form);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, asked.Url) { Content = content };
        request.Headers.Add("X-Twilio-Signature", new RequestSigner(TestServer.AuthToken).Sign(asked.Url, asked.Form));

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_results_of_add_ons_may_be_long()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        var answer = await server.Phone.SendAsync(call.Exchanges[0].Request.With("AddOns", $"{{\"results\":\"{new string('é', 8_000)}\"}}"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
