using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Ivr.Tests.Oracles;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>axe finds no problem on any page, wide and narrow, light and dark; the pages can be used without a mouse.</summary>
public sealed class PageAccessibilityTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    // The test itself runs this script, so the Content-Security-Policy of the pages does not apply to it.
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.html} ${node.failureSummary}`))
        """;

    // Opens what is folded, and returns how many there were.
    private const string OpenAll = "() => [...document.querySelectorAll('details:not([open])')].map(one => { one.open = true; }).length";

    private TestServer _server = null!;
    private string _reference = "";

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InWallonia + "191" + "1" + TestData.InWallonia + "191");
        _reference = (await _server.Database.FeedAsync())[0].Reference;
        await _server.Database.ExecuteAsync($"""
            insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, activity, hours,
                                         service_date, language, line, dialled, caller, after_confirmation, left_at)
            select 'CA' || md5('left' || n), 1, login, false, id, '{TestData.NotKnown}', false, 1, 3, '2026-03-12', 'nl', 'wallonia', '', '', true, now()
            from worker, generate_series(1, 2) as n where login = '{TestData.Nl.Login}';
            update emergency_entry set status = 'refused' where id = (select max(id) from emergency_entry);
            insert into emergency_decision (entry_id, company_id, decision, reason, made_by, made_at)
            select max(emergency_entry.id), max(company_id), 'refused', 'a reason', 'somebody', now() from emergency_entry join worker on worker.id = worker_id;
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
            select id, service_date, 1, company_id, 1, 8, service_date, false, 'a reason', 'somebody', now() from prestation where reference = '{_reference}';
            insert into saved_client (worker_id, company_id, user_number, name, saved_at, removed_at)
            select worker.id, company_id, user_number, case when removed then 'somebody' end, now(), case when removed then now() end
            from worker, (values ('{TestData.InBrussels}', true), ('{TestData.InFlanders}', false)) as client (user_number, removed)
            where login = '{TestData.Nl.Login}';
            """);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("nl-BE", 1280, ColorScheme.Light)]
    [InlineData("fr-BE", 360, ColorScheme.Dark)]
    [InlineData("de-DE", 360, ColorScheme.Light)]
    public async Task Axe_finds_nothing_on_any_page(string language, int width, ColorScheme colours)
    {
        var packages = NodePackages.FolderOf("Caller/BrowserPhone");
        await NodePackages.InstallAsync(packages);
        var axe = await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"));
        await using var screen = await Screen.OpenAsync(_server, chromium, language, width, colours);
        await screen.GoAsync("/company/sign-in");
        await LookAsync(screen, axe, $"sign-in-{language}");
        await screen.SignInAsync(Visitors.OfAlfa);

        foreach (var (name, path) in new[]
                 {
                     ("today", ""), ("history", "/history"), ("emergencies", "/emergencies"), ("attempts", "/attempts"), ("phones", "/phones"), ("entries", $"/entries/{_reference}"),
                     ("saving-workers", "/saved-clients"), ("saved-clients", $"/saved-clients/worker?login={TestData.Nl.Login}"),
                     ("card", $"/saved-clients/card?login={TestData.Nl.Login}"),
                 })
        {
            await screen.GoAsync($"/company{path}");
            Assert.NotEqual(0, await screen.Page.Locator(".pages a").CountAsync());
            await LookAsync(screen, axe, $"{name}-{language}");
            if (await screen.Page.EvaluateAsync<int>(OpenAll) > 0)
                await LookAsync(screen, axe, $"{name}-open-{language}");
        }

        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Everything_is_reached_and_done_with_keys_alone()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium);
        var keys = screen.Page.Keyboard;
        await screen.GoAsync("/company/sign-in");
        await Assertions.Expect(screen.Page.Locator("#login")).ToBeFocusedAsync();
        await keys.TypeAsync(Visitors.OfAlfa.Login);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Visitors.OfAlfa.Password);
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator(".who")).ToHaveTextAsync(Visitors.OfAlfa.Login);

        await keys.PressAsync("Tab");
        await Assertions.Expect(screen.Page.Locator(".skip")).ToBeFocusedAsync();
        Assert.True((await screen.Page.Locator(".skip").BoundingBoxAsync())!.Y >= 0);
        await keys.PressAsync("Enter");
        await TabToAsync(screen, ".waits a");
        await TabToAsync(screen, "#search");
        await TabToAsync(screen, "#entries a");
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("#correct summary")).ToBeVisibleAsync();
        await TabToAsync(screen, "#correct summary");
        await keys.PressAsync("Enter");
        await Assertions.Expect(screen.Page.Locator("#reason")).ToBeVisibleAsync();
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_chosen_language_stays()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium, "de-DE");
        await screen.GoAsync("/company/sign-in");
        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Anmelden");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Se connecter");
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
        await screen.SignInAsync(Visitors.OfAlfa);
        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("Aujourd'hui");
        screen.ComplainsOfNothing();
    }

    private static async Task TabToAsync(Screen screen, string selector)
    {
        // 30 is more than the number of tab stops before any of these elements.
        for (var stop = 0; stop < 30 && !await screen.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector); stop++)
            await screen.Page.Keyboard.PressAsync("Tab");
        Assert.True(await screen.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector), $"Tab does not lead to {selector}");
    }

    private static async Task LookAsync(Screen screen, string axe, string name)
    {
        await screen.Page.EvaluateAsync(axe);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Run));
        Assert.All(
            await screen.Page.EvalOnSelectorAllAsync<double[]>(".pages a", "links => links.map(link => link.getBoundingClientRect().right)"),
            right => Assert.InRange(right, 0, screen.Page.ViewportSize!.Width));
        // Nothing is cut off, and the page does not scroll sideways.
        Assert.False(await screen.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"), name);
        await screen.PhotographAsync(name);
    }
}
