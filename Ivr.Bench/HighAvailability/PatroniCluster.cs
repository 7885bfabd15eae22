using System.Text.Json;
using Ivr.Bench.HighAvailability.Machines;
using Ivr.Bench.Rounds;
using Ivr.Server.Development;
using Npgsql;

namespace Ivr.Bench.HighAvailability;

/// <summary>
/// Three machines with PostgreSQL, Patroni and etcd, and one with HAProxy and PgBouncer in front of them, from Debian's packages and with
/// the files of <c>deploy/cluster</c>.
/// </summary>
internal sealed class PatroniCluster : IAsyncDisposable
{
    public const string ServerPassword = "a password of the server";

    private const int FirstFront = 2;
    private const string Packages = "patroni python3-etcd etcd-server haproxy pgbouncer iproute2";

    private static readonly string[] Programs = ["patroni", "etcd", "haproxy", "pgbouncer", "ip"];

    private static readonly TimeSpan LongestSwitchOver = TimeSpan.FromMinutes(3);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(3) };

    private readonly string _role;
    private int _fronts;

    private PatroniCluster(PrivateNetwork network, string role) => (Network, _role) = (network, role);

    public PrivateNetwork Network { get; }

    public FrontMachine Front { get; private set; } = null!;

    public IReadOnlyList<DatabaseMachine> Machines { get; private set; } = [];

    /// <summary>The connection string of the database's owner, to the PostgreSQL that accepts writes.</summary>
    public string Owner => Front.Writer(DatabaseMachine.SuperUser, DatabaseMachine.Password);

    /// <summary>The reason why this machine cannot run it; null when it can.</summary>
    public static async Task<string?> WhyNotAsync()
    {
        if (!await PrivateNetwork.IsPossibleAsync())
            return "Only root can make a network of its own, and only where the kernel has namespaces.";
        var (_, missing) = await Shell.RunAsync("sh", ["-c", "for program; do command -v \"$program\" >/dev/null || echo \"$program\"; done", "sh", .. Programs]);
        return missing.Length == 0 ? null : $"A part of the cluster is missing: apt-get install {Packages}";
    }

    /// <summary>
    /// Starts the cluster with an empty database and the role <paramref name="role"/> for the servers. The voice servers will have the
    /// addresses <paramref name="servers"/>. PostgreSQL's data go into the folder <paramref name="disk"/>; null for data in memory.
    /// </summary>
    /// <exception cref="BenchException">A part does not start.</exception>
    public static async Task<PatroniCluster> StartAsync(string role, Func<PrivateNetwork, IReadOnlyList<string>> servers, string? disk = null)
    {
        var cluster = new PatroniCluster(await PrivateNetwork.StartAsync(disk), role);
        try
        {
            await cluster.StartAllAsync(servers(cluster.Network));
            await cluster.CreateDatabaseAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a machine with only HAProxy, in front of the same cluster and of the voice servers at these addresses.</summary>
    public async Task<FrontMachine> AddFrontAsync(params IReadOnlyList<string> servers)
    {
        var front = await NewFrontAsync();
        await front.StartHaProxyAsync(servers);
        return front;
    }

    /// <summary>Waits for the machine whose PostgreSQL accepts writes, according to Patroni.</summary>
    public Task<DatabaseMachine> LeaderAsync() => FirstAsync("leader");

    /// <summary>The machine that leads according to all others; null while there is none.</summary>
    public async Task<DatabaseMachine?> FindLeaderAsync(DatabaseMachine other) =>
        (await RoleAsync("leader", Machines.Where(machine => machine != other))).FirstOrDefault();

    /// <summary>
    /// Waits for the machine with the synchronous standby. There is none for a moment while Patroni assigns it anew, for example when etcd has its quorum again.
    /// </summary>
    public Task<DatabaseMachine> SynchronousStandbyAsync() => FirstAsync("sync_standby");

    /// <summary>Waits until there are a leader and two standbys, and one of them is synchronous.</summary>
    public Task HealthyAsync() => Patience.UntilAsync(
        async () => await MembersAsync() is { Count: 3 } members
            && members.Count(member => member is { Role: "leader", State: "running" }) == 1
            && members.Count(member => member is { Role: "sync_standby", State: "running" or "streaming" }) == 1
            && members.Count(member => member is { Role: "replica", State: "running" or "streaming" }) == 1
            && await StreamingAsync() == 2,
        "a leader and two standbys");

    /// <summary>Moves the leader to the synchronous standby, as an operator does with <c>patronictl switchover</c>.</summary>
    public async Task SwitchOverAsync()
    {
        var (leader, candidate) = (await LeaderAsync(), await SynchronousStandbyAsync());
        using var order = new StringContent(JsonSerializer.Serialize(new { leader = leader.Name, candidate = candidate.Name }));
        // Patroni answers when the candidate leads.
        using var http = new HttpClient { Timeout = LongestSwitchOver };
        using var answer = await http.PostAsync($"http://{leader.Machine.Address}:8008/switchover", order);
        if (!answer.IsSuccessStatusCode)
            throw new BenchException($"The switch-over failed: {await answer.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        _http.Dispose();
        await Network.DisposeAsync();
    }

    private async Task StartAllAsync(IReadOnlyList<string> servers)
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(Console.Error.WriteLine);
        Front = await NewFrontAsync();
        var machines = new List<DatabaseMachine>();
        for (var number = 1; number <= 3; number++)
            machines.Add(await DatabaseMachine.AddAsync(Network, programs, number));
        Machines = machines;
        foreach (var machine in machines)
            await machine.StartAsync();
        await Front.StartHaProxyAsync(servers);
        await Front.StartPgBouncerAsync();
        await HealthyAsync();
    }

    private Task<FrontMachine> NewFrontAsync() => FrontMachine.AddAsync(Network, FirstFront + _fronts++, _role, ServerPassword);

    private async Task CreateDatabaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Owner) { Database = "postgres" });
        await Patience.UntilAsync(() => IsOpenAsync(source), "HAProxy's way to the leader");
        string[] commands =
        [
            "create database ivr",
            $"create role {_role} login password '{ServerPassword}'",
            $"alter role {_role} set synchronous_commit = on",
            $"alter role {_role} set lock_timeout = '2500ms'",
        ];
        foreach (var sql in commands)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task<bool> IsOpenAsync(NpgsqlDataSource source)
    {
        try
        {
            await (await source.OpenConnectionAsync()).DisposeAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Patroni may not have noticed yet that a standby has to begin anew.
    private async Task<long> StreamingAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{Owner};Database=postgres;Pooling=false;Timeout=2");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand("select count(*) from pg_stat_replication where state = 'streaming'", connection) { CommandTimeout = 2 };
            return (long)(await command.ExecuteScalarAsync())!;
        }
        catch (NpgsqlException)
        {
            return 0;
        }
    }

    private async Task<DatabaseMachine> FirstAsync(string role)
    {
        DatabaseMachine? first = null;
        await Patience.UntilAsync(async () => (first = (await RoleAsync(role, Machines)).FirstOrDefault()) is not null, $"a machine with the role {role}");
        return first!;
    }

    private async Task<IEnumerable<DatabaseMachine>> RoleAsync(string role, IEnumerable<DatabaseMachine> asked) =>
        from member in await MembersAsync(asked)
        where member.Role == role
        select Machines.Single(machine => machine.Name == member.Name);

    private Task<IReadOnlyList<Member>> MembersAsync() => MembersAsync(Machines);

    // Asks the first Patroni that answers.
    private async Task<IReadOnlyList<Member>> MembersAsync(IEnumerable<DatabaseMachine> asked)
    {
        foreach (var machine in asked)
        {
            try
            {
                using var json = JsonDocument.Parse(await _http.GetStringAsync($"http://{machine.Machine.Address}:8008/cluster"));
                return
                [
                    .. json.RootElement.GetProperty("members").EnumerateArray().Select(member => new Member(
                        member.GetProperty("name").GetString()!, member.GetProperty("role").GetString()!, member.GetProperty("state").GetString()!)),
                ];
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // This one is stopped, frozen or starting.
            }
        }

        return [];
    }

    private sealed record Member(string Name, string Role, string State);
}
