using System.Diagnostics;
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
        await Visitors.AddAsync(_server.Database);
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
        await screen.Page.GetByPlaceholder("Name or number").FillAsync("wallonia");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#entries tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page.Locator("#days")).ToHaveTextAsync("12/03/2026 – 12/03/2026");
        screen.ComplainsOfNothing();
    }

    [Theory]
    [InlineData(1280, 60)]
    // A card of a few lines.
    [InlineData(390, 130)]
    public async Task A_row_is_low_and_no_column_moves_when_one_is_added(int width, int height)
    {
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        await using var screen = await Screen.OpenAsync(_server, chromium, width: width);
        await screen.SignInAsync(Visitors.OfAlfa);
        await Assertions.Expect(screen.Page.Locator("#live-state")).ToHaveAttributeAsync("data-state", "live");
        var rows = screen.Page.Locator("#entries tbody tr");
        Assert.InRange((await rows.First.BoundingBoxAsync())!.Height, 30, height);
        var before = await WidthsAsync();

        // The longest texts: an activity and remarks.
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Fr.Keys + TestData.InWallonia + "491");
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        Assert.Equal(before, await WidthsAsync());
        screen.ComplainsOfNothing();

        Task<double[]> WidthsAsync() => screen.Page.EvalOnSelectorAllAsync<double[]>("#entries thead th", "cells => cells.map(cell => cell.getBoundingClientRect().width)");
    }

    [Fact]
    public async Task Hours_a_worker_are_there_without_what_is_cancelled_and_grow_with_the_calls()
    {
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "1" + TestData.InFlanders + "291");
        await _server.Database.ExecuteAsync("""
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
            select id, service_date, 1, company_id, activity, hours, service_date, true, 'twice', 'somebody', now() from prestation where activity = 2
            """);
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await Assertions.Expect(screen.Page.Locator("#live-state")).ToHaveAttributeAsync("data-state", "live");
        await screen.Page.GetByText("Hours per worker").ClickAsync();
        var cells = screen.Page.Locator("#workers tr :is(th, td)");
        await Assertions.Expect(cells).ToHaveTextAsync(["Worker nl", "1", "3"]);

        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Fr.Keys + TestData.InBrussels + "151");

        await Assertions.Expect(cells).ToHaveTextAsync(["Worker fr", "1", "5", "Worker nl", "1", "3"]);
        await screen.PhotographAsync("today-per-worker");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Worker fr" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#entries tbody tr")).ToHaveCountAsync(1);
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Of_more_rows_than_the_page_shows_it_says_how_many_there_are_and_leads_to_them()
    {
        await _server.Database.ExecuteAsync($"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                    caller, call_sid, entry_no, possible_duplicate)
            select worker.company_id, worker.id, client.id, client.region, 1, 1, date '2026-03-12',
                   timestamptz '2026-03-12 10:00+01' - n * interval '1 second', 'wallonia', '', '', 'CA' || md5(n::text), 1, false
            from worker, client, generate_series(1, 203) as n where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
            """);
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await Assertions.Expect(screen.Page.Locator("#shown")).ToHaveTextAsync("1–200 of 203");

        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        await Assertions.Expect(screen.Page.Locator("#shown")).ToHaveTextAsync("1–200 of 204");
        await screen.Page.GetByText("All of them in the history").ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#total-entries")).ToHaveTextAsync("204");
        await Assertions.Expect(screen.Page.Locator("#range")).ToHaveTextAsync("1–50 of 204");
        screen.ComplainsOfNothing();
    }

    [Theory]
    // As on a busy day.
    [InlineData(5)]
    // All of one worker: hours are added up for each worker and day.
    [InlineData(10_000)]
    public async Task Ten_thousand_entries_of_a_day_are_as_quick_as_ten(int ofEachWorker)
    {
        const int turns = 5;
        foreach (var (company, entries) in new[] { ("ALFA", 10_000), ("BETA", 10) })
        {
            var ofEach = Math.Min(ofEachWorker, entries);
            await _server.Database.ExecuteAsync($"""
                insert into worker (login, password_hash, company_id, name, language, active)
                select '77' || company.id || lpad(n::text, 8, '0'), 'x', company.id, 'Worker ' || n, 'nl', true
                from company, generate_series(1, {entries / ofEach}) as n where company_code = '{company}';
                insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                        caller, call_sid, entry_no, possible_duplicate)
                select worker.company_id, worker.id, client.id, client.region, 1, 1, date '2026-03-12',
                       timestamptz '2026-03-12 15:00+01' - row_number() over () * interval '1 second', 'wallonia', '', '', 'CA' || md5(login || n), 1, false
                from worker join company on company.id = company_id, client, generate_series(1, {ofEach}) as n
                where company_code = '{company}' and login like '77%' and user_number = '{TestData.InFlanders}'
                """);
        }

        await _server.Database.ExecuteAsync("analyze prestation; analyze worker");
        using var many = new Door(_server);
        using var few = new Door(_server);
        await many.SignInAsync(Visitors.OfAlfa);
        await few.SignInAsync(Visitors.OfBeta);
        foreach (var path in new[] { "/company", "/company/history", "/company/history?worker=77" })
        {
            var (quickest, ofFew) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
            // By turns. Other load on the machine only adds time, so the fastest of several counts.
            for (var turn = 0; turn < turns; turn++)
            {
                ofFew = Least(ofFew, await TimeAsync(few, path));
                quickest = Least(quickest, await TimeAsync(many, path));
            }

            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {quickest.TotalMilliseconds:0} ms with 10,000 entries, {ofFew.TotalMilliseconds:0} ms with 10");
            Assert.InRange(quickest.TotalMilliseconds, 0, 200);
        }

        static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
    }

    [Fact]
    public async Task What_waits_for_a_decision_stands_out_on_every_page_and_leads_there()
    {
        await _server.Database.ExecuteAsync($"""
            insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, activity, hours,
                                         service_date, language, line, dialled, caller, after_confirmation, left_at)
            select 'CA' || md5('left'), 1, login, false, id, '{TestData.NotKnown}', false, 1, 3, '2026-03-12', 'nl', 'wallonia', '', '', true, now()
            from worker where login = '{TestData.Nl.Login}'
            """);
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        foreach (var path in new[] { "", "/history", "/attempts", "/phones", "/emergencies" })
        {
            await screen.GoAsync($"/company{path}");
            await Assertions.Expect(screen.Page.Locator(".pages .count")).ToHaveTextAsync("1");
        }

        await screen.GoAsync("/company");
        await screen.PhotographAsync("today-waiting");
        await screen.Page.Locator(".waits a").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("article.left")).ToHaveCountAsync(1);
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Without_JavaScript_a_sentence_says_so_and_nothing_connects_for_ever()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        var page = await door.ReadAsync("/company");

        Assert.Contains("<noscript><p class=\"notice\">Without JavaScript, nothing is added here by itself", page, StringComparison.Ordinal);
        Assert.Contains("id=\"live-state\" hidden", page, StringComparison.Ordinal);
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

    private static async Task<TimeSpan> TimeAsync(Door door, string path)
    {
        var watch = Stopwatch.StartNew();
        await door.ReadAsync(path);
        return watch.Elapsed;
    }
}
