using Ivr.Caller.Calls;
using Ivr.Caller.Clock;
using Ivr.Server.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Host;

/// <summary>The real server on a real port with a database of its own, and a phone to call it with. Both share one clock.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>A quiet Thursday afternoon in Brussels.</summary>
    public static readonly DateTimeOffset Afternoon = new(2026, 3, 12, 15, 30, 0, TimeSpan.FromHours(1));

    /// <summary>The auth token that signs.</summary>
    public const string AuthToken = "a token for the tests alone";

    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private TestCluster? _cluster;
    private bool _isMeddledWith;

    private TestServer(WebApplication app, TemporaryFolder folder, TestDatabase database, VirtualClock clock, CapturedLog log)
    {
        _app = app;
        _folder = folder;
        Clock = clock;
        Log = log;
        Database = database;
        Phone = CreatePhone();
    }

    /// <summary>The clock of server and phone.</summary>
    public VirtualClock Clock { get; }

    /// <summary>What the server logged.</summary>
    public CapturedLog Log { get; }

    /// <summary>The server's database, looked at from outside.</summary>
    public TestDatabase Database { get; }

    /// <summary>A phone to call with.</summary>
    public Phone Phone { get; private set; }

    /// <summary>The server's services. Who looks behind the doors may move something there: no other test gets this server.</summary>
    public IServiceProvider Services
    {
        get
        {
            _isMeddledWith = true;
            return _app.Services;
        }
    }

    /// <summary>The folder of the server's journal, unless the test gave it another.</summary>
    public string Journal => _folder.In("journal");

    /// <summary>Where the server listens.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>
    /// A server that is as new. A test before this one may have called it: its database is cleared, and what it still knows by itself is
    /// no different. What it has to say later of the calls of another test, in the trace, may still come.
    /// </summary>
    /// <param name="cluster">The test run's PostgreSQL.</param>
    /// <param name="moment">What the clock says; null for <see cref="Afternoon"/>.</param>
    public static async Task<TestServer> TakeAsync(TestCluster cluster, DateTimeOffset? moment = null)
    {
        var server = cluster.TakeServer() ?? await StartAsync(cluster);
        server._cluster = cluster;
        server.Clock.Set(moment ?? Afternoon);
        return server;
    }

    /// <summary>Starts a server on a database of its own.</summary>
    /// <param name="cluster">The test run's PostgreSQL.</param>
    /// <param name="moment">What the clock says; null for <see cref="Afternoon"/>.</param>
    /// <param name="settings">More configuration, <c>Key=value</c>.</param>
    public static async Task<TestServer> StartAsync(TestCluster cluster, DateTimeOffset? moment = null, params string[] settings) =>
        await StartAsync(await cluster.TakeDatabaseAsync(), new VirtualClock(moment ?? Afternoon), _ => { }, settings);

    /// <summary>Starts a server with something in it that no server has, on a database of its own.</summary>
    /// <param name="cluster">The test run's PostgreSQL.</param>
    /// <param name="add">Adds it.</param>
    /// <param name="settings">More configuration, <c>Key=value</c>.</param>
    public static async Task<TestServer> StartWithAsync(TestCluster cluster, Action<WebApplication> add, params string[] settings) =>
        await StartAsync(await cluster.TakeDatabaseAsync(), new VirtualClock(Afternoon), add, settings);

    /// <summary>Starts a server on a database that is there already, as a second node is; it connects as the role with the least rights.</summary>
    public static Task<TestServer> StartOnAsync(string connectionString, VirtualClock clock, params string[] settings) =>
        StartAsync(new TestDatabase(connectionString), clock, _ => { }, settings);

    private static async Task<TestServer> StartAsync(TestDatabase database, VirtualClock clock, Action<WebApplication> add, string[] settings)
    {
        var folder = new TemporaryFolder();
        string[] args =
        [
            "--Urls=http://127.0.0.1:0",
            TestCluster.NotInProduction,
            $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
            $"--Twilio:AuthToken={AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}",
            $"--Passwords:Iterations={TestCluster.Iterations}",
            $"--Emergency:JournalFolder={folder.In("journal")}",
            // Other tests keep the disk busy.
            "--Emergency:LongestWait=00:00:03",
            // All of them are in one process.
            $"--Node:Name=node-{Guid.NewGuid():N}",
            .. settings.Select(setting => $"--{setting}"),
        ];
        var log = new CapturedLog();
        var builder = VoiceServer.CreateBuilder(args);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        var app = VoiceServer.Build(builder);
        add(app);
        await app.StartAsync();
        return new(app, folder, database, clock, log);
    }

    /// <summary>Dials, and fails the test if the line does.</summary>
    public Task<PhoneCall> DialAsync(string number, string from = Phone.DefaultCaller) => Phone.DialAsync(number, from);

    /// <summary>A phone with its own settings.</summary>
    public Phone CreatePhone(Func<PhoneOptions, PhoneOptions>? adjust = null)
    {
        var options = PhoneOptions.For(Url, AuthToken) with { Clock = Clock };
        return new(adjust?.Invoke(options) ?? options);
    }

    /// <summary>Stops it as an operator does: what it still had to do is done afterwards.</summary>
    public Task StopAsync()
    {
        _isMeddledWith = true;
        return _app.StopAsync();
    }

    /// <summary>Makes it as new, but for what it knows by itself.</summary>
    /// <returns>False if its database cannot be cleared.</returns>
    public async Task<bool> TryRenewAsync()
    {
        if (!await Database.TryClearAsync())
            return false;
        Phone.Dispose();
        Phone = CreatePhone();
        Clock.Set(Afternoon);
        Log.Clear();
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A warning may mean that it went through something that it remembers.
        if (_cluster is not null && !_isMeddledWith && !Log.HasWarning && await TryRenewAsync())
            _cluster.Return(this);
        else
            await EndAsync();
    }

    /// <summary>Stops it for good.</summary>
    internal async ValueTask EndAsync()
    {
        Phone.Dispose();
        // What it does in the background has to be over before its folder and its database are gone.
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }
}
