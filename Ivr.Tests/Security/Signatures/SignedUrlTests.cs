using System.Net;
using Ivr.Tests.Oracles;

namespace Ivr.Tests.Security.Signatures;

/// <summary>The URL that a signature covers, also behind a proxy.</summary>
public class SignedUrlTests(TwilioOracle oracle)
{
    private const string Public = "https://voice.example.be";

    [Theory]
    [InlineData(Public)]
    [InlineData(Public + "/")]
    [InlineData(Public + ":8443")]
    [InlineData(Public + "/behind/a/proxy/")]
    public async Task The_public_base_url_is_the_one_that_is_signed(string baseUrl)
    {
        const string path = "/voice/group?s=a%2Fb&t=1";
        await using var app = await GuardedApp.StartAsync(("Twilio:RequestValidation:BaseUrlOverride", baseUrl));
        var signed = await GuardedApp.SignAsync(oracle, baseUrl.TrimEnd('/') + path);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(path, signed)).StatusCode);

        var signedInside = await GuardedApp.SignAsync(oracle, app.Url + path);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync(path, signedInside)).StatusCode);
    }

    [Fact]
    public async Task The_port_of_the_host_is_dropped_behind_https_only()
    {
        await using var app = await GuardedApp.StartAsync();
        var host = new Uri(app.Url).Authority;

        var https = await GuardedApp.SignAsync(oracle, "https://127.0.0.1/voice/group");
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/voice/group", https, scheme: "https")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync("/voice/group", https)).StatusCode);

        var httpsWithPort = await GuardedApp.SignAsync(oracle, $"https://{host}/voice/group");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync("/voice/group", httpsWithPort, scheme: "https")).StatusCode);
    }
}
