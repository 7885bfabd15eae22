using System.Globalization;
using Ivr.Server.Development;
using Ivr.Bench.HighAvailability.Machines;

namespace Ivr.Bench.HighAvailability;

/// <summary>A machine with PostgreSQL under Patroni and with a member of etcd.</summary>
internal sealed class DatabaseMachine
{
    public const string SuperUser = "postgres";
    public const string Password = "a password of the owner";

    private const string User = "postgres";

    private readonly PrivateNetwork _network;
    private readonly string _settings;
    private readonly string _programs;

    private DatabaseMachine(PrivateNetwork network, Machine machine, string settings, string programs) =>
        (_network, Machine, _settings, _programs) = (network, machine, settings, programs);

    public Machine Machine { get; }

    public string Name => Machine.Name;

    /// <summary>Makes the machine with empty disks.</summary>
    public static async Task<DatabaseMachine> AddAsync(PrivateNetwork network, PostgresPrograms programs, int number)
    {
        var settings = await network.WriteAsync("patroni.yml", DeployFile.Text("patroni.yml", network));
        var machine = new DatabaseMachine(network, await network.AddAsync($"db{number}", 10 + number), settings, ProgramsOf(programs));
        await network.ShellAsync("install --directory --mode=0700 --owner=\"$1\" \"$2\"", User, machine.Folder);
        return machine;
    }

    private string Folder => Path.Combine(PrivateNetwork.Folder, Name);

    private string Data => Path.Combine(Folder, "postgresql");

    /// <summary>The folder with all of PostgreSQL's programs. The path of pg_ctl may be a symbolic link from another folder.</summary>
    public static string ProgramsOf(PostgresPrograms programs) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(programs.PgCtl, returnFinalTarget: true)?.FullName ?? programs.PgCtl)!;

    /// <summary>The id of PostgreSQL's first process, as this process sees it.</summary>
    public async Task<int> PostgresAsync()
    {
        var inside = (await _network.ShellAsync("head -n 1 \"$1\"", Path.Combine(Data, "postmaster.pid"))).Trim();
        return _network.Processes()[int.Parse(inside, CultureInfo.InvariantCulture)];
    }

    /// <summary>Starts etcd and Patroni, and Patroni starts PostgreSQL.</summary>
    public async Task StartAsync()
    {
        await StartEtcdAsync();
        await StartPatroniAsync();
    }

    public Task StartEtcdAsync() => Machine.StartAsync(User, Log("etcd"), new Dictionary<string, string>(DeployFile.Environment("etcd.environment", _network))
    {
        ["ETCD_NAME"] = Name,
        ["ETCD_DATA_DIR"] = Path.Combine(Folder, "etcd"),
        ["ETCD_LISTEN_PEER_URLS"] = $"http://{Machine.Address}:2380",
        ["ETCD_INITIAL_ADVERTISE_PEER_URLS"] = $"http://{Machine.Address}:2380",
        ["ETCD_LISTEN_CLIENT_URLS"] = $"http://{Machine.Address}:2379",
        ["ETCD_ADVERTISE_CLIENT_URLS"] = $"http://{Machine.Address}:2379",
    }, "etcd");

    private Task StartPatroniAsync() => Machine.StartAsync(User, Log("patroni"), new Dictionary<string, string>(DeployFile.Environment("patroni.environment", _network))
    {
        ["PATRONI_NAME"] = Name,
        ["PATRONI_RESTAPI_LISTEN"] = $"{Machine.Address}:8008",
        ["PATRONI_RESTAPI_CONNECT_ADDRESS"] = $"{Machine.Address}:8008",
        ["PATRONI_POSTGRESQL_LISTEN"] = $"{Machine.Address}:5432",
        ["PATRONI_POSTGRESQL_CONNECT_ADDRESS"] = $"{Machine.Address}:5432",
        ["PATRONI_POSTGRESQL_DATA_DIR"] = Data,
        ["PATRONI_POSTGRESQL_BIN_DIR"] = _programs,
        ["PATRONI_POSTGRESQL_PGPASS"] = Path.Combine(Folder, "pgpass"),
        ["PATRONI_SUPERUSER_PASSWORD"] = Password,
        ["PATRONI_REPLICATION_PASSWORD"] = "a password of the standbys",
    }, "patroni", _settings);

    private string Log(string program) => $"{Folder}-{program}.log";
}
