using System.Globalization;
using System.Net;
using Ivr.Tests.CallTrace;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Ivr.Tests.Oracles;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured.Operator;

/// <summary>The figures on the operator's page agree with the calls that were made.</summary>
public sealed class OperatorTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    // The test itself runs this script, so the Content-Security-Policy of the page does not apply to it.
    private const string Axe = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .flatMap(rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.html} ${node.failureSummary}`))
        """;

    // Finds words that are broken over two lines in the names of steps.
    private const string BrokenWords = """
        () => [...document.querySelectorAll('.bars th[scope=row]')].flatMap(cell => [...cell.firstChild.data.matchAll(/\S+/g)].filter(word => {
            const range = document.createRange();
            range.setStart(cell.firstChild, word.index);
            range.setEnd(cell.firstChild, word.index + word[0].length);
            return range.getClientRects().length > 1;
        }).map(word => word[0]))
        """;

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Its_figures_are_those_of_the_calls_and_follow_them_by_themselves()
    {
        await CallAsync(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders + "131");
        await CallAsync(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders + "9" + "141");
        await CallAsync(TestData.Wallonia, TestData.Fr.Keys + TestData.NotKnown);
        await CallAsync(TestData.Wallonia, "4#");
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.Operator);
        var page = screen.Page;
        await screen.GoAsync("/operator");

        await Assertions.Expect(page.Locator("#calls-in-all")).ToHaveTextAsync("4");
        await Assertions.Expect(page.Locator("#calls-now")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("#rate-recorded")).ToHaveTextAsync("50 %");
        await ExpectAsync(page, "#funnel", "step", ("Login", 4), ("Password", 3), ("UserNumber", 3), ("Activity", 2), ("Recorded", 2), ("LeftInJournal", 0));
        await ExpectAsync(page, "#again", "step", ("Login", 0), ("UserNumber", 1), ("Activity", 1), ("Hours", 0));
        await ExpectAsync(page, "#outcomes", "outcome", ("recorded", 2), ("unknown_number", 1), ("given_up", 1));
        Assert.Equal("2 2", await SumsAsync(page, "#by-line-table"));
        Assert.Equal("2 1 0 1", await SumsAsync(page, "#by-language-table"));
        Assert.Equal("4", await SumsAsync(page, "#by-seconds-table"));
        await Assertions.Expect(page.Locator("#nodes tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#nodes .good")).ToHaveCountAsync(1);
        await page.EvaluateAsync("() => { window.isTheSame = true; }");

        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys);
            await Assertions.Expect(page.Locator("#calls-now")).ToHaveTextAsync("1");
            await Assertions.Expect(page.Locator("#calls-in-all")).ToHaveTextAsync("5");
            await call.HangsUp();
        }

        await Assertions.Expect(page.Locator("#calls-now")).ToHaveTextAsync("0");
        await ExpectAsync(page, "#funnel", "step", ("UserNumber", 4));
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame"));
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task All_servers_are_on_it_and_outages_and_who_is_silent()
    {
        await using var other = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock, "Node:Name=the-other-one");
        await _server.Database.ExecuteAsync("""
            insert into incident (id, started_at, lines, calls_hit) values (gen_random_uuid(), '2026-03-12 14:00Z', '{wallonia}', 3);
            insert into node (name, started_at, seen_at, without_database, hashing_threads, hash_seconds,
                              passwords_waiting, passwords_refused, trace_waiting, trace_lost)
            values ('gone', now() - interval '1 hour', now() - interval '10 minutes', false, 2, 0.1, 7, 0, 0, 0);
            """);
        await Eventually.TrueAsync(
            async () => await _server.Database.SingleAsync<int>("select count(*) from node") == 3, "Not every server reports.");
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.Operator);

        var page = await door.ReadAsync("/operator");

        Assert.Contains("the-other-one", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("flag good").Length - 1);
        Assert.Contains("silent", page, StringComparison.Ordinal);
        Assert.Contains("goes on", page, StringComparison.Ordinal);
        // The figures of a node that is gone do not count.
        Assert.Contains(@"id=""passwords-waiting"" data-live>0<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_stopped_is_stopped_and_gone_after_a_while()
    {
        var other = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock, "Node:Name=the-other-one");
        await Eventually.TrueAsync(
            async () => await _server.Database.SingleAsync<int>("select count(*) from node") == 2, "Not every server reports.");
        await other.DisposeAsync();
        await _server.Database.ExecuteAsync("update node set seen_at = seen_at - interval '1 minute' where stopped_at is not null");
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.Operator);

        var page = await door.ReadAsync("/operator");
        Assert.Contains("<span class=\"flag stopped\">stopped</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("silent", page, StringComparison.Ordinal);

        await _server.Database.ExecuteAsync("update node set stopped_at = stopped_at - interval '11 minutes' where stopped_at is not null");
        await Eventually.TrueAsync(
            async () => !(await door.ReadAsync("/operator")).Contains("the-other-one", StringComparison.Ordinal), "The stopped server is gone.");
    }

    [Fact]
    public async Task A_call_that_an_incident_hit_counts_as_an_emergency_whatever_became_of_it()
    {
        await CallAsync(TestData.FlandersLandline, TestData.Nl.Keys);
        await _server.Database.ExecuteAsync("""
            insert into incident (id, started_at, lines, calls_hit) values ('00000000-0000-0000-0000-000000000001', now(), '{wallonia}', 1);
            insert into incident_call (incident_id, call_sid, line, hit_at)
            select '00000000-0000-0000-0000-000000000001', call_sid, 'wallonia', now() from call
            """);
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.Operator);

        Assert.Contains("id=\"rate-error\" data-live>100 %<", await door.ReadAsync("/operator"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_and_incidents_come_before_the_plots()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.Operator);

        var page = await door.ReadAsync("/operator");

        var places = new[] { "class=\"after periods\"", "id=\"nodes\"", "id=\"incidents\"", "id=\"by-line\"" }.Select(part => page.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task It_is_for_operators_alone_and_names_nobody()
    {
        await CallAsync(TestData.FlandersLandline, TestData.Nl.Keys + TestData.InFlanders + "131");
        using var stranger = new Door(_server);
        using var company = new Door(_server);
        using var door = new Door(_server);
        await company.SignInAsync(Visitors.OfAlfa);
        await door.SignInAsync(Visitors.Operator);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/operator")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await company.GetAsync("/operator")).StatusCode);
        foreach (var period in new[] { "hour", "day", "%00", "<b>" })
        {
            var page = await door.ReadAsync($"/operator?period={period}");
            Assert.All(
                new[] { TestData.Nl.Login, TestData.InFlanders, "+32", "Worker nl", "Alfa", "<b>" },
                telltale => Assert.DoesNotContain(telltale, page, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "fr-BE")]
    [InlineData(ColorScheme.Dark, 1400, "en-GB")]
    [InlineData(ColorScheme.Light, 360, "de-DE")]
    public async Task Axe_finds_nothing(ColorScheme colours, int width, string language)
    {
        await FillAsync();
        var packages = NodePackages.FolderOf("Caller/BrowserPhone");
        await NodePackages.InstallAsync(packages);
        var axe = await File.ReadAllTextAsync(
            Path.Combine(packages, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await using var screen = await Screen.OpenAsync(_server, chromium, language, width, colours);
        await screen.SignInAsync(Visitors.Operator);

        await screen.GoAsync("/operator");
        await screen.Page.EvaluateAsync(axe);
        await screen.PhotographAsync($"operator-{colours}-{width}".ToLowerInvariant());
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Axe));
        if (width > 1000)
            Assert.Empty(await screen.Page.EvaluateAsync<string[]>(BrokenWords));
        await screen.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => { one.open = true; })");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Axe));
        Assert.True(await screen.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        // One minute has many calls of both lines and all languages; the tables must add up to all calls.
        var calls = int.Parse((await screen.Page.Locator("#calls-in-all").TextContentAsync())!, CultureInfo.InvariantCulture);
        Assert.InRange(calls, 400, 600);
        foreach (var table in new[] { "#by-line-table", "#by-language-table" })
            Assert.Equal(calls, (await SumsAsync(screen.Page, table)).Split(' ').Sum(sum => int.Parse(sum, CultureInfo.InvariantCulture)));
        await screen.PhotographAsync($"operator-tables-{colours}-{width}".ToLowerInvariant());
        screen.ComplainsOfNothing();
    }

    private async Task CallAsync(string number, string keys)
    {
        string sid;
        await using (var call = await _server.DialAsync(number))
        {
            sid = call.CallSid;
            await call.Presses(keys);
            if (call.Ending is null)
                await call.HangsUp();
        }

        await _server.Database.FinishedTraceAsync(sid);
    }

    // The calls of a normal hour.
    private Task FillAsync() => _server.Database.ExecuteAsync("""
        insert into call (call_sid, started_at, last_at, ended_at, seconds, line, language, webhooks, step, ending, failed, failures,
                          keys, reprompts, recorded, left_entries, asked, asked_again)
        select 'CA' || md5(n::text), at, at, case when n % 37 > 0 or at < '2026-03-12 14:25Z' then at + interval '90 seconds' end,
               case when n % 37 > 0 or at < '2026-03-12 14:25Z' then 40 + (n * 7919 % 160) end,
               case when n % 5 < 3 then 'flanders-brussels' else 'wallonia' end,
               (array['nl', 'nl', 'nl', 'fr', 'fr', 'fr', 'de', 'en'])[n % 8 + 1], 5, 'Hours',
               (array['given_up', 'given_up', 'login_failed', 'unknown_number', 'locked'])[n % 5 + 1], n % 61 = 0, 0,
               30, n % 3, case when n % 10 < 7 then 1 else 0 end, case when n % 41 = 0 then 1 else 0 end,
               '{"Login": 1, "Password": 1}'::jsonb
                   || case when n % 20 < 18 then '{"UserNumber": 1}' else '{}' end::jsonb
                   || case when n % 20 < 16 then '{"Activity": 1, "Hours": 1}' else '{}' end::jsonb
                   || case when n % 20 < 15 then '{"Summary": 1}' else '{}' end::jsonb
                   || case when n % 10 < 7 then '{"Recorded": 1}' else '{}' end::jsonb,
               case when n % 3 = 1 then '{"Password": 1}' when n % 7 = 2 then '{"UserNumber": 2}' when n % 11 = 0 then '{"Hours": 1}' else '{}' end::jsonb
        from (select n, '2026-03-12 13:31Z'::timestamptz + interval '1 second' * (n * 6 + 25 * sin(n / 9.0)) as at from generate_series(0, 580) as n) as calls
        where n % 23 > 3 * (1 + sin(n / 50.0));
        insert into incident (id, node, started_at, ended_at, lines, calls_hit)
        values (gen_random_uuid(), null, '2026-03-12 13:58Z', '2026-03-12 14:01:20Z', '{flanders-brussels,wallonia}', 14);
        """);

    private static async Task ExpectAsync(IPage page, string table, string key, params (string Name, int Calls)[] rows)
    {
        foreach (var (name, calls) in rows)
            await Assertions.Expect(page.Locator($"{table} tr[data-{key}={name}] td.number").First).ToHaveTextAsync($"{calls}");
    }

    // The column sums of a table beside a plot.
    private static Task<string> SumsAsync(IPage page, string table) => page.EvaluateAsync<string>(
        """
        id => [...document.querySelectorAll(`${id} thead th.number`)].map((_, place) =>
            [...document.querySelectorAll(`${id} tbody tr`)].reduce((sum, row) => sum + Number(row.cells[place + 1].textContent), 0)).join(' ')
        """,
        table);
}
