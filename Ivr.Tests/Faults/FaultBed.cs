using Dapper;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>All that faults are tried on: two server processes, a primary and its standby, the ways between them, and callers.</summary>
internal sealed class FaultBed : IAsyncDisposable
{
    private const string Busy = "select count(*) from pg_stat_activity where application_name = 'ivr' and state <> 'idle'";

    private readonly IReadOnlyList<PostgresProxy> _proxies;

    private FaultBed(PostgresPair databases, IReadOnlyList<PostgresProxy> proxies, ServerPair servers)
    {
        Databases = databases;
        _proxies = proxies;
        Servers = servers;
        Traffic = new(servers, History);
    }

    /// <summary>Primary and standby.</summary>
    public PostgresPair Databases { get; }

    /// <summary>The two servers.</summary>
    public ServerPair Servers { get; }

    /// <summary>The callers.</summary>
    public Traffic Traffic { get; }

    /// <summary>What the callers tried and heard.</summary>
    public CallHistory History { get; } = new();

    /// <summary>Starts all.</summary>
    public static async Task<FaultBed> StartAsync()
    {
        var databases = await PostgresPair.StartAsync(Traffic.Workers);
        var proxies = Enumerable.Range(0, 2).Select(place => new PostgresProxy(() => databases.Places[place]?.Socket).Start()).ToList();
        try
        {
            var hosts = string.Join(',', proxies.Select(proxy => proxy.Address));
            var servers = await ServerPair.StartAsync(
                $"Host={hosts};Target Session Attributes=primary;Username={TestCluster.ServerRole};Database={PostgresNode.Database};Maximum Pool Size={TestCluster.PoolSize}");
            await servers.ReadyForTheWorstAsync();
            return new(databases, proxies, servers);
        }
        catch
        {
            await EndAsync(proxies, databases);
            throw;
        }
    }

    /// <summary>Decides what befalls each confirmation on its way to PostgreSQL.</summary>
    public void Befalls(Func<CommitFault> fault)
    {
        foreach (var proxy in _proxies)
            proxy.Fault = fault;
    }

    /// <summary>Lets nothing pass between servers and PostgreSQL, either way; what is under way stays there.</summary>
    public void Hold()
    {
        foreach (var proxy in _proxies)
            proxy.Hold();
    }

    /// <summary>Lets everything pass again, what is under way first.</summary>
    public void Release()
    {
        foreach (var proxy in _proxies)
            proxy.Release();
    }

    /// <summary>Waits until callers were hurt: some confirmed and did not hear "recorded", or one call after another came to nothing.</summary>
    public Task HurtAsync()
    {
        var (unconfirmed, ended) = (History.Unconfirmed + Traffic.Lines / 4, Traffic.Ended + 2 * Traffic.Lines);
        return Eventually.TrueAsync(() => History.Unconfirmed >= unconfirmed || Traffic.Ended >= ended, "Callers who are hurt");
    }

    /// <summary>Does something to the system while calls run, and waits until calls work again.</summary>
    /// <returns>How many calls were made, and the longest that callers waited.</returns>
    public Task<(int Calls, Waits Waits)> TryAsync(InjectedFault fault) => Traffic.WhileAsync(fault.Name, fault.Habit, async () =>
    {
        await fault.InjectAsync(this);
        await Servers.ReadyAsync();
        await Traffic.CallsAsync(Traffic.Lines);
    });

    /// <summary>Waits until nothing more can be written, and holds what callers heard against what is there.</summary>
    /// <returns>All that is wrong.</returns>
    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        var left = await LeftAsync();
        return Checker.Check(History.Operations(), await RecordAsync(), left);
    }

    /// <summary>Looks for the callers' passwords in all that the servers wrote.</summary>
    /// <returns>Where one was found, and in what.</returns>
    public async Task<IReadOnlyList<string>> FindPasswordsAsync() =>
        [.. await PasswordScan.FindInFilesAsync(Servers.Files), .. await PasswordScan.FindInTablesAsync(Databases.Primary)];

    // Until nothing is being written any more.
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

    /// <inheritdoc/>
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
