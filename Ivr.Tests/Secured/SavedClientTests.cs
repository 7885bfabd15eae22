using System.Net;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>A company sees and changes the clients that its workers key by a short number, and prints a card with them.</summary>
public sealed class SavedClientTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Page = "/company/saved-clients/worker";
    private const string Of = $"{Page}?login=980000000011";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_a_worker_s_calls_saved_is_renamed_removed_and_put_back_and_the_phone_says_so()
    {
        await RecordTwiceAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.Page.Locator(".pages").GetByRole(AriaRole.Link, new() { Name = "Saved clients" }).ClickAsync();
        await screen.PhotographAsync("saved-clients-workers");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Worker nl" }).ClickAsync();
        var row = screen.Page.Locator("tr[data-number='10']");
        await Assertions.Expect(row).ToContainTextAsync("Client in Flanders");
        await Assertions.Expect(row).ToContainTextAsync("100 000 000 135");

        await row.GetByText("Rename").ClickAsync();
        await row.GetByLabel("Name").FillAsync("Mrs. Peeters, Monday");
        await screen.PhotographAsync("saved-clients-rename");
        await row.GetByRole(AriaRole.Button, new() { Name = "Save the name" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The name is saved.");
        await Assertions.Expect(row).ToContainTextAsync("Mrs. Peeters, Monday");

        await row.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The client is no longer on the list.");
        await Assertions.Expect(screen.Page.Locator("#empty")).ToBeVisibleAsync();
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + "10#");
            call.Hears("staat niet meer op uw lijst");
        }

        await screen.Page.GetByText("Removed (1)").ClickAsync();
        await screen.PhotographAsync("saved-clients-removed");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Put back" }).ClickAsync();
        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The client is on the list.");
        await Assertions.Expect(row).ToContainTextAsync("Mrs. Peeters, Monday");
        await using var again = await _server.DialAsync(TestData.FlandersLandline);
        await again.Presses(TestData.Nl.Keys + "10#" + "14");
        again.Hears("Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5:");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task An_added_client_has_the_next_number_and_its_own_name_stays_hidden_until_there_is_an_entry()
    {
        await RecordTwiceAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync(Of);

        await screen.Page.GetByLabel("User number").FillAsync("100 000 000 236");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The client is on the list.");
        var row = screen.Page.Locator("tr[data-number='11']");
        await Assertions.Expect(row).ToContainTextAsync("(no name)");
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + "11#" + "131");
            call.Hears("Uw prestatie is geregistreerd.");
            call.DoesNotHear("volstaat voortaan");
        }

        await screen.GoAsync(Of);
        await Assertions.Expect(row).ToContainTextAsync("Client in Brussels");
        await screen.PhotographAsync("saved-clients");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task What_was_typed_stays_beside_the_reason_why_it_is_not_added()
    {
        await RecordTwiceAsync();
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync(Of);
        await screen.Page.GetByLabel("Name, if you like").FillAsync("Typed with care");
        await screen.Page.GetByLabel("User number").FillAsync(TestData.InFlanders);

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Add" }).ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#problem")).ToHaveTextAsync("This client is already on the list.");
        await Assertions.Expect(screen.Page.GetByLabel("Name, if you like")).ToHaveValueAsync("Typed with care");
        await Assertions.Expect(screen.Page.GetByLabel("User number")).ToHaveValueAsync(TestData.InFlanders);
        screen.ComplainsOfNothing();
    }

    [Theory]
    [InlineData("12", "", "A user number has 12 digits.")]
    [InlineData(TestData.NotKnown, "", "No active client has this user number.")]
    [InlineData(TestData.NoLongerActive, "", "No active client has this user number.")]
    [InlineData(TestData.InBrussels, "long", "A name has 100 characters at most.")]
    public async Task What_cannot_be_added_is_told_and_nothing_is_written(string userNumber, string name, string told)
    {
        using var door = await OpenAsync(Visitors.OfAlfa);

        using var response = await door.PostAsync(
            Of, $"{Of}&handler=Add", ("userNumber", userNumber), ("name", name == "long" ? new('x', 101) : name));

        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from saved_client"));
    }

    [Theory]
    [InlineData("nl", "Alle nummers van 10 tot 99 zijn in gebruik")]
    [InlineData("fr", "Tous les numéros de 10 à 99 sont utilisés")]
    [InlineData("de", "Alle Nummern von 10 bis 99 sind vergeben")]
    [InlineData("en", "All numbers from 10 to 99 are in use")]
    public async Task When_the_numbers_were_used_up_at_another_company_this_one_is_told(string language, string told)
    {
        await _server.Database.ExecuteAsync($"""
            insert into client (user_number, name, region, language, active)
            select (200000000000 + n)::text, 'Client ' || n, 'flanders', 'nl', true from generate_series(1, 90) as n;
            insert into saved_client (worker_id, company_id, client_id, saved_at, removed_at)
            select worker.id, company.id, client.id, now(), now()
            from worker, company, client
            where login = '{TestData.Nl.Login}' and company_code = 'BETA' and user_number like '2000%'
            """);
        using var door = await OpenAsync(Visitors.OfAlfa, language);

        using var response = await door.PostAsync(Of, $"{Of}&handler=Add", ("userNumber", TestData.InBrussels));

        Assert.Contains(told, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(90, await _server.Database.SingleAsync<int>("select count(*) from saved_client"));
        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from refused_user_number"));
    }

    [Fact]
    public async Task Numbers_of_nobody_count_as_for_entries_that_were_left()
    {
        await _server.Database.ExecuteAsync("""
            insert into refused_user_number (company_id, refused_at)
            select id, '2026-03-12 14:29Z' from company, generate_series(1, 30) where company_code = 'ALFA'
            """);
        using var door = await OpenAsync(Visitors.OfAlfa);

        using var response = await door.PostAsync(Of, $"{Of}&handler=Add", ("userNumber", TestData.InBrussels));

        Assert.Contains("Too many user numbers were nobody", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from saved_client"));
    }

    [Fact]
    public async Task The_card_is_in_the_worker_s_language_and_fits_on_paper()
    {
        await RecordTwiceAsync(TestData.Fr);
        await _server.Database.ExecuteAsync("update saved_client set name = 'Madame Dubois'");
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync($"{Page}?login={TestData.Fr.Login}");

        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Card to print" }).ClickAsync();

        var card = screen.Page.Locator("article.pocket");
        await Assertions.Expect(card).ToHaveAttributeAsync("lang", "fr");
        await Assertions.Expect(card.Locator("h1")).ToHaveTextAsync("Mes clients au téléphone");
        await Assertions.Expect(card.Locator("tbody td")).ToHaveTextAsync(["10 #", "Madame Dubois", "… 135"]);
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToBeVisibleAsync();
        await screen.PhotographAsync("card");
        await screen.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator("#print")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Page.Locator(".pages")).ToBeHiddenAsync();
        await Assertions.Expect(screen.Page.Locator(".back")).ToBeHiddenAsync();
        await screen.PhotographAsync("card-printed");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Another_company_sees_and_changes_nothing()
    {
        await RecordTwiceAsync();
        using var door = await OpenAsync(Visitors.OfBeta);
        const string own = $"{Page}?login=980000000033";

        Assert.DoesNotContain("Worker nl", await door.ReadAsync("/company/saved-clients"), StringComparison.Ordinal);
        Assert.Contains("Worker de", await door.ReadAsync("/company/saved-clients"), StringComparison.Ordinal);
        foreach (var path in new[] { Of, "/company/saved-clients/card?login=980000000011", Page })
        {
            using var refused = await door.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        foreach (var handler in new[] { "Add", "Rename", "Remove" })
        {
            using var refused = await door.PostAsync(own, $"{Of}&handler={handler}", ("number", "10"), ("name", "ours"), ("userNumber", TestData.InBrussels));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Equal("10 t", await _server.Database.SingleAsync<string>("select concat_ws(' ', number, name is null and removed_at is null) from saved_client"));
    }

    [Fact]
    public async Task Who_left_for_another_company_is_on_no_list_of_the_former_one_and_begins_with_none()
    {
        await RecordTwiceAsync();
        await _server.Database.ExecuteAsync($"""
            update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'
            """);
        using var former = await OpenAsync(Visitors.OfAlfa);
        using var present = await OpenAsync(Visitors.OfBeta);

        Assert.DoesNotContain("Worker nl", await former.ReadAsync("/company/saved-clients"), StringComparison.Ordinal);
        using var refused = await former.GetAsync(Of);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var list = await present.ReadAsync(Of);
        Assert.Contains("id=\"empty\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"removed\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain("100 000 000 135", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_remove_at_once_one_is_told()
    {
        await RecordTwiceAsync();
        using var door = await OpenAsync(Visitors.OfAlfa);

        using var first = await door.PostAsync(Of, $"{Of}&handler=Remove", ("number", "10"));
        using var second = await door.PostAsync(Of, $"{Of}&handler=Remove", ("number", "10"));
        using var renamed = await door.PostAsync(Of, $"{Of}&handler=Rename", ("number", "10"), ("name", "late"));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        foreach (var late in new[] { second, renamed })
            Assert.Contains("Somebody else has removed this client meanwhile.", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_workers_there_are_the_search_finds_each()
    {
        await _server.Database.ExecuteAsync("""
            insert into worker (login, password_hash, company_id, name, language, active)
            select (970000000000 + n)::text, '', company.id, 'Colleague ' || n, 'nl', true from company, generate_series(1, 250) as n where company_code = 'ALFA'
            """);
        using var door = await OpenAsync(Visitors.OfAlfa);

        var all = await door.ReadAsync("/company/saved-clients");
        Assert.Contains("1–200", WebUtility.HtmlDecode(all), StringComparison.Ordinal);
        Assert.DoesNotContain("Worker nl", all, StringComparison.Ordinal);
        foreach (var search in new[] { "worker NL", TestData.Nl.Login, "98000000001" })
        {
            var found = await door.ReadAsync($"/company/saved-clients?search={Uri.EscapeDataString(search)}");
            Assert.Contains("Worker nl", found, StringComparison.Ordinal);
            Assert.DoesNotContain("Colleague", found, StringComparison.Ordinal);
        }

        Assert.Contains("id=\"empty\"", await door.ReadAsync("/company/saved-clients?search=nobody"), StringComparison.Ordinal);
    }

    private async Task<Door> OpenAsync(Person person, string language = "en")
    {
        var door = new Door(_server, language);
        await door.SignInAsync(person);
        return door;
    }

    private async Task RecordTwiceAsync(Worker? worker = null)
    {
        for (var activity = 1; activity <= 2; activity++)
        {
            await using var call = await _server.DialAsync(TestData.FlandersLandline);
            await call.Presses($"{(worker ?? TestData.Nl).Keys}{TestData.InFlanders}{activity}31");
        }

        Assert.Equal(1, await _server.Database.SingleAsync<int>("select count(*) from saved_client"));
    }
}
