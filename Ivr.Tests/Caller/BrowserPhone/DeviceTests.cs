using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>The page looks and behaves like a telephone.</summary>
public sealed class DeviceTests(TestCluster cluster, Chromium chromium)
{
    [Theory]
    [InlineData(1400, 900)]
    [InlineData(390, 700)]
    public async Task No_key_moves_before_in_and_after_a_call_and_all_are_in_view(int width, int height)
    {
        await using var phone = await PhoneInBrowser.OpenAsync(
            cluster, chromium, new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = true, IsMobile = width < 700 });
        var before = await PlacesAsync(phone);
        await phone.Page.EvaluateAsync("() => { document.getElementById('speed').value = 'instant'; document.getElementById('speed').dispatchEvent(new Event('change')); }");
        await phone.Button("Call").ClickAsync();
        await Assertions.Expect(phone.State).ToHaveTextAsync("Login");
        Assert.Equal(before, await PlacesAsync(phone));
        foreach (var (keys, state) in new[] { (TestData.Nl.Keys, "UserNumber"), (TestData.InFlanders, "Activity"), ("1", "Hours"), ("3", "Summary") })
        {
            foreach (var key in keys)
                await phone.KeyButton(key).TapAsync();
            await Assertions.Expect(phone.State).ToHaveTextAsync(state);
            Assert.Equal(before, await PlacesAsync(phone));
        }

        await phone.PhotographAsync($"call-{width}", fullPage: false);
        Assert.Equal(0, await phone.Page.EvaluateAsync<double>("() => scrollY"));
        Assert.All(before, place => Assert.InRange(place.Bottom, 0, height));
        await phone.Button("Hang up").TapAsync();
        await Assertions.Expect(phone.Verdict).ToBeVisibleAsync();
        Assert.Equal(before, await PlacesAsync(phone));
        phone.ComplainsOfNothing();
    }

    [Fact]
    public async Task Lines_have_names_and_numbers_as_people_write_them_and_the_company_s_page_is_linked()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);

        await Assertions.Expect(phone.Page.Locator("#numbers .choice"))
            .ToHaveTextAsync(["0800/355 30 Flanders and Brussels", "02/547 54 97 Flanders and Brussels", "0800/351 80 Wallonia"]);
        await Assertions.Expect(phone.Page.Locator("#callee")).ToHaveTextAsync("0800/355 30 · Flanders and Brussels");
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Company" })).ToHaveAttributeAsync("href", "http://localhost:5080/company");
    }

    [Fact]
    public async Task A_prompt_that_was_never_spoken_has_no_time_and_the_times_never_run_backwards()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, clockStands: true);
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.Page.Clock.RunForAsync(1000);
        await phone.ClickAsync(TestData.Nl.Keys);
        await Assertions.Expect(phone.Transcript).ToContainTextAsync("cut off before it began");

        var times = (await phone.Transcript.Locator(".at").AllInnerTextsAsync()).Where(time => time.Length > 0).ToList();
        Assert.Equal(times.OrderBy(time => TimeSpan.ParseExact(time, "m\\:ss", null)), times);
        await Assertions.Expect(phone.Transcript.Locator("li").Filter(new() { HasText = "before it began" }).First.Locator(".at")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task An_entry_that_was_kept_in_an_emergency_is_told_in_amber_with_its_reference()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.Server.IsReadyForTheWorstAsync();
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);
        await phone.ClickAsync(TestData.Nl.Keys + TestData.InFlanders + "13");
        await Assertions.Expect(phone.State).ToHaveTextAsync("Summary");
        await phone.Server.Database.ShutAsync();
        await phone.ClickAsync("1");
        await Assertions.Expect(phone.State).ToHaveTextAsync("LeftInJournal");
        await phone.Button("Hang up").ClickAsync();

        await Assertions.Expect(phone.Verdict).ToContainTextAsync("Kept, not recorded: 9");
        await Assertions.Expect(phone.Verdict).ToHaveClassAsync("verdict kept");
        await phone.PhotographAsync("kept");
        await phone.Server.Database.OpenAgainAsync();
    }

    [Fact]
    public async Task The_phone_has_the_name_and_the_colours_of_the_product_s_pages()
    {
        // The pages speak the browser's language, the phone English.
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium, new() { Locale = "en-GB" });
        var (name, colours) = (await phone.Page.Locator(".brand").InnerTextAsync(), await ColoursAsync());
        Assert.EndsWith(name.Trim(), await phone.Page.TitleAsync(), StringComparison.Ordinal);

        await phone.Page.GotoAsync(new Uri(phone.Server.Url, "/company/sign-in").ToString());

        Assert.Equal((name, colours), (await phone.Page.Locator(".brand").InnerTextAsync(), await ColoursAsync()));
        Assert.EndsWith(name.Trim(), await phone.Page.TitleAsync(), StringComparison.Ordinal);

        Task<string> ColoursAsync() => phone.Page.EvaluateAsync<string>(
            "() => ['--ground', '--card', '--ink', '--accent', '--note', '--bad', '--good'].map(name => getComputedStyle(document.body).getPropertyValue(name)).join()");
    }

    [Fact]
    public async Task Every_webhook_says_how_many_milliseconds_it_took()
    {
        await using var phone = await PhoneInBrowser.OpenAsync(cluster, chromium);
        await phone.HurryAsync();
        await phone.CallAsync(TestData.FlandersLandline);

        await Assertions.Expect(phone.Page.Locator("#webhooks .took")).ToContainTextAsync(" ms");
        var (heard, hooks) = (await phone.Page.Locator(".heard").BoundingBoxAsync(), await phone.Page.Locator(".hooks").BoundingBoxAsync());
        Assert.Equal(heard!.Y, hooks!.Y);
    }

    [Fact]
    public async Task Without_JavaScript_a_sentence_says_so_and_there_is_no_phone()
    {
        using var folder = new TemporaryFolder();
        await using var site = Ivr.Caller.BrowserPhone.PhoneSite.Build(PhoneInBrowser.SettingsFor(new("http://127.0.0.1:1"), folder));
        await site.StartAsync(TestContext.Current.CancellationToken);
        await using var context = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Urls.First());

        await Assertions.Expect(page.Locator("#keypad")).ToBeHiddenAsync();
        // Playwright turns scripts off, but not the parser's idea that there are scripts: it leaves the sentence out of the page.
        Assert.Contains("<noscript><p class=\"noscript\">The phone needs JavaScript", await page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<Place>> PlacesAsync(PhoneInBrowser phone) => await phone.Page.EvaluateAsync<Place[]>("""
        () => [...document.querySelectorAll('#keypad button, .acts')].map(part => {
            const box = part.getBoundingClientRect();
            return { left: box.left, top: box.top, bottom: box.bottom };
        })
        """);

    private sealed record Place
    {
        public double Left { get; init; }

        public double Top { get; init; }

        public double Bottom { get; init; }
    }
}
