using System.Net;
using System.Text;
using Ivr.Tests.Oracles;

namespace Ivr.Tests.Security.Signatures;

/// <summary>Which parts of a request's content the signature covers.</summary>
public class SignedContentTests(TwilioOracle oracle)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task A_changed_form_is_refused()
    {
        await using var app = await GuardedApp.StartAsync();
        var signature = await GuardedApp.SignAsync(oracle, app.Url + "/one");
        var changed = new Dictionary<string, string>(GuardedApp.Form, StringComparer.Ordinal) { ["Digits"] = "13#*" };
        Assert.Equal(HttpStatusCode.Forbidden, (await app.PostAsync("/one", signature, changed)).StatusCode);
    }

    [Fact]
    public async Task Values_of_the_same_name_are_joined_by_a_comma()
    {
        await using var app = await GuardedApp.StartAsync();
        var signature = await GuardedApp.SignAsync(oracle, app.Url + "/one", new() { ["A"] = "1,2" });
        using var form = new FormUrlEncodedContent([new("A", "1"), new("A", "2")]);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(HttpMethod.Post, "/one", signature, form)).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task A_body_that_is_not_a_form_is_not_part_of_the_signature(string type)
    {
        await using var app = await GuardedApp.StartAsync();
        using var body = new StringContent("{\"Digits\":\"1\"}", Encoding.UTF8, type);
        var signature = await GuardedApp.SignAsync(oracle, app.Url + "/one", Nothing);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(HttpMethod.Post, "/one", signature, body)).StatusCode);

        using var again = new StringContent("{}", Encoding.UTF8, type);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync(HttpMethod.Post, "/one?x", signature, again)).StatusCode);
    }

    [Fact]
    public async Task A_GET_is_signed_by_its_url()
    {
        await using var app = await GuardedApp.StartAsync();
        var signature = await GuardedApp.SignAsync(oracle, app.Url + "/one?Digits=1", Nothing);
        Assert.Equal(HttpStatusCode.OK, (await app.SendAsync(HttpMethod.Get, "/one?Digits=1", signature, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.SendAsync(HttpMethod.Get, "/one?Digits=2", signature, null)).StatusCode);
    }
}
