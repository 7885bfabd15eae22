using System.Net;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Ivr.Tests.Oracles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>What went wrong is told by a page of the product, in the user's language, with a way on.</summary>
public sealed class TroubleTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Axe = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.html} ${node.failureSummary}`))
        """;

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("nl", "Pagina niet gevonden", "Naar de startpagina")]
    [InlineData("fr", "Page introuvable", "Vers la page d&#39;accueil")]
    [InlineData("de", "Seite nicht gefunden", "Zur Startseite")]
    [InlineData("en", "Page not found", "Go to the start page")]
    public async Task A_page_that_is_not_there_is_told_in_four_languages_wherever_it_would_be(string language, string title, string home)
    {
        using var door = new Door(_server, language);
        foreach (var path in new[] { "/nowhere", "/company/nowhere", "/operator/nowhere", "/company/assets/nothing.css" })
        {
            using var answer = await door.GetAsync(path);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"{(path.StartsWith("/operator", StringComparison.Ordinal) ? "/operator" : "/company")}\">{home}</a>", page, StringComparison.Ordinal);
            Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData(400, "This page was too old")]
    [InlineData(403, "No access")]
    [InlineData(500, "That did not work")]
    [InlineData(503, "One moment")]
    public async Task Each_trouble_has_its_page(int status, string title)
    {
        await using var server = await TestServer.StartWithAsync(cluster, app => app.MapGet("/company/trouble", () => Results.StatusCode(status)));
        using var door = new Door(server);
        using var answer = await door.GetAsync("/company/trouble");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains($"<h1>{title}</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_a_plain_text_and_webhooks_and_probes_no_page()
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var page = await http.GetAsync(new Uri("/company/nowhere", UriKind.Relative), TestContext.Current.CancellationToken);
        using var door = new Door(_server);
        using var webhook = await door.GetAsync("/voice/nowhere");
        using var probe = await door.GetAsync("/health/nowhere");

        Assert.Equal("text/plain", page.Content.Headers.ContentType?.MediaType);
        Assert.Null(webhook.Content.Headers.ContentType);
        Assert.Null(probe.Content.Headers.ContentType);
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_company_s_page()
    {
        using var door = new Door(_server);
        using var answer = await door.GetAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/company", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task While_the_database_is_away_the_page_says_so_and_comes_back_by_itself(int width, ColorScheme colours)
    {
        await using var screen = await Screen.OpenAsync(_server, chromium, width: width, colours: colours);
        await screen.SignInAsync(Visitors.OfAlfa);
        await _server.Database.ShutAsync();
        var answer = await screen.Page.GotoAsync("/company/history");
        Assert.Equal(503, answer!.Status);
        Assert.Equal("5", answer.Headers["retry-after"]);
        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("One moment");
        await screen.PhotographAsync($"away-{width}");
        var packages = NodePackages.FolderOf("Caller/BrowserPhone");
        await NodePackages.InstallAsync(packages);
        await screen.Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken));
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Axe));

        await _server.Database.OpenAgainAsync();

        await Assertions.Expect(screen.Page.Locator("h1")).ToHaveTextAsync("History");
    }

    [Fact]
    public async Task After_a_wrong_password_the_password_has_the_focus_and_may_be_shown_and_operators_have_their_own_words()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.GoAsync("/operator");
        await Assertions.Expect(screen.Page.Locator(".lead")).ToHaveTextAsync("For the operators of the phone line.");
        await Assertions.Expect(screen.Page.Locator("#ended")).ToHaveCountAsync(0);
        await screen.Page.Locator("#login").FillAsync(Visitors.Operator.Login);
        await screen.Page.Locator("#password").FillAsync("not the password");
        await screen.Page.GetByLabel("Show the password").CheckAsync();
        await Assertions.Expect(screen.Page.Locator("#password")).ToHaveAttributeAsync("type", "text");
        await screen.Page.Locator("form.stacked button").ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#problem")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator("#password")).ToBeFocusedAsync();
        await Assertions.Expect(screen.Page.Locator("#password")).ToHaveAttributeAsync("type", "password");
        await Assertions.Expect(screen.Page.Locator(".lead")).ToHaveTextAsync("For the operators of the phone line.");
        await Assertions.Expect(screen.Page.GetByText("operator-user")).ToBeVisibleAsync();
        await screen.PhotographAsync("sign-in-wrong");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task On_paper_there_is_nothing_to_press()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium, colours: ColorScheme.Dark);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/history");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('button, input, nav, summary')].filter(part => part.getClientRects().length > 0).length"));
        await Assertions.Expect(screen.Page.Locator("h1")).ToBeVisibleAsync();
        Assert.Equal("rgb(29, 43, 46)", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).color"));
    }
}
