using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>The queries that a call sends to PostgreSQL, and their plans.</summary>
public sealed class RoundTripTests(TestCluster cluster)
{
    // PostgreSQL plans a statement for its values five times before it considers a generic plan.
    private const int Calls = 8;

    private static readonly string Entry = TestData.Nl.Keys + TestData.InFlanders + "13" + "1";

    [Fact]
    public async Task A_call_asks_once_at_the_login_once_at_the_user_number_and_once_at_the_confirmation()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        // Listens from here on, because the server has loaded its encryption keys by now.
        using var asked = new Asked(server.Database.ConnectionString);
        await call.Presses(Entry);
        call.Hears("Uw referentie is");

        Assert.Collection(
            asked.InWebhooks,
            login => Assert.Contains("left join worker using (login)", login, StringComparison.Ordinal),
            userNumber => Assert.Contains("user_number = @KeyedUserNumber", userNumber, StringComparison.Ordinal),
            confirmation => Assert.Contains("insert into prestation", confirmation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_from_a_Belgian_mobile_asks_once_more_at_the_beginning_and_counts_its_entry_with_the_confirmation()
    {
        await using var server = await TestServer.StartAsync(cluster);
        // The server loads its encryption keys.
        await using (await server.DialAsync(TestData.FlandersLandline))
        {
        }

        using var asked = new Asked(server.Database.ConnectionString);
        await using var call = await server.DialAsync(TestData.FlandersMobile, "+32470123456");
        await call.Presses(Entry);
        call.Hears("Uw referentie is");

        Assert.Collection(
            asked.InWebhooks,
            beginning => Assert.Contains("from worker_mobile join worker", beginning, StringComparison.Ordinal),
            login => Assert.Contains("left join worker using (login)", login, StringComparison.Ordinal),
            userNumber => Assert.Contains("user_number = @KeyedUserNumber", userNumber, StringComparison.Ordinal),
            confirmation => Assert.Contains("insert into worker_mobile", confirmation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_number_and_a_new_one_cost_no_round_trip_more()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses(Entry);
        await using var next = await server.DialAsync(TestData.FlandersLandline);
        using var asked = new Asked(server.Database.ConnectionString);
        await next.Presses(Entry);
        next.Hears("volstaat voortaan 1 0");
        await next.Presses("1" + "10#" + "33" + "1");
        next.Hears("Uw referentie is");

        Assert.Collection(
            asked.InWebhooks,
            login => Assert.Contains("left join worker using (login)", login, StringComparison.Ordinal),
            userNumber => Assert.Contains("user_number = @KeyedUserNumber", userNumber, StringComparison.Ordinal),
            confirmation => Assert.Contains("insert into prestation", confirmation, StringComparison.Ordinal),
            shortNumber => Assert.Contains("number = @KeyedShortNumber", shortNumber, StringComparison.Ordinal),
            confirmation => Assert.Contains("insert into prestation", confirmation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_entries_cost_one_question_more_and_an_undo_one()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(Entry);
        using var asked = new Asked(server.Database.ConnectionString);
        await call.Presses("91");
        await call.Presses("1");
        await call.Presses("9#");

        Assert.Collection(
            asked.InWebhooks,
            undo => Assert.Contains("undo_prestation", undo, StringComparison.Ordinal),
            entries => Assert.Contains("entries_of_day", entries, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_each_call_asks_is_prepared_and_finds_its_rows_by_index()
    {
        var one = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { MaxPoolSize = 1 };
        await using var server = await TestServer.StartOnAsync(one.ConnectionString, new(TestServer.Afternoon));
        for (var calls = 0; calls < Calls; calls++)
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await call.Presses(Entry);
            await using var other = await server.DialAsync(TestData.FlandersMobile, "+32470123456");
            await other.Presses(Entry);
        }

        await using var own = await server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        var prepared = string.Join('\n', await own.QueryAsync<string>("select statement from pg_prepared_statements"));
        Assert.Contains("left join worker using (login)", prepared, StringComparison.Ordinal);
        Assert.Contains("left join client on user_number", prepared, StringComparison.Ordinal);
        Assert.Contains("insert into prestation", prepared, StringComparison.Ordinal);
        Assert.Contains("from worker_mobile join worker", prepared, StringComparison.Ordinal);
        Assert.Contains("insert into worker_mobile", prepared, StringComparison.Ordinal);
        // Each statement has used a generic plan by now. Planning it for its values each time would take longer than running it.
        Assert.Empty(await own.QueryAsync<string>("select statement from pg_prepared_statements where from_sql = false and generic_plans = 0"));
        Assert.Equal("off", await own.ExecuteScalarAsync<string>("show enable_seqscan"));
    }

    /// <summary>Records the statements that webhooks send to one database, in order. Statements outside a webhook are left out.</summary>
    private sealed class Asked : IDisposable
    {
        private readonly ConcurrentQueue<string> _statements = new();
        private readonly ActivityListener _listener;

        public Asked(string connectionString)
        {
            var database = new NpgsqlConnectionStringBuilder(connectionString).Database;
            _listener = new()
            {
                ShouldListenTo = source => source.Name == "Npgsql",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = asked =>
                {
                    if (asked.Parent is not null && Equals(asked.GetTagItem("db.namespace"), database) && asked.GetTagItem("db.query.text") is string sql)
                        _statements.Enqueue(sql);
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<string> InWebhooks => _statements;

        public void Dispose() => _listener.Dispose();
    }
}
