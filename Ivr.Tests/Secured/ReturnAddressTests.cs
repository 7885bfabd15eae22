using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>The page that sign-in and the choice of a language return to, whatever letters its address has.</summary>
public sealed class ReturnAddressTests(TestCluster cluster)
{
    [Theory]
    [InlineData("/company/history?worker=Ren\u00e9e", "/company/history?worker=Ren%C3%A9e")]
    [InlineData("/company/history?worker=Ren%C3%A9e", "/company/history?worker=Ren%C3%A9e")]
    [InlineData("/company/\u00fcber?a=1&b=\u6f22#c", "/company/%C3%BCber?a=1&b=%E6%BC%A2#c")]
    [InlineData("/company/history?worker=50%", "/company/history?worker=50%25")]
    [InlineData("https://evil.example.com/\u00e9", "/company")]
    public async Task A_return_address_may_have_any_letters(string to, string location)
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(server.Database);
        using var door = new Door(server);

        using var chosen = await door.PostAsync("/company/sign-in", "/company/language", ("language", "fr"), ("to", to));
        using var entered = await door.PostAsync(
            "/company/sign-in", "/company/sign-in", ("login", Visitors.OfAlfa.Login), ("password", Visitors.OfAlfa.Password), ("to", to));
        using var again = await door.GetAsync($"/company/sign-in?to={Uri.EscapeDataString(to)}");

        Assert.All([chosen, entered, again], response =>
        {
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.Equal(location, response.Headers.Location!.OriginalString);
        });
    }
}
