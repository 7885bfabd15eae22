using Dapper;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>The system under test: two server processes, a primary and its standby, the proxies between them, and callers.</summary>
internal sealed class FaultBed : IAsyncDisposable
{
    private const string Busy = "select count(*) from pg_stat_activity where application_name = 'ivr' and state <> 'idle'";

    private readonly IReadOnlyList<PostgresProxy> _proxies;

    private FaultBed(PostgresPair databases, IReadOnlyList<PostgresProxy> proxies, VoiceServers servers)
    {
        Databases = databases;
        _proxies = proxies;
        Servers = servers;
        Traffic = new(servers.Urls, History);
    }

    public PostgresPair Databases { get; }

    public VoiceServers Servers { get; }

    public Traffic Traffic { get; }

    /// <summary>What the callers did and heard.</summary>
    public OperationHistory History { get; } = new();

    public static async Task<FaultBed> StartAsync(FilledPostgres filled)
    {
        var databases = await PostgresPair.StartAsync(filled, Traffic.Workers);
        var proxies = Enumerable.Range(0, 2).Select(place => new PostgresProxy(() => databases.Places[place]?.Socket).Start()).ToList();
        try
        {
            var hosts = string.Join(',', proxies.Select(proxy => proxy.Address));
            var place = new ServerPlace(
                $"Host={hosts};Target Session Attributes=primary;Username={TestCluster.ServerRole};Database={PostgresNode.Database};Maximum Pool Size={TestCluster.PoolSize}");
            var servers = await VoiceServers.StartAsync(place, place);
            await servers.ReadyForTheWorstAsync();
            return new(databases, proxies, servers);
        }
        catch
        {
            await EndAsync(proxies, databases);
            throw;
        }
    }

    /// <summary>Sets the function that decides which fault hits each confirmation on its way to PostgreSQL.</summary>
    public void Befalls(Func<CommitFault> fault)
    {
        foreach (var proxy in _proxies)
            proxy.Fault = fault;
    }

    /// <summary>Stops all traffic between servers and PostgreSQL, in both directions. Data in transit is kept.</summary>
    public void Hold()
    {
        foreach (var proxy in _proxies)
            proxy.Hold();
    }

    /// <summary>Lets traffic pass again, starting with the data in transit.</summary>
    public void Release()
    {
        foreach (var proxy in _proxies)
            proxy.Release();
    }

    /// <summary>
    /// Waits until the fault has affected callers: enough confirmations ended without "recorded", or enough calls have ended.
    /// </summary>
    public Task HurtAsync()
    {
        var (unconfirmed, ended) = (History.Unconfirmed + Traffic.Lines / 4, Traffic.Ended + 2 * Traffic.Lines);
        return Eventually.TrueAsync(() => History.Unconfirmed >= unconfirmed || Traffic.Ended >= ended, "Callers who are hurt");
    }

    /// <summary>Injects a fault while calls run, and waits until calls work again.</summary>
    /// <returns>The number of calls, and the longest waits of callers.</returns>
    public Task<(int Calls, Waits Waits)> TryAsync(InjectedFault fault) => Traffic.WhileAsync(fault.Name, fault.Habit, async () =>
    {
        await fault.InjectAsync(this);
        await Servers.ReadyAsync();
        await Traffic.CallsAsync(Traffic.Lines);
    });

    /// <summary>
    /// Waits until nothing more can be written, compares what callers heard with what is on record, and returns all violations.
    /// </summary>
    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        var left = await LeftAsync();
        return Checker.Check(History.Operations(), await RecordAsync(), left);
    }

    /// <summary>Searches everything that the servers wrote for the callers' passwords. Returns the places and the text found.</summary>
    public async Task<IReadOnlyList<string>> FindPasswordsAsync() =>
        [.. await PasswordScan.FindInFilesAsync(Servers.Files), .. await PasswordScan.FindInTablesAsync(Databases.Primary)];

    // Waits until no statement of the servers runs.
    private async Task<IReadOnlyList<FeedRow>> RecordAsync()
    {
        await Eventually.TrueAsync(async () => await Databases.Primary.SingleAsync<long>(Busy) == 0, "The end of all statements");
        await using var connection = await Databases.Primary.OpenAsync();
        return [.. await connection.QueryAsync<FeedRow>("select * from prestation_feed")];
    }

    private async Task<IReadOnlyList<LeftRow>> LeftAsync()
    {
        await Servers.LoadedAsync();
        await using var connection = await Databases.Primary.OpenAsync();
        return [.. await connection.QueryAsync<LeftRow>(LeftRow.Sql)];
    }

    public async ValueTask DisposeAsync()
    {
        await Traffic.DisposeAsync();
        await Servers.DisposeAsync();
        await EndAsync(_proxies, Databases);
    }

    private static async Task EndAsync(IEnumerable<PostgresProxy> proxies, PostgresPair databases)
    {
        foreach (var proxy in proxies)
            await proxy.DisposeAsync();
        await databases.DisposeAsync();
    }
}
