using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>What becomes of short numbers when the list changes beside the calls, and in calls at the same time.</summary>
public sealed class ShortNumberCallTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Told = "volstaat voortaan";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.TakeAsync(cluster);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_removed_client_is_told_comes_back_by_no_entry_and_nobody_else_gets_the_number()
    {
        await RecordTwiceAsync(TestData.InFlanders);
        await _server.Database.ExecuteAsync("update saved_client set removed_at = now()");

        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "10#");
        call.Hears("De klant met dat korte nummer staat niet meer op uw lijst.");
        await call.Presses(TestData.InFlanders + "#331");
        call.DoesNotHear(Told);
        await RecordTwiceAsync(TestData.InBrussels);

        Assert.Equal(
            [$"10 {TestData.InFlanders} t", $"11 {TestData.InBrussels} f"],
            await _server.Database.QueryAsync<string>("select concat_ws(' ', number, user_number, removed_at is not null) from saved_client order by number"));
    }

    [Fact]
    public async Task A_client_who_became_inactive_is_told_as_with_the_twelve_digits()
    {
        await RecordTwiceAsync(TestData.InFlanders);
        await _server.Database.ExecuteAsync($"update client set active = false where user_number = '{TestData.InFlanders}'");

        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "10#");

        call.Hears("Voor deze klant kunnen we nu niets registreren.");
    }

    [Fact]
    public async Task A_worker_who_changed_company_has_other_numbers_there()
    {
        await RecordTwiceAsync(TestData.InFlanders);
        await _server.Database.ExecuteAsync($"""
            update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'
            """);

        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + "10#");
            call.Hears("U hebt geen klant met dat korte nummer.");
            await call.Presses(TestData.InFlanders + "#331");
            call.DoesNotHear(Told);
        }

        // The second entry for the new company. Those for the other one do not count.
        await using (var call = await _server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "431");
            call.Hears("volstaat voortaan 1 1 en het hekje");
        }

        await using var next = await _server.DialAsync(TestData.FlandersLandline);
        await next.Presses(TestData.Nl.Keys + "11#" + "14");
        next.Hears("Klant 1 0 0, 0 0 0, 0 0 0, 1 3 5:");
    }

    [Fact]
    public async Task A_look_up_by_short_number_counts_what_is_on_record_as_another_does()
    {
        await RecordTwiceAsync(TestData.InFlanders);

        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "10#" + "13");
        call.Hears("is vandaag al geregistreerd");
        await call.Presses("1");

        Assert.Equal([false, false, true], (await _server.Database.FeedAsync()).Select(row => row.PossibleDuplicate));
    }

    [Fact]
    public async Task Two_calls_of_one_worker_at_once_get_different_numbers_for_different_clients()
    {
        await RecordAsync(TestData.InFlanders, "1");
        await RecordAsync(TestData.InBrussels, "1");
        await using var one = await _server.DialAsync(TestData.FlandersLandline);
        await using var other = await _server.DialAsync(TestData.FlandersLandline);
        await one.Presses(TestData.Nl.Keys + TestData.InFlanders + "23");
        await other.Presses(TestData.Nl.Keys + TestData.InBrussels + "23");

        await Task.WhenAll(one.Presses("1"), other.Presses("1"));

        one.Hears(Told);
        other.Hears(Told);
        Assert.Equal([10, 11], await _server.Database.QueryAsync<int>("select number::integer from saved_client order by number"));
        Assert.Equal(4, (await _server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task Two_calls_of_one_worker_at_once_for_one_client_make_one_number()
    {
        await RecordAsync(TestData.InFlanders, "1");
        await using var one = await _server.DialAsync(TestData.FlandersLandline);
        await using var other = await _server.DialAsync(TestData.FlandersLandline);
        await one.Presses(TestData.Nl.Keys + TestData.InFlanders + "23");
        await other.Presses(TestData.Nl.Keys + TestData.InFlanders + "33");

        await Task.WhenAll(one.Presses("1"), other.Presses("1"));

        one.Hears("Uw prestatie is geregistreerd.");
        other.Hears("Uw prestatie is geregistreerd.");
        Assert.Equal([10], await _server.Database.QueryAsync<int>("select number::integer from saved_client"));
        Assert.Equal(3, (await _server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task With_all_ninety_numbers_given_an_entry_is_recorded_without_one()
    {
        await _server.Database.ExecuteAsync($"""
            insert into client (user_number, name, region, language, active)
            select (200000000000 + n)::text, 'Client', 'flanders', 'nl', true from generate_series(1, 90) as n;
            insert into saved_client (worker_id, company_id, user_number, saved_at)
            select worker.id, company_id, (200000000000 + n)::text, now() from worker, generate_series(1, 90) as n where login = '{TestData.Nl.Login}'
            """);

        await RecordAsync(TestData.InFlanders, "1");
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "231");

        call.Hears("Uw prestatie is geregistreerd.");
        call.DoesNotHear(Told);
        Assert.Equal("90 10 99", await _server.Database.SingleAsync<string>("select concat_ws(' ', count(*), min(number), max(number)) from saved_client"));
    }

    private async Task RecordTwiceAsync(string userNumber)
    {
        await RecordAsync(userNumber, "1");
        await RecordAsync(userNumber, "2");
    }

    private async Task RecordAsync(string userNumber, string activity)
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Keys}{userNumber}{activity}31");
        call.Hears("Uw prestatie is geregistreerd.");
    }
}
