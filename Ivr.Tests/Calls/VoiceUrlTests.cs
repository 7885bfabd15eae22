using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>A voice URL that a person typed differently at Twilio works for the whole call, as does a public address with a path.</summary>
public sealed class VoiceUrlTests(TestCluster cluster)
{
    [Theory]
    [InlineData("/voice/incoming/")]
    [InlineData("/Voice/incoming")]
    [InlineData("/VOICE/Incoming/")]
    public async Task The_whole_call_works_also_when_the_first_webhook_fails(string path)
    {
        await using var server = await TestServer.StartAsync(cluster);
        using var network = new FaultyNetwork();
        using var phone = server.CreatePhone(options => options with
        {
            VoiceUrl = new(server.Url, path),
            FallbackUrl = new(server.Url, "/voice/Fallback/"),
            Handler = network,
            Retries = 0,
        });
        foreach (var isLost in new[] { false, true })
        {
            if (isLost)
                network.LoseNextRequest(path);
            await using var call = await phone.DialAsync(TestData.FlandersLandline);
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
            // The second entry of the same work is confirmed after a warning.
            await call.Presses("1");
            call.Hears("Uw prestatie is geregistreerd.");
        }

        Assert.Contains(server.Log.Lines, line => line.Contains(": incoming 1 of", StringComparison.Ordinal));
        Assert.Contains(server.Log.Lines, line => line.Contains(": fallback 2 of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_public_address_with_a_path_works_for_the_whole_call()
    {
        const string publicUrl = "https://ivr.example.be/base";
        await using var server = await TestServer.StartAsync(cluster, settings: $"Twilio:RequestValidation:BaseUrlOverride={publicUrl}/");
        using var phone = server.CreatePhone(options => options with { PublicBaseUrl = new(publicUrl) });
        await using var call = await phone.DialAsync(TestData.FlandersLandline);

        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");

        call.Hears("Uw prestatie is geregistreerd.");
        Assert.Equal("/base/voice/answer", call.Exchanges[^1].Request.Url.AbsolutePath);
        Assert.All(call.Exchanges, exchange => Assert.Equal(HttpStatusCode.OK, exchange.Status));
    }
}
