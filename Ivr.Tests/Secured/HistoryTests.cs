using System.Text.Json;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>Earlier entries: filters, flags, pages and totals, and the same rows in files.</summary>
public sealed class HistoryTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private TestServer _server = null!;
    private Door _door = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
        _door = new(_server);
        await _door.SignInAsync(Visitors.OfAlfa);
    }

    public async ValueTask DisposeAsync()
    {
        _door.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("worker=fr", 1)]
    [InlineData("worker=980000000011", 3)]
    [InlineData("worker=nobody", 0)]
    [InlineData("client=wallonia", 1)]
    [InlineData("client=100 000 000 135", 2)]
    [InlineData("search=worker fr", 1)]
    [InlineData("search=wallonia", 1)]
    [InlineData("search=100 000 000 135", 2)]
    [InlineData("search=nobody", 0)]
    [InlineData("region=brussels", 1)]
    [InlineData("activity=2", 1)]
    [InlineData("duplicate=1", 1)]
    [InlineData("line=1", 1)]
    [InlineData("long=1", 3)]
    [InlineData("from=2026-03-13", 0)]
    [InlineData("to=2026-03-11", 0)]
    [InlineData("from=2026-03-12&to=2026-03-12", 4)]
    [InlineData("from=2026-03-13&to=2026-03-12", 4)]
    [InlineData("from=12/03/2026&to=12.3.26", 4)]
    [InlineData("from=120326&to=12-03-2026", 4)]
    [InlineData("from=13032026", 0)]
    [InlineData("from=nonsense&region='&activity=9&after=1.2.3", 4)]
    public async Task A_filter_shows_what_it_says_on_the_page_and_in_both_files(string filter, int entries)
    {
        await RecordAsync();

        var page = await _door.ReadAsync($"/company/history?{filter}");
        var csv = await _door.ReadAsync($"/company/export.csv?{filter}");
        var excel = await _door.ReadAsync($"/company/export-excel.csv?{filter}");
        var json = JsonDocument.Parse(await _door.ReadAsync($"/company/export.json?{filter}")).RootElement;

        Assert.Equal(entries, page.Split("<tr role=\"row\" data-reference").Length - 1);
        Assert.Equal(entries + 1, csv.TrimEnd().Split("\r\n").Length);
        Assert.Equal(entries + 1, excel.TrimEnd().Split("\r\n").Length);
        Assert.Equal(entries, json.GetArrayLength());
    }

    [Fact]
    public async Task One_click_shows_today_this_month_or_last_month_and_the_files_have_the_dates_in_their_names()
    {
        await RecordAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium, "de-DE");
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/history?worker=Worker");

        foreach (var (name, days, rows) in new[]
                 {
                     ("Heute", "12.03.2026 – 12.03.2026", 4), ("Letzter Monat", "01.02.2026 – 28.02.2026", 0), ("Dieser Monat", "01.03.2026 – 12.03.2026", 4),
                 })
        {
            await screen.Page.Locator(".toolbar").GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
            await Assertions.Expect(screen.Page.Locator("#days")).ToHaveTextAsync(days);
            await Assertions.Expect(screen.Page.Locator("#entries tbody tr")).ToHaveCountAsync(rows);
        }

        await Assertions.Expect(screen.Page.Locator("#worker")).ToHaveValueAsync("Worker");
        // One line, with the rest folded.
        Assert.Single((await screen.Page.EvalOnSelectorAllAsync<double[]>(
            ".filters .toolbar > p", "parts => parts.map(part => Math.round(part.getBoundingClientRect().bottom))")).Distinct());
        await screen.PhotographAsync("history-de");
        var file = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Page.GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync());
        Assert.Equal("leistungen-2026-03-01-2026-03-12.csv", file.SuggestedFilename);
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Dates_are_written_as_in_the_page_s_language_whatever_the_browser_s_is()
    {
        await RecordAsync();
        // Here a native date field has the month first.
        await using var screen = await Screen.OpenAsync(_server, chromium, "en-US");
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/history?from=2026-03-04&to=2026-03-12");
        var (from, days, keys) = (screen.Page.Locator("#from"), screen.Page.Locator("#days"), screen.Page.Keyboard);
        await Assertions.Expect(from).ToHaveValueAsync("04/03/2026");

        await from.SelectTextAsync();
        await keys.TypeAsync("1-2-26");
        await keys.PressAsync("Enter");
        await Assertions.Expect(days).ToHaveTextAsync("01/02/2026 – 12/03/2026");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(from).ToHaveValueAsync("01.02.2026");
        // The calendar is the browser's own, out of reach of the test: only what it is given and what it gives.
        var calendar = screen.Page.Locator(".date:has(#from) [type=date]");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Von: im Kalender wählen" }).ClickAsync();
        await Assertions.Expect(calendar).ToHaveValueAsync("2026-02-01");
        await calendar.EvaluateAsync("calendar => { calendar.value = '2026-03-12'; calendar.dispatchEvent(new Event('change')); }");
        await Assertions.Expect(from).ToHaveValueAsync("12.03.2026");
        await Assertions.Expect(from).ToBeFocusedAsync();
        await screen.PhotographAsync("history-dates");
        await keys.PressAsync("Enter");
        await Assertions.Expect(days).ToHaveTextAsync("12.03.2026 – 12.03.2026");
        screen.ComplainsOfNothing();
    }

    [Theory]
    [InlineData("/company/history?from=31/02/2026", "31/02/2026")]
    [InlineData("/company/attempts?to=2026-13-01", "2026-13-01")]
    public async Task A_day_that_does_not_exist_is_told(string path, string day)
    {
        var page = await _door.ReadAsync(path);

        Assert.Matches($"id=\"problem\">[^<]*{day}[^<]* is not a date", page);
        Assert.DoesNotContain("id=\"problem\"", await _door.ReadAsync("/company/history?from=28/02/2026&to="), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double_while_more_arrives()
    {
        await FillAsync(120);
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/history");
        await Assertions.Expect(screen.Page.Locator("#total-entries")).ToHaveTextAsync("120");
        await Assertions.Expect(screen.Page.Locator("#range")).ToHaveTextAsync("1–50 of 120");
        var seen = new List<string>(await ReferencesAsync(screen));

        await FillAsync(3);
        while (await screen.Page.Locator("#next").CountAsync() > 0)
        {
            await screen.Page.Locator("#next").ClickAsync();
            await screen.Page.WaitForURLAsync(url => url.Contains("after=", StringComparison.Ordinal));
            await Assertions.Expect(screen.Page.Locator("#entries tbody tr").First).Not.ToHaveAttributeAsync("data-reference", seen[^50]);
            seen.AddRange(await ReferencesAsync(screen));
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task A_file_of_many_rows_is_whole()
    {
        await FillAsync(1203);

        var json = JsonDocument.Parse(await _door.ReadAsync("/company/export.json")).RootElement;

        Assert.Equal(1203, json.EnumerateArray().Select(row => row.GetProperty("reference").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("\rx")]
    [InlineData("＝1+1")]
    [InlineData("＠SUM(A1)")]
    public async Task No_cell_of_the_file_is_a_formula(string name)
    {
        await RecordAsync();
        await _server.Database.ExecuteAsync($"update worker set name = E'{name.Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}'");

        foreach (var (file, separator) in new[] { ("export.csv", ','), ("export-excel.csv", ';') })
        {
            using var response = await _door.GetAsync($"/company/{file}");
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var csv = System.Text.Encoding.UTF8.GetString(bytes);

            Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
            Assert.Contains($"'{name}", csv, StringComparison.Ordinal);
            Assert.DoesNotContain($"{separator}{name}", csv, StringComparison.Ordinal);
            Assert.DoesNotContain($"\"{name}", csv, StringComparison.Ordinal);
            Assert.StartsWith("attachment", response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_file_for_people_has_digits_as_text_the_time_in_Brussels_and_words()
    {
        await RecordAsync();
        using var door = new Door(_server, "nl");
        await door.SignInAsync(Visitors.OfAlfa);

        var lines = (await door.ReadAsync("/company/export-excel.csv?region=brussels")).Trim('\uFEFF').TrimEnd().Split("\r\n");

        var reference = await _server.Database.SingleAsync<string>("select reference from prestation where region = 'brussels'");
        var moment = await _server.Database.SingleAsync<string>(
            "select to_char(recorded_at at time zone 'Europe/Brussels', 'DD/MM/YYYY HH24:MI') from prestation where region = 'brussels'");
        Assert.Equal("Referentie;Datum;Geregistreerd op;Medewerker;Login;Klant;Gebruikersnummer;Gewest;Activiteit;Uren;Opmerkingen", lines[0]);
        Assert.Equal(
            $"\"=\"\"{reference}\"\"\";12/03/2026;{moment};Worker fr;\"=\"\"{TestData.Fr.Login}\"\"\";Client in Brussels;"
            + $"\"=\"\"{TestData.InBrussels}\"\"\";Brussel;Vervoer van personen met beperkte mobiliteit;2;",
            lines[1]);
    }

    [Fact]
    public async Task Hours_a_day_are_drawn_and_told()
    {
        await RecordAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator(".plot title").Last).ToHaveTextAsync("12/03: 15");
        await screen.Page.GetByText("Show as a table").ClickAsync();
        await Assertions.Expect(screen.Page.Locator("table.plain tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(screen.Page.Locator("#total-hours")).ToHaveTextAsync("15");
        await screen.PhotographAsync("history");
        screen.ComplainsOfNothing();
    }

    // One worker with 3, 3 and 7 hours: the second may be a duplicate, the third came in on another region's line. Another worker with 2.
    private async Task RecordAsync()
    {
        foreach (var (worker, keys) in new[]
                 {
                     (TestData.Nl, TestData.InFlanders + "131"), (TestData.Nl, TestData.InFlanders + "131"),
                     (TestData.Nl, TestData.InWallonia + "271"), (TestData.Fr, TestData.InBrussels + "421"),
                 })
        {
            await using var call = await _server.DialAsync(TestData.FlandersLandline);
            await call.Presses(worker.Keys + keys);
        }
    }

    private Task FillAsync(int entries) => _server.Database.ExecuteAsync($"""
        insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                caller, call_sid, entry_no, possible_duplicate)
        select worker.company_id, worker.id, client.id, client.region, 1, 1, date '2026-03-12' - n % 20,
               timestamptz '2026-03-12 10:00+01' - n / 3 * interval '60.000001 seconds', 'wallonia', '', '', 'CA' || md5(random()::text), 1, false
        from worker, client, generate_series(1, {entries}) as n where login = '{TestData.Nl.Login}' and user_number = '{TestData.InFlanders}'
        """);

    private static async Task<IEnumerable<string>> ReferencesAsync(Screen screen) => await screen.Page.EvalOnSelectorAllAsync<string[]>(
        "#entries tbody tr", "rows => rows.map(row => row.dataset.reference)");
}
