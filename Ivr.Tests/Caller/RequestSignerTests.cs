using Ivr.Caller.Webhooks;

namespace Ivr.Tests.Caller;

public sealed class RequestSignerTests
{
    [Fact]
    public void The_published_example_gives_the_published_signature()
    {
        var signature = new RequestSigner("12345").Sign(
            new Uri("https://mycompany.com/myapp.php?foo=1&bar=2"),
            new Dictionary<string, string>
            {
                ["To"] = "+18005551212",
                ["Digits"] = "1234",
                ["CallSid"] = "CA1234567890ABCDE",
                ["From"] = "+14158675309",
                ["Caller"] = "+14158675309",
            });

        Assert.Equal("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signature);
    }

    [Fact]
    public async Task Case_5_a_GET_signs_the_full_URL_and_nothing_else()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect method=\"GET\">/next?step=2</Redirect>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        var received = server.Received[^1];
        var url = new Uri(server.Url.AbsoluteUri.TrimEnd('/') + received.PathAndQuery);
        Assert.Equal(new RequestSigner("12345").Sign(url, new Dictionary<string, string>()), received.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task Case_6_a_POST_signs_the_URL_with_its_query_and_the_sorted_body()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect>/next?step=2</Redirect>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        var received = server.Received[^1];
        var url = new Uri(server.Url, "/next?step=2");
        Assert.Equal(new RequestSigner("12345").Sign(url, received.Form), received.Headers["X-Twilio-Signature"]);
    }

    [Fact]
    public async Task The_signature_covers_the_public_URL_also_where_the_server_is_reached_at_another()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect>https://ivr.example.org/phone/next?a=b</Redirect>");
        server.On("/next", "");
        using var phone = server.Phone(options => options with { PublicBaseUrl = new Uri("https://ivr.example.org/phone/") });

        await using var call = await phone.DialAsync("+3280035530");

        Assert.Equal(
            [
                ("/voice/incoming", Signature("https://ivr.example.org/phone/voice/incoming", 0)),
                ("/next?a=b", Signature("https://ivr.example.org/phone/next?a=b", 1)),
            ],
            server.Received.Select(received => (received.PathAndQuery, received.Headers["X-Twilio-Signature"])));

        string Signature(string url, int request) => new RequestSigner("12345").Sign(new Uri(url), server.Received[request].Form);
    }

    [Fact]
    public async Task Webhooks_carry_the_headers_that_Twilio_sends()
    {
        await using var server = await ScriptedServer.StartAsync("");
        await using var call = await server.DialAsync();

        var headers = server.Received[0].Headers;
        Assert.Equal("TwilioProxy/1.1", headers["User-Agent"]);
        Assert.True(Guid.TryParse(headers["I-Twilio-Idempotency-Token"], out _));
        Assert.Equal("application/x-www-form-urlencoded", headers["Content-Type"]);
    }
}
