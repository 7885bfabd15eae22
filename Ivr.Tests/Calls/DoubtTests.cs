using Dapper;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Calls;

/// <summary>
/// PostgreSQL does not accept the confirmation: the entry is kept, and the caller hears either that it is not recorded or that this is
/// uncertain.
/// </summary>
public sealed class DoubtTests(TestCluster cluster)
{
    [Fact]
    public async Task An_entry_whose_connection_broke_after_it_was_sent_is_sent_again_and_recorded_once()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        var locked = await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation");

        var confirming = call.Presses("1");
        await server.Database.WaitForWaitingSessionAsync();
        await connection.EndOthersAsync();
        await locked.CommitAsync();
        await confirming;

        call.Hears("Uw prestatie is geregistreerd.");
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task An_entry_that_was_sent_and_never_answered_is_said_to_be_uncertain()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation");

        var confirming = call.Presses("1");
        await server.Database.WaitForWaitingSessionAsync();
        await server.Database.ShutAsync();
        await confirming;

        call.Hears("misschien zijn ze al geregistreerd.").DoesNotHear("niet geregistreerd.");
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_in_time_ends_with_words_before_Twilio_gives_up()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        await using var locked = await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation");

        await using var metronome = new Metronome();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await call.Presses("1");
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, metronome.Allow(TimeSpan.FromSeconds(12)));
        call.Hears("misschien zijn ze al geregistreerd.").DoesNotHear("niet geregistreerd.");
    }

    [Fact]
    public async Task A_confirmation_that_waits_for_its_own_first_delivery_is_uncertain_and_not_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var firstDelivery = await server.Database.OpenAsync();
        await using var committing = await firstDelivery.BeginTransactionAsync();
        await firstDelivery.ExecuteAsync(
            """
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                    line, dialled, caller, call_sid, entry_no, possible_duplicate)
            select company_id, worker.id, client.id, region, 1, 3, '2026-03-12', now(), 'wallonia', '', '', @CallSid, 1, false
            from worker, client
            where login = '980000000011' and user_number = '100000000135'
            """,
            new { call.CallSid });

        await call.Presses("1");
        call.Hears("misschien zijn ze al geregistreerd.").DoesNotHear("niet geregistreerd.");
        await committing.CommitAsync();
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task An_entry_that_found_no_connection_in_time_is_never_written_later()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        var pool = server.Services.GetRequiredService<NpgsqlDataSource>();
        var taken = await Task.WhenAll(Enumerable.Range(0, TestCluster.PoolSize).Select(_ => pool.OpenConnectionAsync().AsTask()));

        await call.Presses("1");
        call.Hears("bewaard, maar nog niet geregistreerd.");
        foreach (var connection in taken)
            await connection.DisposeAsync();
        await using var next = await server.DialAsync(TestData.FlandersLandline);
        await next.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        next.DoesNotHear("al geregistreerd");
    }
}
