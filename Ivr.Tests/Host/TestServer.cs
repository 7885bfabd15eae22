using Ivr.Caller.Calls;
using Ivr.Caller.Clock;
using Ivr.Server.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ivr.Tests.Host;

/// <summary>The real server on a real port with its own database, and a phone to call it. Both use the same clock.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>A Thursday afternoon in Brussels.</summary>
    public static readonly DateTimeOffset Afternoon = new(2026, 3, 12, 15, 30, 0, TimeSpan.FromHours(1));

    /// <summary>The auth token with which requests are signed.</summary>
    public const string AuthToken = "a token for the tests alone";

    private readonly WebApplication _app;
    private readonly TemporaryFolder _folder;
    private Action<TestServer>? _keep;
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

    public VirtualClock Clock { get; }

    public CapturedLog Log { get; }

    public TestDatabase Database { get; }

    public Phone Phone { get; private set; }

    /// <summary>The server's services. A test that reads them may change something, so no other test gets this server.</summary>
    public IServiceProvider Services
    {
        get
        {
            KeepFromOthers();
            return _app.Services;
        }
    }

    /// <summary>The server's services, for a look that changes nothing.</summary>
    public IServiceProvider Untouched => _app.Services;

    /// <summary>The folder of the server's journal, unless the test configures another.</summary>
    public string Journal => _folder.In("journal");

    public Uri Url => new(_app.Urls.First());

    /// <summary>
    /// Takes a server in its initial state. An earlier test may have used it: its database was cleared, and what it keeps in memory makes
    /// no difference. It may still write trace events of calls of that test.
    /// </summary>
    /// <param name="cluster">The test run's PostgreSQL.</param>
    /// <param name="moment">The initial time; null for <see cref="Afternoon"/>.</param>
    /// <param name="settings">More configuration, as <c>Key=value</c>. An earlier test had the same.</param>
    public static async Task<TestServer> TakeAsync(TestCluster cluster, DateTimeOffset? moment = null, params string[] settings)
    {
        var kept = cluster.ServersWith(settings);
        if (!kept.TryTake(out var server))
            server = await StartAsync(cluster, moment: null, settings);
        server._keep = kept.Add;
        server.Clock.Set(moment ?? Afternoon);
        return server;
    }

    /// <summary>Starts a server on its own database.</summary>
    /// <param name="cluster">The test run's PostgreSQL.</param>
    /// <param name="moment">The initial time; null for <see cref="Afternoon"/>.</param>
    /// <param name="settings">More configuration, as <c>Key=value</c>.</param>
    public static async Task<TestServer> StartAsync(TestCluster cluster, DateTimeOffset? moment = null, params string[] settings) =>
        await StartAsync(await cluster.TakeDatabaseAsync(), new VirtualClock(moment ?? Afternoon), _ => { }, settings);

    /// <summary>
    /// Starts a server on its own database. <paramref name="add"/> adds to the application what no real server has. <paramref
    /// name="settings"/> are more configuration, as <c>Key=value</c>.
    /// </summary>
    public static async Task<TestServer> StartWithAsync(TestCluster cluster, Action<WebApplication> add, params string[] settings) =>
        await StartAsync(await cluster.TakeDatabaseAsync(), new VirtualClock(Afternoon), add, settings);

    /// <summary>Starts a server on an existing database, as a second node. It connects as the role with the fewest rights.</summary>
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
            // All servers run in one process, so each needs a unique name.
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

    /// <summary>Dials. Fails the test if the line fails.</summary>
    public Task<PhoneCall> DialAsync(string number, string from = Phone.DefaultCaller) => Phone.DialAsync(number, from);

    /// <summary>Makes a phone with its own settings.</summary>
    public Phone CreatePhone(Func<PhoneOptions, PhoneOptions>? adjust = null)
    {
        var options = PhoneOptions.For(Url, AuthToken) with { Clock = Clock };
        return new(adjust?.Invoke(options) ?? options);
    }

    /// <summary>Stops the server as an operator does. It has finished its pending work when this returns.</summary>
    public Task StopAsync()
    {
        KeepFromOthers();
        return _app.StopAsync();
    }

    /// <summary>No other test gets this server, because this one changes something.</summary>
    public void KeepFromOthers() => _isMeddledWith = true;

    public async ValueTask DisposeAsync()
    {
        // After a warning the server may keep some state in memory.
        if (_keep is not null && !_isMeddledWith && !Log.HasWarning && await TryRenewAsync())
            _keep(this);
        else
            await EndAsync();
    }

    /// <summary>Stops the server for good.</summary>
    internal async ValueTask EndAsync()
    {
        Phone.Dispose();
        // Background work must end before the folder and the database are deleted.
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Dispose();
    }

    // Resets the server except for what it keeps in memory. Returns false if its database cannot be cleared.
    private async Task<bool> TryRenewAsync()
    {
        if (!await Database.TryClearAsync())
            return false;
        Phone.Dispose();
        Phone = CreatePhone();
        Clock.Set(Afternoon);
        Log.Clear();
        return true;
    }
}
