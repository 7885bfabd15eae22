using System.Text.Json;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>The view and the notifications that other systems depend on.</summary>
public sealed class FeedTests(TestCluster cluster)
{
    private const int Patience = 60_000;

    [Fact]
    public async Task The_feed_has_the_columns_that_were_promised_in_order_and_type()
    {
        await using var database = await cluster.TakeDatabaseAsync();

        var columns = await database.QueryAsync<string>("""
            select concat_ws(' ', column_name, data_type)
            from information_schema.columns where table_name = 'prestation_feed' order by ordinal_position
            """);

        Assert.Equal(
            [
                "reference text",
                "company_code text",
                "worker_login text",
                "user_number text",
                "region text",
                "activity smallint",
                "hours smallint",
                "service_date date",
                "recorded_at timestamp with time zone",
                "line text",
                "dialled text",
                "caller text",
                "call_sid text",
                "entry_no integer",
                "possible_duplicate boolean",
            ],
            columns.Take(15));
    }

    [Fact]
    public async Task A_confirmed_prestation_is_told_to_who_listens_and_can_be_read_then()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var listener = await ListenAsync(server.Database);
        var told = new List<string>();
        listener.Notification += (_, notification) => told.Add(notification.Payload);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.De.Keys + TestData.InFlanders + "131");

        Assert.True(await listener.WaitAsync(Patience));
        var row = Assert.Single(await server.Database.FeedAsync());
        using var payload = JsonDocument.Parse(Assert.Single(told));
        Assert.Equal(
            [("company_code", "BETA"), ("reference", row.Reference)],
            payload.RootElement.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!)));
    }

    [Fact]
    public async Task A_cancellation_is_told_on_its_own_channel()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var listener = await ListenAsync(server.Database, "prestation_correction");

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.De.Keys + TestData.InFlanders + "131" + "91");

        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal($$"""{"company_code" : "BETA", "reference" : "{{row.Reference}}"}""", await NextAsync(listener));
    }

    [Fact]
    public async Task Nothing_is_told_before_COMMIT_nor_after_ROLLBACK()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.De.Keys + TestData.InFlanders + "131");
        await using var listener = await ListenAsync(server.Database);
        await using var writer = await server.Database.OpenAsync();

        await using (var transaction = await writer.BeginTransactionAsync())
        {
            await CopyAsync(writer, entryNumber: 2);
            await ToldNothingAsync(listener, server.Database);
            await transaction.RollbackAsync();
        }

        await ToldNothingAsync(listener, server.Database);
        await CopyAsync(writer, entryNumber: 3);
        Assert.Contains("company_code", await NextAsync(listener), StringComparison.Ordinal);
    }

    // PostgreSQL delivers notifications in order. If this one arrives first, nothing was sent before it.
    private static async Task ToldNothingAsync(NpgsqlConnection listener, TestDatabase database)
    {
        await database.ExecuteAsync("notify prestation, 'nothing else'");
        Assert.Equal("nothing else", await NextAsync(listener));
    }

    private static async Task<string> NextAsync(NpgsqlConnection listener)
    {
        var told = "";
        void Hear(object sender, NpgsqlNotificationEventArgs notification) => told = notification.Payload;
        listener.Notification += Hear;
        Assert.True(await listener.WaitAsync(Patience));
        listener.Notification -= Hear;
        return told;
    }

    private static async Task<NpgsqlConnection> ListenAsync(TestDatabase database, string channel = "prestation")
    {
        var listener = await database.OpenAsync();
        await using var listen = new NpgsqlCommand($"listen {channel}", listener);
        await listen.ExecuteNonQueryAsync();
        return listener;
    }

    // As an emergency entry that the company accepts. The entry of a call is notified by its server after COMMIT.
    private static async Task CopyAsync(NpgsqlConnection writer, int entryNumber)
    {
        await using var copy = new NpgsqlCommand(
            $"""
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                                    line, dialled, caller, call_sid, entry_no, possible_duplicate, origin)
            select company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at,
                   line, dialled, caller, call_sid, {entryNumber}, possible_duplicate, 'emergency'
            from prestation where entry_no = 1
            """,
            writer);
        await copy.ExecuteNonQueryAsync();
    }
}
