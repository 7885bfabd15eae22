using Ivr.Tests.HighAvailability.Machines;
using Ivr.Tests.Host;

namespace Ivr.Tests.HighAvailability;

/// <summary>The machine that all connections go through: HAProxy to PostgreSQL and to the voice servers, and PgBouncer.</summary>
internal sealed class FrontMachine
{
    private const string PgBouncer = "pgbouncer";

    private readonly PrivateNetwork _network;
    private readonly Machine _machine;

    private FrontMachine(PrivateNetwork network, Machine machine) => (_network, _machine) = (network, machine);

    /// <summary>Where webhooks are sent to.</summary>
    public Uri Voice => new($"http://{_machine.Address}:8080");

    /// <summary>Makes the machine. The server's role has <paramref name="password"/>.</summary>
    public static async Task<FrontMachine> AddAsync(PrivateNetwork network, string password)
    {
        var front = new FrontMachine(network, await network.AddAsync("front", 2));
        await network.WriteAsync("haproxy.cfg", DeployFile.Text("haproxy.cfg", network));
        var users = await network.WriteAsync("userlist.txt", $"\"{TestCluster.ServerRole}\" \"{password}\"\n");
        await network.WriteAsync(
            "pgbouncer.ini",
            DeployFile.Text("pgbouncer.ini", network).Replace("/etc/pgbouncer/userlist.txt", users, StringComparison.Ordinal)
                + "pidfile = /run/postgresql/pgbouncer.pid\n");
        return front;
    }

    /// <summary>Starts both programs. The voice servers have the addresses <paramref name="servers"/>.</summary>
    public async Task StartAsync(IReadOnlyList<string> servers)
    {
        var environment = DeployFile.Environment("haproxy.environment", _network);
        for (var place = 0; place < servers.Count; place++)
            environment[$"VOICE{place + 1}"] = servers[place];
        await _machine.StartAsync("root", In("haproxy.log"), environment, "haproxy", "-W", "-f", In("haproxy.cfg"), "-p", In("haproxy.pid"));
        await StartPgBouncerAsync();
    }

    /// <summary>Makes HAProxy read its configuration again. A new process takes over, and the old one ends with its last connection.</summary>
    public Task ReloadHaProxyAsync() => _network.ShellAsync("kill -USR2 $(cat \"$1\")", In("haproxy.pid"));

    /// <summary>Ends PgBouncer with all its connections, and starts it again.</summary>
    public async Task RestartPgBouncerAsync()
    {
        await _machine.SignalAsync("TERM", PgBouncer);
        await _machine.EndedAsync(PgBouncer);
        await StartPgBouncerAsync();
    }

    /// <summary>The connection string of the PostgreSQL that accepts writes, through HAProxy alone.</summary>
    public string Writer(string role, string password) => ConnectionString(5000, "ivr", role, password);

    /// <summary>The connection string of a standby, through HAProxy alone.</summary>
    public string Reader(string role, string password) => ConnectionString(5001, "ivr", role, password);

    /// <summary>The connection string through PgBouncer and HAProxy. PgBouncer's database decides the mode.</summary>
    public string Pooled(string database, string role, string password) => ConnectionString(6432, database, role, password);

    private string ConnectionString(int port, string database, string role, string password) =>
        $"Host={_machine.Address};Port={port};Database={database};Username={role};Password={password};Maximum Pool Size={TestCluster.PoolSize}";

    private Task StartPgBouncerAsync() =>
        _machine.StartAsync("postgres", In("pgbouncer.log"), new Dictionary<string, string>(), PgBouncer, In("pgbouncer.ini"));

    private static string In(string name) => Path.Combine(PrivateNetwork.Folder, name);
}
