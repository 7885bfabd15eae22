using Ivr.Tests.Host;
using Ivr.Tests.Oracles;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Runs axe before, during and after a call, with light and dark colours, on wide and narrow pages.</summary>
public sealed class PhoneAccessibilityTests(TestCluster cluster, Chromium chromium)
{
    // The test runs this script itself, so the page's Content-Security-Policy does not apply to it.
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.html} ${node.failureSummary}`))
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1400)]
    [InlineData(ColorScheme.Dark, 1000)]
    [InlineData(ColorScheme.Dark, 360)]
    // 200 % of a screen that is 780 pixels wide.
    [InlineData(ColorScheme.Light, 390)]
    public async Task Axe_finds_nothing(ColorScheme colours, int width)
    {
        var packages = NodePackages.FolderOf("Caller/BrowserPhone");
        await NodePackages.InstallAsync(packages);
        var axe = await File.ReadAllTextAsync(
            Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await using var phone = await PhoneInBrowser.OpenAsync(
            cluster, chromium, new() { ColorScheme = colours, ViewportSize = new() { Width = width, Height = 900 } });
        await phone.Page.EvaluateAsync(axe);
        await phone.OpenSettingsAsync();
        await phone.Page.EvaluateAsync("() => { document.getElementById('moments').hidden = false; }");
        await phone.Page.GetByLabel("Another, in Brussels").CheckAsync();
        await phone.PhotographAsync($"moment-{colours}-{width}".ToLowerInvariant());

        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(Run));
        await phone.Page.GetByLabel("Now", new() { Exact = true }).CheckAsync();
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(Run));
        await phone.ClickAsync(TestData.Nl.Keys + TestData.InFlanders + "1");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Hours");
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(Run));
        await phone.PhotographAsync($"hours-{colours}-{width}".ToLowerInvariant());
        await phone.Button("Hang up").ClickAsync();
        await Assertions.Expect(phone.Verdict).ToBeVisibleAsync();
        Assert.Empty(await phone.Page.EvaluateAsync<string[]>(Run));
        await phone.PhotographAsync($"hung-up-{colours}-{width}".ToLowerInvariant());
    }
}
