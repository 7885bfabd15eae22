using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

public sealed class TodayTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database.ConnectionString);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_was_recorded_today_is_there_with_its_totals()
    {
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InWallonia + "271");
        await using var screen = await Screen.OpenAsync(_server, chromium);

        await screen.SignInAsync(Visitors.OfAlfa);

        await Assertions.Expect(screen.Page.Locator("#entries tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(screen.Page.Locator("#total-entries")).ToHaveTextAsync("2");
        await Assertions.Expect(screen.Page.Locator("#total-hours")).ToHaveTextAsync("10");
        await Assertions.Expect(screen.Page.Locator("#total-workers")).ToHaveTextAsync("1");
        await screen.PhotographAsync("today");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Before_the_first_call_the_page_says_so()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium, "fr-BE", width: 375);

        await screen.SignInAsync(Visitors.OfAlfa);

        await Assertions.Expect(screen.Page.Locator("#empty")).ToContainTextAsync("Rien n'a encore été communiqué");
        await screen.PhotographAsync("today-empty-phone");
        screen.ComplainsOfNothing();
    }
}
