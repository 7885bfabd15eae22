using System.Net;
using Ivr.Tests.Oracles;

namespace Ivr.Tests.Security.Signatures;

public class WebhookSignatureTests(TwilioOracle oracle)
{
    [Theory]
    [InlineData("/one")]
    [InlineData("/voice/group")]
    [InlineData("/voice/group?s=CfDJ8Nq_-4&t=%C3%A9+%2B%20'x'&empty=")]
    [InlineData("/voice/caf%C3%A9/a%20b?q=1")]
    public async Task A_signed_form_gets_through_and_stays_readable(string path)
    {
        await using var app = await GuardedApp.StartAsync();
        var response = await app.PostAsync(path, await GuardedApp.SignAsync(oracle, app.Url + path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("12#*", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/one")]
    [InlineData("/voice/group?s=1")]
    public async Task A_wrong_signature_is_403_without_a_body(string path)
    {
        await using var app = await GuardedApp.StartAsync();
        var response = await app.PostAsync(path, await GuardedApp.SignAsync(oracle, app.Url + path + "x"));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_missing_signature_is_500_so_that_the_server_has_a_guard_before_it(string? signature)
    {
        await using var app = await GuardedApp.StartAsync();
        foreach (var path in new[] { "/one", "/voice/group?s=1" })
            Assert.Equal(HttpStatusCode.InternalServerError, (await app.PostAsync(path, signature)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_guarded_needs_no_signature()
    {
        await using var app = await GuardedApp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/open", signature: null)).StatusCode);
    }

    [Fact]
    public async Task A_local_request_may_be_let_through_but_a_forwarded_one_never()
    {
        await using var app = await GuardedApp.StartAsync(("Twilio:RequestValidation:AllowLocal", "true"));
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync("/one", signature: null)).StatusCode);

        app.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync("/one", "wrong")).StatusCode);
    }
}
