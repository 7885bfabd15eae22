using Dapper;
using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.CallScripts.Running;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Plans;
using Ivr.Tests.Properties.Playing;
using Ivr.Tests.Properties.Witness;
using Npgsql;

namespace Ivr.Tests.Properties;

/// <summary>A server on which scenarios are played one after another, each without the records of earlier ones.</summary>
internal sealed class Lane : IAsyncDisposable
{
    // Every truncated table and index would be a new one for PostgreSQL, which then plans all prepared statements of the server again. The
    // lock waits for statements that still write. No trigger fires, and no foreign key is checked.
    private const string Forget = """
        set local session_replication_role = replica;
        lock table prestation, prestation_correction, emergency_entry, emergency_reference, emergency_decision in share row exclusive mode;
        delete from prestation;
        delete from prestation_correction;
        delete from emergency_entry;
        delete from emergency_reference;
        delete from emergency_decision;
        delete from login_failure;
        delete from login_lock;
        delete from locked_login_entry;
        delete from refused_look_up;
        delete from worker_mobile;
        delete from saved_client;
        update worker set picked_language = null where picked_language is not null;
        """;

    private const int MaxTries = 10;

    private readonly TestServer _server;
    private readonly NpgsqlDataSource _database;
    private readonly HttpMessageInvoker _network =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private int _calls;

    private Lane(TestServer server)
    {
        _server = server;
        _database = NpgsqlDataSource.Create(server.Database.ConnectionString);
    }

    /// <summary>Starts the server, which logs errors only: ten thousand calls would log a hundred thousand lines.</summary>
    public static async Task<Lane> StartAsync(TestCluster cluster)
    {
        var server = await TestServer.StartAsync(cluster, moment: null, "Logging:LogLevel:Default=Error");
        await server.IsReadyForTheWorstAsync();
        return new(server);
    }

    /// <summary>Plays the calls of a scenario, then reads the recorded rows.</summary>
    public async Task<Playback> PlayAsync(Scenario scenario)
    {
        await using var connection = await ForgetAsync();
        _server.Clock.Set(scenario.Start);
        var ticks = new Ticks();
        var played = new List<IReadOnlyList<PlayedCall>>();
        foreach (var wave in scenario.Waves)
            played.Add(await Task.WhenAll(wave.Select(plan => PlayAsync(plan, ticks, isAlone: wave.Count == 1))));
        var rows = await connection.QueryAsync<FeedRow>("select * from prestation_feed");
        return new(played, [.. rows]);
    }

    /// <summary>Runs a call script and returns the webhooks that arrived.</summary>
    public async Task<(ScriptResult Result, IReadOnlyList<WitnessedDelivery> Deliveries)> RunAsync(ScriptFile file)
    {
        await using var connection = await ForgetAsync();
        using var wire = new Wire(_network, _server.Clock, new Ticks(), isAlone: true);
        await using var world = new ScriptWorld(_server);
        var options = PhoneOptions.For(_server.Url, TestServer.AuthToken) with
        {
            Clock = _server.Clock,
            Handler = wire,
            FallbackUrl = new Uri(_server.Url, "/voice/fallback"),
        };
        return (await new ScriptRunner(options, world).RunAsync(file, file.Runs.Single()), wire.Deliveries);
    }

    public async ValueTask DisposeAsync()
    {
        _network.Dispose();
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<NpgsqlConnection> ForgetAsync()
    {
        var connection = await _database.OpenConnectionAsync();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await connection.ExecuteAsync(Forget);
                await transaction.CommitAsync();
                return connection;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && tries < MaxTries)
            {
                // On a slow machine the server may still work on a call after the client stopped waiting for it.
            }
        }
    }

    private async Task<PlayedCall> PlayAsync(PlannedCall plan, Ticks ticks, bool isAlone)
    {
        using var wire = new Wire(_network, _server.Clock, ticks, isAlone);
        using var phone = _server.CreatePhone(options => options with
        {
            Handler = wire,
            FallbackUrl = new Uri(_server.Url, "/voice/fallback"),
            Retries = 0,
        });
        var began = _server.Clock.GetUtcNow();
        var script = new StepTexts();
        await using var call = await phone.DialAsync(plan.Dialled, plan.Caller, callSid: $"CA{Interlocked.Increment(ref _calls):x32}");
        var isOver = await new Player(plan, call, wire, script).PlayAsync();
        return new(plan, call, began, wire.Deliveries, isAlone, isOver, script.All);
    }
}
