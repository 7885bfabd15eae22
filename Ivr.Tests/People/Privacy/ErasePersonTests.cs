using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Ivr.Tests.People.Import;

namespace Ivr.Tests.People.Privacy;

/// <summary>
/// <c>erase-person</c> deletes all data that it may delete, or nothing. Entries stay, and with them the login or user number that they
/// belong to.
/// </summary>
public sealed class ErasePersonTests(TestCluster cluster) : IAsyncLifetime
{
    private PrivacyDesk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await PrivacyDesk.OpenAsync(cluster);

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Of_a_worker_the_login_and_the_entries_are_left_and_nothing_else()
    {
        var reference = await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.RecordAsync(TestData.Fr, TestData.InFlanders);
        await _desk.FailAsync(TestData.Nl.Login, "1 day");
        await _desk.FailAsync(TestData.Fr.Login, "1 day");
        foreach (var worker in new[] { TestData.Nl, TestData.Fr })
        {
            await _desk.LeaveAsync(worker, TestData.InFlanders);
            await _desk.RefuseAsync(worker, "1 minute");
            await _desk.RememberAsync(worker, "1 day");
            await _desk.TraceAsync(worker, "1 minute");
            await _desk.TakePlaceAsync(worker.Login, "1 minute");
            await _desk.SaveAsync(worker, TestData.InFlanders, "1 minute");
        }

        await _desk.Database.ExecuteAsync($"update worker set picked_language = 'en' where login = '{TestData.Nl.Login}'");

        var (exitCode, output, errors) = await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            "f f",
            await _desk.Database.SingleAsync<string>($"""
                select concat_ws(' ', name, password_hash, language, picked_language, active, app_blocked)
                from worker where login = '{TestData.Nl.Login}' and erased_at <= now()
                """));
        var feed = await _desk.Database.FeedAsync();
        var theirs = Assert.Single(feed, row => row.WorkerLogin == TestData.Nl.Login);
        Assert.Equal((reference, "", 3, TestData.InFlanders), (theirs.Reference, theirs.Caller, theirs.Hours, theirs.UserNumber));
        Assert.Equal("+32470000001", Assert.Single(feed, row => row.WorkerLogin == TestData.Fr.Login).Caller);
        Assert.Equal([TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from login_failure"));
        Assert.Equal([TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from login_lock"));
        Assert.Equal([TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from locked_login_entry"));
        Assert.Equal(
            [$"{TestData.Nl.Login} {TestData.InFlanders}", $"{TestData.Fr.Login} {TestData.InFlanders} +32470000001"], await LeftAsync());
        Assert.Equal(
            [TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from refused_look_up join worker on worker.id = worker_id"));
        Assert.Equal(
            [TestData.Fr.Login], await _desk.Database.QueryAsync<string>("select login from worker_mobile join worker on worker.id = worker_id"));
        Assert.Equal(
            ["", $"{TestData.Fr.Login} +32*******01"],
            await _desk.Database.QueryAsync<string>("select trim(concat_ws(' ', login, caller)) from call left join worker on worker.id = worker_id order by 1"));
        Assert.Matches(
            "AUDIT [-0-9T:]+Z erase-person worker row [0-9]+: "
            + "worker 1, prestation 1, emergency_entry 1, worker_mobile 1, saved_client 1, refused_look_up 1, call 1, login_failure 1, login_lock 1, locked_login_entry 1$",
            output);
        Assert.DoesNotContain(TestData.Nl.Login, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Worker nl", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_client_the_user_number_and_the_entries_are_left_and_nothing_else()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders);
        await _desk.RecordAsync(TestData.Nl, TestData.InBrussels);
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders);
        await _desk.LeaveAsync(TestData.Nl, TestData.InBrussels);
        await _desk.SaveAsync(TestData.Nl, TestData.InFlanders, "1 minute");
        await _desk.SaveAsync(TestData.Nl, TestData.InBrussels, "1 minute");

        var (exitCode, output, _) = await _desk.RunAsync("erase-person", "client", TestData.InFlanders, "--yes");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            "flanders f",
            await _desk.Database.SingleAsync<string>($"""
                select concat_ws(' ', name, phone, language, region, active)
                from client where user_number = '{TestData.InFlanders}' and erased_at <= now()
                """));
        var feed = await _desk.Database.FeedAsync();
        Assert.Equal("", Assert.Single(feed, row => row.UserNumber == TestData.InFlanders).Caller);
        Assert.Equal("+32470000001", Assert.Single(feed, row => row.UserNumber == TestData.InBrussels).Caller);
        Assert.Equal(
            [$"{TestData.Nl.Login} {TestData.InFlanders}", $"{TestData.Nl.Login} {TestData.InBrussels} +32470000001"], await LeftAsync());
        Assert.Equal(
            ["10 t", "11 The lady with the dog f"],
            await _desk.Database.QueryAsync<string>("select concat_ws(' ', number, name, removed_at is not null) from saved_client order by number"));
        Assert.EndsWith(": client 1, prestation 1, saved_client 1, emergency_entry 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_worker_is_on_the_line_like_somebody_who_never_was_there()
    {
        await using var server = await TestServer.StartOnAsync(_desk.Database.ConnectionString, new(TestServer.Afternoon));
        await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");

        var heard = new List<string>();
        foreach (var login in new[] { TestData.Nl.Login, "980999999999" })
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await call.Presses($"{login}#{TestData.Nl.Password}#");
            heard.Add(call.Exchanges[^1].Body[..call.Exchanges[^1].Body.IndexOf("answer?call=", StringComparison.Ordinal)]
                + string.Join(' ', call.Exchanges[^1].Document!.Spoken));
        }

        Assert.Equal(heard[1], heard[0]);
    }

    [Fact]
    public async Task The_row_goes_with_the_purge_once_no_entry_is_under_it()
    {
        await _desk.RecordAsync(TestData.Nl, TestData.InFlanders, "1 year");
        await _desk.LeaveAsync(TestData.Nl, TestData.InFlanders, "1 year");
        await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");
        await _desk.RunAsync("erase-person", "client", TestData.InFlanders, "--yes");
        await _desk.RunAsync("purge");
        Assert.Equal((6, 4), await PeopleAsync());

        await _desk.Database.ExecuteAsync("update prestation set service_date = service_date - interval '12 years'");
        await _desk.RefuseAsync(TestData.Nl, "1 minute");
        await _desk.RunAsync("purge");
        Assert.Equal((6, 4), await PeopleAsync());

        await _desk.Database.ExecuteAsync("update emergency_entry set service_date = service_date - interval '12 years'");
        await _desk.RunAsync("purge");
        Assert.Equal((6, 3), await PeopleAsync());

        await _desk.Database.ExecuteAsync("update refused_look_up set refused_at = refused_at - interval '1 hour'");
        await _desk.PurgesAsync("erased workers without entries: 1 deleted");

        Assert.Equal((5, 3), await PeopleAsync());
        Assert.Empty(await _desk.Database.FeedAsync());
    }

    [Fact]
    public async Task Who_is_imported_again_is_there_again()
    {
        await _desk.RunAsync("erase-person", "worker", TestData.Nl.Login, "--yes");
        await _desk.RunAsync("erase-person", "client", TestData.InFlanders, "--yes");
        await using var desk = new ImportDesk(_desk.Database.ConnectionString);

        await desk.ImportAsync(CsvTables.Workers, TestData.Workers);
        await desk.ImportAsync(CsvTables.Clients, TestData.Clients);

        Assert.Equal(0, await _desk.Database.SingleAsync<int>(
            "select (select count(*) from worker where erased_at is not null) + (select count(*) from client where erased_at is not null)"));
    }

    private Task<IReadOnlyList<string>> LeftAsync() => _desk.Database.QueryAsync<string>(
        "select trim(concat_ws(' ', login, user_number, caller)) from emergency_entry order by id");

    private async Task<(int Workers, int Clients)> PeopleAsync() => (
        await _desk.Database.SingleAsync<int>("select count(*) from worker"), await _desk.Database.SingleAsync<int>("select count(*) from client"));
}
