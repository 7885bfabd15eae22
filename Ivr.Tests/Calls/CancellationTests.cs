using Ivr.Caller.Hearing;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The cancellation of an entry in the call that recorded it, as it is on record.</summary>
public sealed class CancellationTests(TestCluster cluster)
{
    private const string Cancellations =
        "select concat_ws(' ', reference, company_code, correction_no, activity, hours, service_date, cancelled, reason, made_by, origin) from prestation_correction_feed";

    [Fact]
    public async Task The_entry_stays_and_the_cancellation_is_a_row_beside_it_with_who_and_when()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "9");
        Assert.Empty(await server.Database.QueryAsync<string>(Cancellations));
        await call.Presses("1");

        var entry = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal((3, entry.Reference), (entry.Hours, HeardReference.In(call.Heard)!.Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(
            $"{entry.Reference} ALFA 1 1 3 2026-03-12 t undone {TestData.Nl.Login} phone",
            Assert.Single(await server.Database.QueryAsync<string>(Cancellations)));
        var madeAt = await server.Database.SingleAsync<DateTime>("select made_at from prestation_correction_feed");
        Assert.InRange(madeAt, entry.RecordedAt, server.Clock.GetUtcNow().UtcDateTime.AddMilliseconds(1));
    }

    [Fact]
    public async Task Of_two_calls_of_one_worker_at_once_each_cancels_its_own_entry_only()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var one = await server.DialAsync(TestData.FlandersLandline);
        await using var other = await server.DialAsync(TestData.Wallonia);
        await Task.WhenAll(one.Presses(TestData.Nl.Keys + TestData.InFlanders + "131"), other.Presses(TestData.Nl.Keys + TestData.InFlanders + "141"));

        await Task.WhenAll(one.Presses("91"), other.Presses("92"));

        one.Hears("Uw prestatie is geannuleerd.");
        other.Hears("Uw prestatie is geregistreerd.");
        Assert.Equal([3], await server.Database.QueryAsync<int>("select hours from prestation_correction_feed"));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_in_time_is_said_to_be_uncertain_and_cancels_once()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "9");
        await using var connection = await server.Database.OpenAsync();
        var locked = await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation_correction");

        await call.Presses("1");
        call.Hears("We weten niet zeker of uw prestatie geannuleerd is.").DoesNotHear("geregistreerd.");
        await locked.CommitAsync();
        await call.Presses("91");

        call.Hears("Uw prestatie is geannuleerd.");
        Assert.Single(await server.Database.QueryAsync<string>(Cancellations));
    }

    [Fact]
    public async Task A_repeat_writes_so_that_its_own_commit_waits_for_the_standby_too()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "91");
        const string written = "select xmin::text from prestation_correction";
        var first = await server.Database.SingleAsync<string>(written);

        await call.ResendsLast();

        Assert.NotEqual(first, await server.Database.SingleAsync<string>(written));
        Assert.Single(await server.Database.QueryAsync<string>(Cancellations));
    }

    [Fact]
    public async Task What_the_company_has_counted_again_stays_when_the_answer_comes_once_more()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131" + "91");
        await server.Database.ExecuteAsync("""
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
            select prestation_id, recorded_date, 2, company_id, activity, hours, service_date, false, 'worked after all', 'office', made_at from prestation_correction
            """);

        await call.ResendsLast();

        Assert.False(await server.Database.SingleAsync<bool>("select cancelled from company_entry"));
    }
}
