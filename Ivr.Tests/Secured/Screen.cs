using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>A real browser on a server's secured area; it also collects what its pages complain about.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly PageWatch _watch;

    private Screen(TestServer server, IBrowserContext context, IPage page)
    {
        Server = server;
        _context = context;
        Page = page;
        _watch = new(page);
    }

    public TestServer Server { get; }

    public IPage Page { get; }

    /// <summary>
    /// Opens a browser. The server must have the accounts of <see cref="Visitors"/>; the browser asks for <paramref name="language"/>;
    /// <paramref name="width"/> is in pixels.
    /// </summary>
    public static async Task<Screen> OpenAsync(
        TestServer server, Chromium chromium, string language = "en-GB", int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        var context = await chromium.OpenAsync(new()
        {
            Locale = language,
            ColorScheme = colours,
            ViewportSize = new() { Width = width, Height = 900 },
            BaseURL = server.Url.ToString(),
        });
        context.SetDefaultTimeout(20_000);
        return new(server, context, await context.NewPageAsync());
    }

    /// <summary>Opens a page; the response must be successful.</summary>
    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path}: {response.Status}\n{string.Join('\n', Server.Log.Lines.TakeLast(5))}");
    }

    public async Task SignInAsync(Person person)
    {
        await GoAsync("/company/sign-in");
        await Page.Locator("#login").FillAsync(person.Login);
        await Page.Locator("#password").FillAsync(person.Password);
        await Page.Locator("form.stacked button").ClickAsync();
        await Assertions.Expect(Page.Locator(".who")).ToHaveTextAsync(person.Login);
    }

    /// <summary>Saves a screenshot of the page, for a check by eye.</summary>
    public Task PhotographAsync(string name) => Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("pages", name), FullPage = true });

    /// <summary>Asserts that the pages reported no problem and sent no request to another machine.</summary>
    public void ComplainsOfNothing() => Assert.Empty(_watch.Complaints);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
