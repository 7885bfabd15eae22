using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>Every request under /voice needs Twilio's signature.</summary>
public sealed class SignatureTests(TestCluster cluster)
{
    public static TheoryData<string> Paths { get; } = ["/voice/incoming", "/voice/answer", "/voice/answer?call=x", "/voice/status", "/voice/fallback"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_missing_a_wrong_and_a_senseless_signature_are_403(string path)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var request = call.Exchanges[0].Request.At(new Uri(server.Url, path));

        var wrong = Convert.ToBase64String(new byte[20]);
        foreach (var forged in new[] { request.WithoutSignature(), request.SignedWith(wrong), request.SignedWith("%%%"), request.SignedWith(new string('A', 4000)) })
        {
            var answer = await server.Phone.SendAsync(forged);
            Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
            Assert.Equal("", answer.Body);
        }
    }

    [Fact]
    public async Task A_signature_of_another_request_is_403()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var signer = new Ivr.Caller.Webhooks.RequestSigner(TestServer.AuthToken);
        var request = call.Exchanges[0].Request;
        var signature = signer.Sign(request.Url, request.Form);

        foreach (var forged in new[]
                 {
                     request.With("To", TestData.Wallonia),
                     request.With("Extra", ""),
                     request.Without("From"),
                     request.At(new Uri(server.Url, "/voice/status")),
                     request.At(new Uri(server.Url, "/voice/incoming?x=1")),
                 })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Phone.SendAsync(forged.SignedWith(signature))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.Phone.SendAsync(request.SignedWith(signature))).Status);
    }

    [Fact]
    public async Task Another_account_s_token_is_403()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        using var stranger = server.CreatePhone(options => options with { AuthToken = "another token" });
        var failure = await Assert.ThrowsAsync<Ivr.Caller.Calls.LineFailedException>(() => stranger.DialAsync(TestData.FlandersLandline));
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
        Assert.Contains(server.Log.Lines, line => line.Contains($"does not fit {server.Url}voice/incoming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Repeated_refusals_are_one_line_a_minute_with_their_number()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var forged = call.Exchanges[0].Request.SignedWith(Convert.ToBase64String(new byte[20]));

        for (var request = 0; request < 50; request++)
            Assert.Equal(HttpStatusCode.Forbidden, (await server.Phone.SendAsync(forged)).Status);
        Assert.Equal(1, Lines("A webhook was refused"));
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Lines("49 more webhooks were refused within 00:01:00"));

        server.Clock.Advance(TimeSpan.FromMinutes(5));
        await server.Phone.SendAsync(forged);
        Assert.Equal(1, Lines("more webhooks were refused"));
        Assert.Equal(2, Lines("A webhook was refused"));

        int Lines(string fragment) => server.Log.Lines.Count(line => line.Contains(fragment, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://ivr.example.be")]
    [InlineData("https://ivr.example.be/")]
    [InlineData("https://ivr.example.be:8443")]
    public async Task Behind_a_proxy_the_signature_covers_the_public_address_and_a_whole_call_works(string publicUrl)
    {
        await using var server = await TestServer.StartAsync(cluster, settings: $"Twilio:RequestValidation:BaseUrlOverride={publicUrl}");
        using var phone = server.CreatePhone(options => options with { PublicBaseUrl = new Uri(publicUrl) });
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");

        var direct = await server.Phone.SendAsync(call.Exchanges[0].Request.At(new Uri(server.Url, "/voice/incoming")));
        Assert.Equal(HttpStatusCode.Forbidden, direct.Status);
    }

    [Fact]
    public async Task Unknown_parameters_do_no_harm()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        var answer = await server.Phone.SendAsync(call.Exchanges[0].Request.With("StirVerstat", "TN-Validation-Passed-A").With("Ünïcode+ &=", "é + &="));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }
}
