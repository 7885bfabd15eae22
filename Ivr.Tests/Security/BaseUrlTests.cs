using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>A signature must cover the configured public address, with or without the default port, and no other address.</summary>
public sealed class BaseUrlTests(TestCluster cluster)
{
    private static readonly Dictionary<string, string> Form = new()
    {
        ["CallSid"] = "CA00000000000000000000000000000001",
        ["To"] = TestData.FlandersLandline,
        ["From"] = Ivr.Caller.Calls.Phone.DefaultCaller,
    };

    [Theory]
    [InlineData("https://ivr.example.be", "https://ivr.example.be", true)]
    [InlineData("https://ivr.example.be", "https://ivr.example.be:443", true)]
    [InlineData("https://ivr.example.be:443", "https://ivr.example.be:443", true)]
    [InlineData("https://ivr.example.be/", "https://ivr.example.be", true)]
    [InlineData("http://ivr.example.be", "http://ivr.example.be:80", true)]
    [InlineData("https://ivr.example.be:8443", "https://ivr.example.be:8443", true)]
    [InlineData("https://ivr.example.be/base", "https://ivr.example.be/base", true)]
    [InlineData("https://ivr.example.be", "http://ivr.example.be", false)]
    [InlineData("https://ivr.example.be", "http://ivr.example.be:443", false)]
    [InlineData("https://ivr.example.be", "https://ivr.example.be:80", false)]
    [InlineData("https://ivr.example.be", "https://ivr.example.be:8443", false)]
    [InlineData("https://ivr.example.be", "https://www.ivr.example.be", false)]
    [InlineData("https://ivr.example.be", "https://ivr.example.be.example.com", false)]
    [InlineData("https://ivr.example.be", "https://user:word@ivr.example.be", false)]
    [InlineData("https://ivr.example.be", "https://ivr.example.be/base", false)]
    [InlineData("https://ivr.example.be:8443", "https://ivr.example.be:443", false)]
    [InlineData("https://ivr.example.be:8443", "http://ivr.example.be:8443", false)]
    public async Task A_signature_covers_the_configured_address(string configured, string covered, bool isTaken)
    {
        await using var server = await TestServer.StartAsync(cluster, settings: $"Twilio:RequestValidation:BaseUrlOverride={configured}");
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await SendAsync(server, $"{covered}/voice/incoming"));
    }

    [Theory]
    [InlineData("/voice/incoming/")]
    [InlineData("/voice/Incoming")]
    [InlineData("/voice/incoming?")]
    [InlineData("/voice/incoming#ct=1000")]
    [InlineData("//voice/incoming")]
    public async Task Another_path_than_the_one_that_is_asked_is_not_covered(string path)
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "Twilio:RequestValidation:BaseUrlOverride=https://ivr.example.be");
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(server, $"https://ivr.example.be{path}"));
    }

    [Fact]
    public async Task What_the_request_says_of_its_own_address_does_not_count()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "Twilio:RequestValidation:BaseUrlOverride=https://ivr.example.be");
        foreach (var header in new[] { "Host", "X-Forwarded-Host", "X-Original-Host", "Forwarded" })
            Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(server, "https://evil.example.com/voice/incoming", (header, "evil.example.com")));
    }

    private static async Task<HttpStatusCode> SendAsync(TestServer server, string signedUrl, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(Form);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "/voice/incoming")) { Content = content };
        request.Headers.Add("X-Twilio-Signature", Sign(signedUrl));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    // Signs the address as text: a Uri would omit a default port.
    private static string Sign(string url)
    {
        var text = url + string.Concat(Form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // Twilio's signature uses SHA-1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(TestServer.AuthToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
