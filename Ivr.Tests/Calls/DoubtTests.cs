using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Calls;

/// <summary>PostgreSQL does not take the confirmation: the caller hears whether the entry is on record, or that nobody knows.</summary>
public sealed class DoubtTests(TestCluster cluster)
{
    [Fact]
    public async Task A_refused_entry_is_said_to_be_not_recorded()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await server.Database.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9)");
        await call.Presses("1");
        call.HearsGoodbye("Deze prestatie is niet geregistreerd.");
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_heard_and_stores_nothing()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        await server.Database.ExecuteAsync($"alter database {connection.Database} set default_transaction_read_only = on");
        // Only new sessions are read-only.
        server.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        await call.Presses("1");
        call.HearsGoodbye("Deze prestatie is niet geregistreerd.");
    }

    [Fact]
    public async Task An_entry_whose_connection_broke_after_it_was_sent_is_sent_again_and_recorded_once()
    {
        await using var server = await TestServer.StartAsync(cluster);
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

        call.Hears("Geregistreerd");
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task An_entry_that_was_sent_and_never_answered_is_said_to_be_uncertain()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation");

        var confirming = call.Presses("1");
        await server.Database.WaitForWaitingSessionAsync();
        await server.Database.ShutAsync();
        await confirming;

        call.HearsGoodbye("We weten niet zeker of deze prestatie geregistreerd is.");
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_in_time_ends_with_words_before_Twilio_gives_up()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await using var connection = await server.Database.OpenAsync();
        await using var locked = await connection.BeginTransactionAsync();
        await connection.LockAsync("prestation");

        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await call.Presses("1");
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(12));
        Assert.True(
            call.Heard.Contains("niet geregistreerd", StringComparison.Ordinal) || call.Heard.Contains("niet zeker", StringComparison.Ordinal),
            call.Transcript.ToString());
    }
}
