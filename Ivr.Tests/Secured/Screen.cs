using Ivr.Tests.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>A real browser that looks at a server's secured area, with an eye on what its pages complain about.</summary>
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

    /// <summary>The server.</summary>
    public TestServer Server { get; }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Opens one.</summary>
    /// <param name="server">The server, which has the accounts of <see cref="Visitors"/>.</param>
    /// <param name="chromium">The browser.</param>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="colours">Light or dark.</param>
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

    /// <summary>Opens a page.</summary>
    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path}: {response.Status}\n{string.Join('\n', Server.Log.Lines.TakeLast(5))}");
    }

    /// <summary>Signs in.</summary>
    public async Task SignInAsync(Person person)
    {
        await GoAsync("/company/sign-in");
        await Page.Locator("#login").FillAsync(person.Login);
        await Page.Locator("#password").FillAsync(person.Password);
        await Page.Locator("form.stacked button").ClickAsync();
        await Assertions.Expect(Page.Locator(".who")).ToHaveTextAsync(person.Login);
    }

    /// <summary>Keeps a picture of the page for who wants to look.</summary>
    public async Task PhotographAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "ivr-secured")).FullName;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Expects that the pages complained of nothing and asked nobody but this machine.</summary>
    public void ComplainsOfNothing() => Assert.Empty(_watch.Complaints);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
