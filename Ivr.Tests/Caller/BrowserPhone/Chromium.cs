using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Ivr.Tests.Caller.BrowserPhone.Chromium))]

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Debian's headless Chromium. The first test that needs it starts it. Each page gets a clean profile.</summary>
public sealed class Chromium : IAsyncDisposable
{
    internal const string Program = "/usr/bin/chromium-headless-shell";

    // Milliseconds. A page may be slow on a busy machine.
    private const float Patience = 60_000;

    // No requests to the Internet by the browser itself. No sandbox, because Chromium cannot use one as root.
    internal static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Opens a browser context that shares nothing with other tests.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options) =>
        await (await _started.Value).Browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        Assert.True(File.Exists(Program), $"{Program} is missing: apt-get install chromium-headless-shell");
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
    }
}
