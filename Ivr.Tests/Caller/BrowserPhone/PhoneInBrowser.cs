using Ivr.Caller.BrowserPhone;
using Ivr.Server.Development;
using Ivr.Server.Voice.Settings;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>The real server, the real phone, and a real browser with the phone's page open.</summary>
internal sealed class PhoneInBrowser : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly PageWatch _watch;
    private readonly WebApplication _site;
    private readonly IBrowserContext _context;

    private PhoneInBrowser(TestServer server, WebApplication site, IBrowserContext context, IPage page, TemporaryFolder folder)
    {
        Server = server;
        Page = page;
        _watch = new(page);
        _site = site;
        _context = context;
        _folder = folder;
    }

    public TestServer Server { get; }

    public IPage Page { get; }

    /// <summary>Everything that the phone's program sent to the page during calls.</summary>
    public string Received => _watch.Received;

    /// <summary>Starts the server, the phone and the page.</summary>
    /// <remarks>
    /// <c>look</c>: size, touch and colours of the browser. <c>knowsServer</c>: the server has written its files for the phone.
    /// <c>clockStands</c>: the time of the page advances only when the test advances it. <c>script</c>: JavaScript that runs before the
    /// page's own and adds what headless Chromium lacks.
    /// </remarks>
    public static async Task<PhoneInBrowser> OpenAsync(
        TestCluster cluster,
        Chromium chromium,
        BrowserNewContextOptions? look = null,
        bool knowsServer = true,
        bool clockStands = false,
        string? script = null)
    {
        var server = await TestServer.TakeAsync(cluster);
        var folder = new TemporaryFolder();
        var site = await StartSiteAsync(server, folder, knowsServer);
        var context = await chromium.OpenAsync(look ?? new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var phone = new PhoneInBrowser(server, site, context, page, folder);
        if (script is not null)
            await page.AddInitScriptAsync(script);
        if (clockStands)
            await page.Clock.InstallAsync();
        await page.GotoAsync(site.Urls.First());
        await Assertions.Expect(page.Locator("#server")).ToContainTextAsync(server.Url.Authority);
        return phone;
    }

    /// <summary>Starts the phone without a browser.</summary>
    public static async Task<WebApplication> StartSiteAsync(TestServer server, TemporaryFolder folder, bool knowsServer = true)
    {
        if (knowsServer)
        {
            await folder.WriteAsync("demonstration.json", DemonstrationFile.OfTestData());
            await folder.WriteAsync("machine.mmd", DemonstrationFiles.MachineText(server.Services.GetRequiredService<Lines>().All.First()));
        }

        var site = PhoneSite.Build(SettingsFor(server.Url, folder));
        await site.StartAsync();
        return site;
    }

    /// <summary>Settings of the phone for a server of the tests.</summary>
    public static PhoneSettings SettingsFor(Uri server, TemporaryFolder folder) => new()
    {
        Listen = new("http://127.0.0.1:0"),
        Server = server,
        AuthToken = _ => Task.FromResult(TestServer.AuthToken),
        DemonstrationFile = folder.In("demonstration.json"),
        MachineFile = folder.In("machine.mmd"),
    };

    /// <summary>Settings of the phone for a server with its own database, started in <paramref name="folder"/>.</summary>
    public static PhoneSettings SettingsFor(TemporaryFolder folder) => new()
    {
        Listen = new("http://127.0.0.1:0"),
        AuthToken = cancellationToken => File.ReadAllTextAsync(folder.In(".data/auth-token"), cancellationToken),
        DemonstrationFile = folder.In(".data/demonstration.json"),
        MachineFile = folder.In(".data/machine.mmd"),
    };

    /// <summary>Unfolds the settings.</summary>
    public async Task OpenSettingsAsync()
    {
        if (await Page.Locator("#settings").GetAttributeAsync("open") is null)
            await Page.Locator("#settings summary").ClickAsync();
    }

    /// <summary>Selects the speed at which nothing takes time.</summary>
    public async Task HurryAsync()
    {
        await OpenSettingsAsync();
        await Page.GetByLabel("Speed").SelectOptionAsync("instant");
    }

    /// <summary>A number of the test server as the page writes it.</summary>
    public static string Written(string number) => number switch
    {
        TestData.FlandersLandline => "0800/355 30",
        TestData.FlandersMobile => "02/547 54 97",
        TestData.Wallonia => "0800/351 80",
        _ => number,
    };

    /// <summary>Dials a number of the list and waits for the first question.</summary>
    public async Task CallAsync(string number)
    {
        await Page.GetByLabel(Written(number)).CheckAsync();
        await Button("Call").ClickAsync();
        await Assertions.Expect(State).ToHaveTextAsync("Login");
    }

    public async Task ClickAsync(string keys)
    {
        foreach (var key in keys)
            await KeyButton(key).ClickAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator KeyButton(char key) => Page.GetByRole(AriaRole.Group, new() { Name = "Keypad" })
        .GetByRole(AriaRole.Button, new() { Name = key switch { '*' => "star", '#' => "hash", _ => key.ToString() }, Exact = true });

    public ILocator Transcript => Page.GetByRole(AriaRole.Log);

    /// <summary>The name of the current state.</summary>
    public ILocator State => Page.Locator("#state");

    /// <summary>The text that says whether the call recorded anything.</summary>
    public ILocator Verdict => Page.Locator("#verdict");

    /// <summary>Saves a screenshot, for people to look at.</summary>
    public async Task PhotographAsync(string name, bool fullPage = true)
    {
        var path = Screenshots.PathOf("phone", name);
        await Page.ScreenshotAsync(new() { Path = path, FullPage = fullPage });
        TestContext.Current.TestOutputHelper?.WriteLine($"Screenshot: {path}");
    }

    /// <summary>Asserts that the page logged no error or warning and sent no request to another machine.</summary>
    public void ComplainsOfNothing() => Assert.Empty(_watch.Complaints);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await _site.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
