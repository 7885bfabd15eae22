using System.Net;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>A company accepts, refuses and corrects entries; what was recorded does not change.</summary>
public sealed class DecisionTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_was_left_is_accepted_and_is_a_prestation_of_the_day_of_the_call()
    {
        await LeaveAsync(TestData.InFlanders);
        _server.Clock.Advance(TimeSpan.FromDays(2));
        await using var screen = await OpenAsync();
        await screen.PhotographAsync("emergencies");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#empty")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The entry is accepted and counts.");
        var entry = Assert.Single(await _server.Database.FeedAsync());
        Assert.Equal((TestData.Nl.Login, TestData.InFlanders, 3, new DateOnly(2026, 3, 12)), (entry.WorkerLogin, entry.UserNumber, entry.Hours, entry.ServiceDate));
        Assert.Equal("emergency", await _server.Database.SingleAsync<string>("select origin from prestation_feed"));
        Assert.Equal("accepted office@alfa", await _server.Database.SingleAsync<string>("select decision || ' ' || made_by from emergency_decision"));
        Assert.Equal("recorded", await _server.Database.SingleAsync<string>("select status from emergency_entry"));
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Two_who_accept_at_once_and_twice_make_one_prestation()
    {
        await LeaveAsync(TestData.InFlanders);
        var id = await _server.Database.SingleAsync<long>("select id from emergency_entry");
        using var one = new Door(_server);
        using var other = new Door(_server);
        await one.SignInAsync(Visitors.OfAlfa);
        await other.SignInAsync(Visitors.OfAlfa);

        var answers = await Task.WhenAll(new[] { one, other, one, other }.Select(door => AcceptAsync(door, id)));

        Assert.Single(answers, HttpStatusCode.Redirect);
        Assert.Single(await _server.Database.FeedAsync());
        Assert.Equal(1, await _server.Database.SingleAsync<int>("select count(*) from emergency_decision"));
    }

    [Fact]
    public async Task One_is_refused_with_a_reason_and_never_accepted_after_that()
    {
        await LeaveAsync(TestData.InFlanders);
        var id = await _server.Database.SingleAsync<long>("select id from emergency_entry");
        await using var screen = await OpenAsync();

        await screen.Page.GetByText("Refuse").ClickAsync();
        await screen.Page.GetByLabel("Why not?").FillAsync("She was ill that day.");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm the refusal" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The entry is refused and does not count.");

        await Assertions.Expect(screen.Page.Locator(".steps")).ToContainTextAsync("She was ill that day.");
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        Assert.Equal(HttpStatusCode.OK, await AcceptAsync(door, id));
        Assert.Empty(await _server.Database.FeedAsync());
        Assert.Equal("refused", await _server.Database.SingleAsync<string>("select status from emergency_entry"));
    }

    [Fact]
    public async Task Where_the_user_number_was_nobodys_the_company_gives_the_right_one()
    {
        await LeaveAsync(TestData.NotKnown);
        await using var screen = await OpenAsync();
        await screen.Page.GetByLabel("The right user number").FillAsync("100 000 000 337");

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#empty")).ToBeVisibleAsync();
        var entry = Assert.Single(await _server.Database.FeedAsync());
        Assert.Equal((TestData.InWallonia, "wallonia"), (entry.UserNumber, entry.Region));
    }

    [Theory]
    [InlineData(TestData.InFlanders, 1)]
    [InlineData(TestData.InWallonia, 2)]
    public async Task What_was_left_instead_of_what_is_on_record_holds_once_it_is_accepted(string client, int entries)
    {
        await LeaveAsync(client);
        // A confirmation of the same entry, for Flanders and nine hours, was recorded, but the caller could not hear that.
        await _server.Database.ExecuteAsync($"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled, caller,
                                    call_sid, entry_no, possible_duplicate)
            select worker.company_id, worker_id, client.id, client.region, 1, 9, service_date, left_at, line, dialled, caller, call_sid, entry_no, false
            from emergency_entry join worker on worker.id = worker_id join client on client.user_number = '{TestData.InFlanders}'
            """);
        await using var screen = await OpenAsync();
        await Assertions.Expect(screen.Page.GetByText("On record, but different")).ToBeVisibleAsync();

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#empty")).ToBeVisibleAsync();
        Assert.Equal(entries, (await _server.Database.FeedAsync()).Count);
        var holds = Assert.Single(await _server.Database.QueryAsync<string>("select user_number || ' ' || hours from company_entry where not cancelled"));
        Assert.Equal($"{client} 3", holds);
        Assert.Equal("recorded", await _server.Database.SingleAsync<string>("select status from emergency_entry"));
    }

    [Fact]
    public async Task A_correction_is_added_and_what_was_recorded_stays()
    {
        var reference = await RecordAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        // The link lies over the whole row.
        await screen.Page.Locator($"tr[data-reference='{reference}'] [data-field=hours]").ClickAsync(new() { Force = true });
        await Assertions.Expect(screen.Page.Locator(".back a")).ToHaveTextAsync("← History");
        await Assertions.Expect(screen.Page.Locator(".pages [aria-current]")).ToHaveTextAsync("History");
        await Assertions.Expect(screen.Page.GetByLabel("Reason")).ToBeHiddenAsync();

        await screen.Page.GetByText("Correct it").ClickAsync();
        await screen.Page.GetByLabel("Hours").FillAsync("5");
        await screen.Page.GetByLabel("Reason").FillAsync("Five were planned and worked.");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("Your correction is saved.");
        await Assertions.Expect(screen.Page.Locator("#hours-now")).ToHaveTextAsync("5");
        await Assertions.Expect(screen.Page.Locator(".steps")).ToContainTextAsync("Five were planned and worked.");
        await screen.PhotographAsync("entry");
        Assert.Equal(3, Assert.Single(await _server.Database.FeedAsync()).Hours);
        Assert.Equal($"{reference} 5 office@alfa", await _server.Database.SingleAsync<string>(
            "select concat_ws(' ', reference, hours, made_by) from prestation_correction_feed"));
        screen.ComplainsOfNothing();
    }

    [Theory]
    [InlineData("0", "2026-03-12", "why")]
    [InlineData("10", "2026-03-12", "why")]
    [InlineData("3", "2026-03-13", "why")]
    [InlineData("3", "2026-02-01", "why")]
    [InlineData("3", "yesterday", "why")]
    [InlineData("3", "2026-03-12", " ")]
    public async Task A_correction_that_makes_no_sense_is_not_written(string hours, string date, string reason)
    {
        var reference = await RecordAsync();
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        Assert.Equal(HttpStatusCode.OK, await CorrectAsync(door, reference, seen: 0, hours, date, reason));

        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from prestation_correction"));
    }

    [Theory]
    [InlineData("11/03/2026")]
    [InlineData("11.3.26")]
    [InlineData("11032026")]
    public async Task The_day_of_a_correction_is_typed_in_any_form(string date)
    {
        var reference = await RecordAsync();
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        Assert.Equal(HttpStatusCode.Redirect, await CorrectAsync(door, reference, seen: 0, "3", date, "the day before"));

        Assert.Equal(new DateOnly(2026, 3, 11), await _server.Database.SingleAsync<DateOnly>("select service_date from prestation_correction"));
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_one_is_told()
    {
        var reference = await RecordAsync();
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        Assert.Equal(HttpStatusCode.Redirect, await CorrectAsync(door, reference, seen: 0, "4", "2026-03-12", "one"));
        Assert.Equal(HttpStatusCode.OK, await CorrectAsync(door, reference, seen: 0, "5", "2026-03-12", "other"));
        Assert.Equal(HttpStatusCode.OK, await CorrectAsync(door, reference, seen: int.MaxValue, "5", "2026-03-12", "other"));

        Assert.Equal(["one"], await _server.Database.QueryAsync<string>("select reason from prestation_correction"));
    }

    [Fact]
    public async Task What_is_cancelled_does_not_count()
    {
        var reference = await RecordAsync();
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        await CorrectAsync(door, reference, seen: 0, "3", "2026-03-12", "twice on the phone", ("cancelled", "1"));

        var today = await door.ReadAsync("/company");
        Assert.Contains("<dd id=\"total-hours\">0</dd>", today, StringComparison.Ordinal);
        Assert.Contains("Cancelled", today, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_worker_cancelled_in_the_call_is_shown_with_who_and_when_and_does_not_count()
    {
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "91");
        var reference = Assert.Single(await _server.Database.FeedAsync()).Reference;
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);

        var today = await door.ReadAsync("/company");
        Assert.Contains("<dd id=\"total-hours\">0</dd>", today, StringComparison.Ordinal);
        Assert.Contains("Cancelled by the worker", today, StringComparison.Ordinal);
        var entry = await door.ReadAsync($"/company/entries/{reference}");
        Assert.Contains("Cancelled by the worker, in the same call", entry, StringComparison.Ordinal);
        Assert.Matches($"<small>{TestData.Nl.Login}, [^<]*15:3", entry);
        Assert.Contains("Count it after all", entry, StringComparison.Ordinal);
        Assert.EndsWith(",1,True,True\r\n", await door.ReadAsync("/company/export.csv"), StringComparison.Ordinal);
        Assert.Contains("Cancelled by the worker", await door.ReadAsync("/company/export-excel.csv"), StringComparison.Ordinal);

        // The company may count it after all.
        await CorrectAsync(door, reference, seen: 1, "3", "2026-03-12", "worked after all");
        Assert.Contains("<dd id=\"total-hours\">3</dd>", await door.ReadAsync("/company"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_apart_from_correcting_and_told_and_a_cancelled_entry_has_no_remarks_on_its_hours()
    {
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "161" + "1" + TestData.InBrussels + "161");
        var reference = (await _server.Database.FeedAsync())[0].Reference;
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync($"/company/entries/{reference}");
        await Assertions.Expect(screen.Page.GetByText("Over 9 hours that day")).ToBeVisibleAsync();

        await screen.Page.GetByText("Cancel it").ClickAsync();
        await screen.Page.GetByLabel("Why does it not count?").FillAsync("It was entered twice.");
        await screen.PhotographAsync("entry-cancel");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the entry" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The entry is cancelled and does not count any more.");
        await Assertions.Expect(screen.Page.Locator(".flag")).ToHaveTextAsync(["Cancelled"]);
        await Assertions.Expect(screen.Page.GetByText("Count it after all")).ToBeVisibleAsync();
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfAlfa);
        Assert.Contains("id=\"empty\"", await door.ReadAsync("/company/history?long=1"), StringComparison.Ordinal);
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_session_ended_and_the_page_says_why_one_signs_in_again()
    {
        var reference = await RecordAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync($"/company/entries/{reference}");
        await screen.Page.GetByText("Correct it").ClickAsync();
        await screen.Page.GetByLabel("Hours").FillAsync("5");
        await screen.Page.GetByLabel("Reason").FillAsync("A long reason, typed with care.");
        await _server.Database.ExecuteAsync("delete from secured_session");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#ended")).ToContainTextAsync("Your session ended.");
        await screen.PhotographAsync("sign-in-ended");
        await screen.Page.Locator("#login").FillAsync(Visitors.OfAlfa.Login);
        await screen.Page.Locator("#password").FillAsync(Visitors.OfAlfa.Password);
        await screen.Page.Locator("form.stacked button").ClickAsync();

        await Assertions.Expect(screen.Page.GetByLabel("Reason")).ToHaveValueAsync("A long reason, typed with care.");
        await Assertions.Expect(screen.Page.GetByLabel("Hours")).ToHaveValueAsync("5");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#hours-now")).ToHaveTextAsync("5");
        // What was saved is no draft any more.
        await screen.GoAsync($"/company/entries/{reference}");
        await Assertions.Expect(screen.Page.GetByLabel("Reason")).ToBeHiddenAsync();
        Assert.Equal(0, await screen.Page.EvaluateAsync<int>("() => sessionStorage.length"));
    }

    private static async Task<HttpStatusCode> AcceptAsync(Door door, long id)
    {
        using var response = await door.PostAsync("/company/emergencies", "/company/emergencies?handler=Accept", ("id", $"{id}"));
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> CorrectAsync(
        Door door, string reference, int seen, string hours, string date, string reason, params (string, string)[] more)
    {
        var page = $"/company/entries/{reference}";
        using var response = await door.PostAsync(
            page, page, [("seen", $"{seen}"), ("activity", "1"), ("hours", hours), ("date", date), ("reason", reason), .. more]);
        return response.StatusCode;
    }

    private async Task<string> RecordAsync()
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        return Assert.Single(await _server.Database.FeedAsync()).Reference;
    }

    private async Task LeaveAsync(string userNumber)
    {
        await _server.IsReadyForTheWorstAsync();
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await _server.Database.ShutAsync();
            await call.Presses(TestData.Nl.Keys + userNumber + "131");
        }

        await _server.Database.OpenAgainAsync();
        await _server.HasLoadedAllAsync();
    }

    private async Task<Screen> OpenAsync()
    {
        var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.Page.Locator(".pages").GetByRole(AriaRole.Link, new() { Name = "To decide" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("article.left")).ToHaveCountAsync(1);
        return screen;
    }
}
