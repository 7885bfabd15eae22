using Ivr.Bench.HighAvailability.Machines;

namespace Ivr.Bench.HighAvailability;

/// <summary>The machine that all connections go through: HAProxy to PostgreSQL and to the voice servers, and PgBouncer.</summary>
internal sealed class FrontMachine
{
    private const string PgBouncer = "pgbouncer";

    // As docs/cluster.md recommends.
    private const int PoolSize = 20;

    private readonly PrivateNetwork _network;

    private FrontMachine(PrivateNetwork network, Machine machine) => (_network, Machine) = (network, machine);

    public Machine Machine { get; }

    /// <summary>Where webhooks are sent to.</summary>
    public Uri Voice => new($"http://{Machine.Address}:8080");

    /// <summary>
    /// Makes the machine, whose address ends with <paramref name="number"/>. The server's role <paramref name="role"/> has
    /// <paramref name="password"/>.
    /// </summary>
    public static async Task<FrontMachine> AddAsync(PrivateNetwork network, int number, string role, string password)
    {
        var front = new FrontMachine(network, await network.AddAsync($"front{number}", number));
        await network.WriteAsync("haproxy.cfg", DeployFile.Text("haproxy.cfg", network));
        var users = await network.WriteAsync("userlist.txt", $"\"{role}\" \"{password}\"\n");
        await network.WriteAsync(
            "pgbouncer.ini",
            DeployFile.Text("pgbouncer.ini", network).Replace("/etc/pgbouncer/userlist.txt", users, StringComparison.Ordinal)
                + "pidfile = /run/postgresql/pgbouncer.pid\n");
        return front;
    }

    /// <summary>
    /// Starts HAProxy. The voice servers have the addresses <paramref name="servers"/>. Without all three, HAProxy finds nothing at the
    /// addresses of the others.
    /// </summary>
    public Task StartHaProxyAsync(IReadOnlyList<string> servers)
    {
        var environment = DeployFile.Environment("haproxy.environment", _network);
        for (var place = 0; place < servers.Count; place++)
            environment[$"VOICE{place + 1}"] = servers[place];
        return Machine.StartAsync("root", Own("haproxy.log"), environment, "haproxy", "-W", "-f", In("haproxy.cfg"), "-p", Own("haproxy.pid"));
    }

    public Task StartPgBouncerAsync() =>
        Machine.StartAsync("postgres", Own("pgbouncer.log"), new Dictionary<string, string>(), PgBouncer, In("pgbouncer.ini"));

    /// <summary>Makes HAProxy read its configuration again. A new process takes over, and the old one ends with its last connection.</summary>
    public Task ReloadHaProxyAsync() => _network.ShellAsync("kill -USR2 $(cat \"$1\")", Own("haproxy.pid"));

    /// <summary>Ends PgBouncer with all its connections, and starts it again.</summary>
    public async Task RestartPgBouncerAsync()
    {
        await Machine.SignalAsync("TERM", PgBouncer);
        await Machine.EndedAsync(PgBouncer);
        await StartPgBouncerAsync();
    }

    /// <summary>The connection string of the PostgreSQL that accepts writes, through HAProxy alone.</summary>
    public string Writer(string role, string password) => ConnectionString(5000, "ivr", role, password);

    /// <summary>The connection string of a standby, through HAProxy alone.</summary>
    public string Reader(string role, string password) => ConnectionString(5001, "ivr", role, password);

    /// <summary>The connection string through PgBouncer and HAProxy. PgBouncer's database decides the mode.</summary>
    public string Pooled(string database, string role, string password) => ConnectionString(6432, database, role, password);

    private string ConnectionString(int port, string database, string role, string password) =>
        $"Host={Machine.Address};Port={port};Database={database};Username={role};Password={password};Maximum Pool Size={PoolSize}";

    private string Own(string name) => In($"{Machine.Name}-{name}");

    private static string In(string name) => Path.Combine(PrivateNetwork.Folder, name);
}
