using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Emergency;

/// <summary>The database fails at each step of a call, and the caller still leaves the entry.</summary>
public sealed class LeavingTests(TestCluster cluster)
{
    private const string CannotConfirm = "Om door te geven druk 1";

    public static TheoryData<string, string, bool, bool> Steps => new()
    {
        // The keys before and after the database fails; whether the login and the client had been verified before.
        { "", TestData.Nl.Keys + TestData.InFlanders + "13", false, false },
        { $"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#{TestData.InFlanders}13", false, false },
        { TestData.Nl.Keys, TestData.InFlanders + "13", true, false },
        { TestData.Nl.Keys + TestData.InFlanders + "1321", TestData.InFlanders, true, true },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task What_is_left_is_loaded_once_and_waits_for_the_company(string before, string after, bool login, bool client)
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        if (before.Length > 0)
            await call.Presses(before);

        await server.Database.ShutAsync();
        await call.Presses(after);
        call.Hears(CannotConfirm).DoesNotHear("Om te bevestigen");
        await call.Presses("1");
        var reference = Outages.HeardReference(call.Heard);
        call.Hears("bewaard, maar nog niet geregistreerd").Hears("Nog eens:");
        await server.Database.OpenAgainAsync();

        var row = Assert.Single(await server.Database.LoadedAsync(1));
        Assert.Equal([reference], row.References);
        Assert.Equal(("waiting", call.CallSid, 1), (row.Status, row.CallSid, row.EntryNo));
        Assert.Equal((TestData.Nl.Login, login, TestData.Nl.Login), (row.Login, row.LoginVerified, row.WorkerLogin));
        Assert.Equal((TestData.InFlanders, client, "flanders"), (row.UserNumber, row.ClientVerified, row.Region));
        Assert.Equal((1, 3, new DateOnly(2026, 3, 12)), (row.Activity, row.Hours, row.ServiceDate));
        Assert.Equal(("nl", "flanders-brussels", TestData.FlandersLandline), (row.Language, row.Line, row.Dialled));
        Assert.Equal((Phone.DefaultCaller, false, null), (row.Caller, row.AfterConfirmation, row.PrestationReference));
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task What_was_confirmed_and_never_sent_is_left_without_another_key()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(TestData.Fr.Keys + TestData.InWallonia + "24");
        await server.Database.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9)");

        await call.Presses("1");

        call.HearsIn("fr", "Votre prestation est conservée, mais pas encore enregistrée.");
        var row = Assert.Single(await server.Database.LoadedAsync(1));
        Assert.Equal([Outages.HeardReference(call.Heard)], row.References);
        Assert.Equal((2, 4, false), (row.Activity, row.Hours, row.AfterConfirmation));
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_confirmation_whose_outcome_nobody_knows_is_not_said_to_be_unrecorded_and_never_becomes_two()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        // The COMMIT takes longer than a caller can wait, and ends after the journal is loaded.
        await server.Database.ExecuteAsync(
            """
            create function vanish() returns trigger language plpgsql as 'begin perform pg_sleep(9); return null; end';
            create constraint trigger slow_commit after insert on prestation
                deferrable initially deferred for each row execute function vanish();
            """);

        await call.Presses("1");

        call.Hears("misschien zijn ze al geregistreerd").DoesNotHear("niet geregistreerd");
        var reference = Outages.HeardReference(call.Heard);
        await Eventually.TrueAsync(
            async () => (await server.Database.EmergencyAsync()) is [{ Status: "recorded" }], "The entry is not marked as recorded.");
        var row = Assert.Single(await server.Database.EmergencyAsync());
        Assert.Equal([reference], row.References);
        Assert.True(row.AfterConfirmation);
        Assert.Equal(Assert.Single(await server.Database.FeedAsync()).Reference, row.PrestationReference);
    }

    [Fact]
    public async Task What_was_corrected_after_a_confirmation_that_was_lost_waits_beside_what_that_put_on_record()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        using var network = new FaultyNetwork();
        using var phone = network.PhoneFor(server);
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        network.LoseNextAnswer("/voice/answer");
        await call.Presses("1");
        await call.Presses("2" + "35");

        await server.Database.ShutAsync();
        await call.Presses("1");
        var reference = Outages.HeardReference(call.Heard);
        await server.Database.OpenAgainAsync();

        var row = Assert.Single(await server.Database.LoadedAsync(1));
        var recorded = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((3, 5), (recorded.Hours, row.Hours));
        Assert.Equal(("waiting", recorded.Reference), (row.Status, row.PrestationReference));
        Assert.Equal([reference], row.References);
    }

    [Theory]
    [InlineData(TestData.InFlanders, 1, 3, "recorded")]
    [InlineData(TestData.InBrussels, 1, 3, "waiting")]
    [InlineData(TestData.InFlanders, 2, 3, "waiting")]
    [InlineData(TestData.InFlanders, 1, 4, "waiting")]
    public async Task What_is_stored_after_it_was_loaded_marks_it_when_it_says_the_same(string userNumber, int activity, int hours, string status)
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await server.Database.ShutAsync();
        await call.Presses($"{TestData.Nl.Keys}{TestData.InFlanders}131");
        await server.Database.OpenAgainAsync();
        await server.Database.LoadedAsync(1);

        // Inserted as by a slow COMMIT.
        await server.Database.ExecuteAsync(
            $"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                    line, dialled, caller, call_sid, entry_no, possible_duplicate)
            select company_id, worker.id, client.id, region, {activity}, {hours}, '2026-03-12', now(), 'wallonia', '', '', '{call.CallSid}', 1, false
            from worker, client
            where login = '{TestData.Nl.Login}' and user_number = '{userNumber}'
            """);

        var row = Assert.Single(await server.Database.EmergencyAsync());
        Assert.Equal((status, Assert.Single(await server.Database.FeedAsync()).Reference), (row.Status, row.PrestationReference));
    }

    [Fact]
    public async Task A_second_entry_of_the_call_is_left_too_and_the_login_that_nobody_has_stays_unmatched()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersMobile, Phone.Withheld);
        await server.Database.ShutAsync();

        await call.Presses($"123456#99999#{TestData.NotKnown}131");
        await call.Presses($"1{TestData.InBrussels}491");
        await server.Database.OpenAgainAsync();

        var rows = await server.Database.LoadedAsync(2);
        Assert.Equal([(1, null, null), (2, null, "brussels")], rows.Select(row => (row.EntryNo, row.WorkerLogin, row.Region)));
        Assert.Equal(2, rows.SelectMany(row => row.References).Distinct().Count());
    }
}
