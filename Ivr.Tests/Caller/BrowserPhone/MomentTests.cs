using Ivr.Caller.BrowserPhone;
using Ivr.Tests.Deployment.Embedded;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>
/// The time of a call, chosen in the page: on a server started by <c>./run</c>, whose clock can be set, and on another server.
/// </summary>
public sealed class MomentTests(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task A_call_at_a_moment_is_recorded_on_that_day_and_the_next_one_today()
    {
        using var folder = new TemporaryFolder();
        await using var server = await EmbeddedServer.StartAsync(folder);
        await using var site = PhoneSite.Build(PhoneInBrowser.SettingsFor(folder));
        await site.StartAsync();
        await using var context = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 1400, Height = 1000 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Urls.First());
        await page.Locator("#settings summary").ClickAsync();
        await page.GetByLabel("Speed").SelectOptionAsync("instant");

        // In the night when the clocks go forward there is no hour from 02:00 to 03:00.
        await page.GetByLabel("Another, in Brussels").CheckAsync();
        await page.GetByLabel("Date and time in Brussels").FillAsync("2026-03-29T01:59");
        await RecordAsync(page);
        await page.GetByLabel("Date and time in Brussels").FillAsync("2026-03-29T02:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Brussels has no such moment.");
        await page.GetByLabel("Now", new() { Exact = true }).CheckAsync();
        await RecordAsync(page);

        await using var database = server.OpenDatabase();
        var rows = (await database.FeedAsync()).Where(row => row.Caller == "+3225551234").OrderBy(row => row.ServiceDate).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal(new DateOnly(2026, 3, 29), rows[0].ServiceDate);
        Assert.InRange(rows[0].RecordedAt, new(2026, 3, 29, 0, 59, 0), new DateTime(2026, 3, 29, 1, 5, 0));
        Assert.InRange(rows[1].RecordedAt, DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow);
    }

    [Fact]
    public async Task Where_the_clock_cannot_be_set_there_is_nothing_to_choose()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);

        await phone.OpenSettingsAsync();
        await Assertions.Expect(phone.Page.GetByLabel("Speed")).ToBeVisibleAsync();
        await Assertions.Expect(phone.Page.GetByLabel("Another, in Brussels")).ToBeHiddenAsync();
    }

    private static async Task RecordAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Call", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Login");
        // The short keys come before the clients.
        foreach (var (answer, next) in new[] { ("980", "Password"), ("password of", "UserNumber"), ("Flanders", "Activity") })
        {
            await page.Locator("#answers button").Filter(new() { HasText = answer }).First.ClickAsync();
            await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync(next);
        }

        foreach (var key in new[] { "1", "3", "1" })
            await page.GetByRole(AriaRole.Group, new() { Name = "Keypad" }).GetByRole(AriaRole.Button, new() { Name = key, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Recorded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hang up", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Recorded with reference");
    }
}
