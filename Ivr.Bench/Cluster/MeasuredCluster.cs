using Dapper;
using Ivr.Bench.Growth;
using Ivr.Bench.HighAvailability;
using Ivr.Bench.HighAvailability.Machines;
using Ivr.Bench.Rounds;
using Npgsql;

namespace Ivr.Bench.Cluster;

/// <summary>
/// The system to measure: a cluster with the entries of years, three voice servers without a read replica, and one with it. Each way to
/// the voice servers is an HAProxy of its own.
/// </summary>
internal sealed class MeasuredCluster : IAsyncDisposable
{
    private const string Role = "ivr_server";
    private const string Company = "LOAD0";
    private const string Login = "office@load";
    private const string Password = "a password of the pages";
    private const int Servers = 3;
    private const int FirstPort = 8081;

    private readonly List<Site> _sites = [];

    private MeasuredCluster(PatroniCluster cluster, Loader loader) => (Cluster, Loader) = (cluster, loader);

    public PatroniCluster Cluster { get; }

    public Loader Loader { get; }

    /// <summary>The way to the three servers.</summary>
    public FrontMachine ToThree => Cluster.Front;

    /// <summary>The way to only one of them.</summary>
    public FrontMachine ToOne { get; private set; } = null!;

    /// <summary>The way to the server with the read replica.</summary>
    public FrontMachine ToReplica { get; private set; } = null!;

    public IReadOnlyList<FrontMachine> Fronts => [ToThree, ToOne, ToReplica];

    public IReadOnlyList<Site> Sites => _sites;

    /// <summary>Starts everything. Temporary files, and the data of all three PostgreSQL, go into <paramref name="folder"/>.</summary>
    /// <exception cref="BenchException">A part does not start.</exception>
    public static async Task<MeasuredCluster> StartAsync(ClusterSettings settings, DirectoryInfo folder, Action<string> say, CancellationToken cancellationToken)
    {
        say("Starting three PostgreSQL under Patroni ...");
        var loader = await Loader.PrepareAsync(folder.FullName, ClusterSettings.Workers, settings.Clients, cancellationToken);
        var cluster = await PatroniCluster.StartAsync(Role, network => [.. Enumerable.Range(0, Servers).Select(place => Address(network, place))], Disk(folder));
        var measured = new MeasuredCluster(cluster, loader);
        try
        {
            var build = await Build.HereAsync(cancellationToken);
            await measured.FillAsync(build, settings.Entries, say, cancellationToken);
            measured.ToOne = await cluster.AddFrontAsync(Address(cluster.Network, 0));
            measured.ToReplica = await cluster.AddFrontAsync(Address(cluster.Network, Servers));
            say("Starting four servers ...");
            for (var place = 0; place <= Servers; place++)
                await measured.ServeAsync(build, place, folder, cancellationToken);
            await AnswersAsync(measured.Fronts, cancellationToken);
            return measured;
        }
        catch
        {
            await measured.DisposeAsync();
            throw;
        }
    }

    /// <summary>Signs in to the company's pages on the servers behind a front.</summary>
    public static Task<PageReader> SignInAsync(FrontMachine front, CancellationToken cancellationToken) =>
        PageReader.SignInAsync(front.Voice, Login, Password, cancellationToken);

    /// <summary>
    /// Gives the standbys one half of this machine's cores, and everything else the other half, as if they were on machines of their own.
    /// </summary>
    public async Task ShareCoresAsync()
    {
        var leader = await Cluster.LeaderAsync();
        foreach (var machine in Cluster.Machines)
            await Cores.KeepAsync(await machine.Machine.ProcessesAsync(), machine == leader ? Cores.FirstHalf : Cores.SecondHalf);
        foreach (var front in Fronts)
            await Cores.KeepAsync(await front.Machine.ProcessesAsync(), Cores.FirstHalf);
        // The generator is started by this process.
        await Cores.KeepAsync([.. Sites.Select(site => site.ProcessId), Environment.ProcessId], Cores.FirstHalf);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites)
            await site.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    private static string Address(PrivateNetwork network, int place) => $"{network.HostAddress}:{FirstPort + place}";

    // PostgreSQL's user must be able to reach it.
    private static string Disk(DirectoryInfo folder)
    {
        const UnixFileMode passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var disk = folder.CreateSubdirectory("disk");
        disk.UnixFileMode = passable;
        return disk.FullName;
    }

    private async Task FillAsync(Build build, int entries, Action<string> say, CancellationToken cancellationToken)
    {
        await build.FillAsync(Cluster.Owner, Loader.People, ClusterSettings.Iterations, cancellationToken);
        await ShellCommand.MustAsync(
            "dotnet", [build.Program, "migrate", "--grant-to", Role, .. Site.Settings(Cluster.Owner, ClusterSettings.Iterations)], cancellationToken);
        // The command reads the password from standard input.
        await ShellCommand.MustAsync(
            "sh",
            ["-c", "password=$1; shift; echo \"$password\" | exec \"$@\"", "sh", Password, "dotnet", build.Program, "company-user", "add", Company, Login,
                .. Site.Settings(Cluster.Owner, ClusterSettings.Iterations)],
            cancellationToken);
        say($"Writing {entries:N0} entries of one company ...");
        await PastPrestations.WriteAsync(Cluster.Owner, entries, cancellationToken);
        await BenchCluster.SettleAsync(Cluster.Owner, cancellationToken);
        await Patience.UntilAsync(IsReplayedAsync, "standbys that have everything", cancellationToken);
        await Cluster.HealthyAsync();
    }

    private async Task<bool> IsReplayedAsync()
    {
        await using var connection = new NpgsqlConnection(Cluster.Owner);
        return await connection.QuerySingleAsync<bool>("select count(*) = 2 and bool_and(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) < 1000000) from pg_stat_replication");
    }

    private async Task ServeAsync(Build build, int place, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        string[] replica = place == Servers ? [$"--ConnectionStrings:IvrRead={ToReplica.Reader(Role, PatroniCluster.ServerPassword)}"] : [];
        _sites.Add(await Site.ServeAsync(
            build, Cluster.Front.Writer(Role, PatroniCluster.ServerPassword), ClusterSettings.Iterations, folder.CreateSubdirectory($"journal-{place}").FullName,
            new($"http://{Address(Cluster.Network, place)}"), replica, cancellationToken));
    }

    private static async Task AnswersAsync(IReadOnlyList<FrontMachine> fronts, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        foreach (var front in fronts)
            await Patience.UntilAsync(() => IsServingAsync(http, new(front.Voice, "/health/serving")), $"an answer of a server at {front.Voice}", cancellationToken);
    }

    private static async Task<bool> IsServingAsync(HttpClient http, Uri url)
    {
        try
        {
            using var answer = await http.GetAsync(url);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
