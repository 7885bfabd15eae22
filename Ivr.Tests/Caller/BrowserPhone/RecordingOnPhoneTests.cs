using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Records a prestation from the page: with the mouse, with the keyboard only, and by touch.</summary>
public sealed class RecordingOnPhoneTests(TestCluster cluster, Chromium chromium)
{
    [Fact]
    public async Task By_clicking()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.PhotographAsync("desktop-before");
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys + TestData.InFlanders + "13");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Summary");
        await phone.PhotographAsync("desktop-summary");
        await phone.ClickAsync("1");

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("Uw prestatie is geregistreerd.");
        await phone.Button("Hang up").ClickAsync();
        var row = Assert.Single(await phone.Server.Database.FeedAsync());
        await Assertions.Expect(phone.Verdict).ToHaveTextAsync(
            $"Recorded with reference {row.Reference[..3]} {row.Reference[3..6]} {row.Reference[6..]}");
        await phone.PhotographAsync("desktop-recorded");
        Assert.Equal(("+3280035530", "+3225551234", 1, 3), (row.Dialled, row.Caller, row.Activity, row.Hours));
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task With_one_click_an_entry()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, new() { ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 1400, Height = 1000 } });
        await phone.HurryAsync();
        await Assertions.Expect(phone.Page.Locator("#answers button")).ToHaveCountAsync(0);
        await phone.Page.GetByLabel("Withheld").CheckAsync();
        await phone.CallAsync(TestData.Wallonia);
        await phone.Button($"{TestData.Fr.Login} fr").ClickAsync();
        // Only the password of the login that was keyed in.
        await Assertions.Expect(phone.Page.Locator("#answers button")).ToHaveCountAsync(1);
        await phone.Button($"{TestData.Fr.Password} password of {TestData.Fr.Login}").ClickAsync();
        await phone.Button($"{Grouped(TestData.InWallonia)} Wallonia").ClickAsync();
        await phone.Button("2 shopping").ClickAsync();
        await phone.Button("9 9 hours").ClickAsync();
        await Assertions.Expect(phone.State).ToHaveTextAsync("Summary");
        await phone.PhotographAsync("dark-summary");
        await phone.Button("1 confirm").ClickAsync();

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("Votre référence est");
        var row = Assert.Single(await phone.Server.Database.FeedAsync());
        Assert.Equal(("wallonia", "wallonia", 2, 9, "+266696687"), (row.Line, row.Region, row.Activity, row.Hours, row.Caller));
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        var keyboard = phone.Page.Keyboard;

        await TabToAsync(phone, $"input[value='{TestData.FlandersLandline}']");
        await keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(phone.Page.GetByLabel(PhoneInBrowser.Written(TestData.FlandersMobile))).ToBeCheckedAsync();
        await TabToAsync(phone, "#settings summary");
        await keyboard.PressAsync("Enter");
        await TabToAsync(phone, "#speed");
        await keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(phone.Page.Locator("#speed")).ToHaveValueAsync("instant");
        await TabToAsync(phone, "#call");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Login");
        await keyboard.TypeAsync(TestData.Nl.Keys + TestData.InBrussels + "421");

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("Uw prestatie is geregistreerd.");
        await TabToAsync(phone, "#hang-up");
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(phone.Verdict).ToContainTextAsync("Recorded with reference");
        await Assertions.Expect(phone.Button("Call")).ToBeFocusedAsync();
        var row = Assert.Single(await phone.Server.Database.FeedAsync());
        Assert.Equal((TestData.FlandersMobile, "brussels", 4, 2), (row.Dialled, row.Region, row.Activity, row.Hours));
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task On_a_small_screen_by_touch()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, new()
        {
            ViewportSize = new() { Width = 360, Height = 740 }, HasTouch = true, IsMobile = true, DeviceScaleFactor = 2,
        });
        await phone.PhotographAsync("mobile-before");
        await phone.HurryAsync();
        await phone.Page.GetByLabel(PhoneInBrowser.Written(TestData.FlandersLandline)).TapAsync();
        await phone.Button("Call").TapAsync();
        await Assertions.Expect(phone.State).ToHaveTextAsync("Login");
        await phone.PhotographAsync("mobile-login", fullPage: false);
        foreach (var key in TestData.Nl.Keys + TestData.InFlanders + "131")
            await phone.KeyButton(key).TapAsync();

        await Assertions.Expect(phone.Transcript).ToContainTextAsync("Uw prestatie is geregistreerd.");
        await phone.PhotographAsync("mobile-recorded");
        Assert.Single(await phone.Server.Database.FeedAsync());
        Assert.Equal(360, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        phone.ComplainsOfNothing();
    }

    private static string Grouped(string digits) => string.Join(' ', digits.Chunk(3).Select(group => new string(group)));

    // 60 is more than the number of tab stops on the page. After 60 presses the element cannot be reached.
    private static async Task TabToAsync(PhoneInBrowser phone, string selector, string key = "Tab")
    {
        for (var stop = 0; stop < 60; stop++)
        {
            await phone.Page.Keyboard.PressAsync(key);
            if (await phone.Page.EvaluateAsync<bool>($"document.activeElement.matches(\"{selector}\")"))
                return;
        }

        Assert.Fail($"{key} does not lead to {selector}");
    }
}
