using System.Net;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;
using Microsoft.Playwright;

namespace Ivr.Tests.Deployment.Proxies;

/// <summary>The server behind a proxy that gives it one path of a bigger site.</summary>
public sealed class PathBaseTests(TestCluster cluster, Chromium chromium)
{
    private const string Prefix = "/ivr";

    [Fact]
    public async Task A_call_and_the_pages_work_under_the_path_and_every_link_has_it()
    {
        await using var server = await StartAsync();
        await using var screen = await Screen.OpenAsync(server, chromium);
        await screen.GoAsync($"{Prefix}/company");
        await screen.Page.Locator("#login").FillAsync(Visitors.OfAlfa.Login);
        await screen.Page.Locator("#password").FillAsync(Visitors.OfAlfa.Password);
        await screen.Page.Locator("form.stacked button").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#live-state")).ToHaveAttributeAsync("data-state", "live");

        using var phone = server.CreatePhone(options => options with
        {
            VoiceUrl = Under(options.VoiceUrl),
            StatusUrl = Under(options.StatusUrl!),
            PublicBaseUrl = new("https://example.be"),
        });
        await using (var call = await phone.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");

        var entry = screen.Page.Locator("#entries tbody tr a");
        await Assertions.Expect(entry).ToHaveCountAsync(1);
        await AssertLinksAsync(screen.Page);
        await entry.ClickAsync();
        await Assertions.Expect(screen.Page.Locator(".back")).ToBeVisibleAsync();
        await AssertLinksAsync(screen.Page);
        foreach (var page in await AddressesAsync(screen.Page, "nav.pages a"))
        {
            await screen.GoAsync(page);
            await AssertLinksAsync(screen.Page);
        }

        await screen.Page.Locator("form.leave button").ClickAsync();
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new Uri(server.Url, $"{Prefix}/company/sign-in").ToString());
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_page_for_what_went_wrong_has_the_path_in_its_links()
    {
        await using var server = await StartAsync();
        using var http = new HttpClient { DefaultRequestHeaders = { { "Accept", "text/html" } } };

        using var response = await http.GetAsync(new Uri(server.Url, $"{Prefix}/company/nothing/here"));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"href=\"{Prefix}/company\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"/company", page, StringComparison.Ordinal);
    }

    private async Task<TestServer> StartAsync()
    {
        var server = await TestServer.StartAsync(
            cluster, null, $"PathBase={Prefix}", $"Twilio:RequestValidation:BaseUrlOverride=https://example.be{Prefix}");
        await Visitors.AddAsync(server.Database);
        return server;
    }

    private static Uri Under(Uri url) => new(url, Prefix + url.AbsolutePath);

    private static async Task AssertLinksAsync(IPage page)
    {
        var addresses = await AddressesAsync(page, "[href], [src], [action]");
        Assert.NotEmpty(addresses);
        Assert.All(addresses.Where(address => address.StartsWith('/')), address => Assert.StartsWith($"{Prefix}/", address, StringComparison.Ordinal));
    }

    private static Task<string[]> AddressesAsync(IPage page, string selector) => page.Locator(selector)
        .EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'))");
}
