using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ivr.Bench.Rounds;

/// <summary>A server in its own process, on a database with workers and clients.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string Pepper = "a pepper for benchmarks alone, of no use to anybody";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Site(Process process, Uri url, string database) => (_process, Url, Database) = (process, url, database);

    /// <summary>The token that signs its webhooks.</summary>
    public static string AuthToken => "a token for benchmarks alone";

    public Uri Url { get; }

    /// <summary>The connection string of its database.</summary>
    public string Database { get; }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The processor time used so far, user and kernel.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Creates the tables, imports people, makes PostgreSQL settle, and starts the server.</summary>
    /// <param name="build">The server to start.</param>
    /// <param name="database">The connection string of an empty database.</param>
    /// <param name="people">A folder with companies.csv, workers.csv and clients.csv.</param>
    /// <param name="iterations">The number of PBKDF2 iterations.</param>
    /// <param name="folder">The folder of the emergency journal.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="BenchException">The server does not start.</exception>
    public static async Task<Site> StartAsync(
        Build build, string database, string people, int iterations, string folder, CancellationToken cancellationToken)
    {
        await build.FillAsync(database, people, iterations, cancellationToken);
        await BenchCluster.SettleAsync(database, cancellationToken);
        return await ServeAsync(build, database, iterations, folder, cancellationToken);
    }

    /// <summary>
    /// Starts the server on a database that has all that it needs, on a free port of this machine, and waits until it is ready.
    /// </summary>
    /// <exception cref="BenchException">The server does not start.</exception>
    public static Task<Site> ServeAsync(Build build, string database, int iterations, string folder, CancellationToken cancellationToken) =>
        ServeAsync(build, database, iterations, folder, FreeUrl(), [], cancellationToken);

    /// <summary>Same at an address, with further settings <paramref name="more"/>.</summary>
    /// <exception cref="BenchException">The server does not start.</exception>
    public static async Task<Site> ServeAsync(
        Build build, string database, int iterations, string folder, Uri url, IReadOnlyList<string> more, CancellationToken cancellationToken)
    {
        var site = Launch(build, database, iterations, folder, url, more);
        await site.IsReadyAsync(cancellationToken);
        return site;
    }

    /// <summary>Starts the server on a free port of this machine, without waiting for it.</summary>
    public static Site Launch(Build build, string database, int iterations, string folder) => Launch(build, database, iterations, folder, FreeUrl(), []);

    private static Site Launch(Build build, string database, int iterations, string folder, Uri url, IReadOnlyList<string> more)
    {
        string[] all =
        [
            .. Settings(database, iterations), $"--Urls={url}", $"--Twilio:AuthToken={AuthToken}", $"--Emergency:JournalFolder={folder}", .. more,
        ];
        var start = new ProcessStartInfo("dotnet", [build.Program, "serve", .. all])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var site = new Site(Process.Start(start)!, url, database);
        // The server logs as in production, but nobody reads its log.
        site._process.OutputDataReceived += (_, _) => { };
        site._process.ErrorDataReceived += (_, _) => { };
        site._process.BeginOutputReadLine();
        site._process.BeginErrorReadLine();
        return site;
    }

    /// <summary>The settings for every command of the server.</summary>
    public static string[] Settings(string database, int iterations) =>
        [$"--ConnectionStrings:Ivr={database}", $"--Passwords:Pepper={Pepper}", $"--Passwords:Iterations={iterations}"];

    /// <summary>The arguments of the command that imports a table.</summary>
    public static string[] Import(string table, string people, string database, int iterations) =>
        ["import", table, Path.Combine(people, $"{table}.csv"), .. Settings(database, iterations)];

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task IsReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Url };
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !_process.HasExited;)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // The server does not listen yet.
            }

            await Task.Delay(50, cancellationToken);
        }

        await DisposeAsync();
        throw new BenchException($"The server does not become ready within {Patience.TotalSeconds} s.");
    }

    private static Uri FreeUrl()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new($"http://{socket.LocalEndPoint}");
    }
}
