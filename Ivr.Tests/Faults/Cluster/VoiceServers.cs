using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>Several server processes on one database, with one public name.</summary>
internal sealed partial class VoiceServers : IAsyncDisposable
{
    /// <summary>The base URL that request signatures cover. Nothing listens there.</summary>
    public static readonly Uri PublicUrl = new("http://voice.invalid");

    /// <summary>The fallback URL, for webhooks that failed.</summary>
    public static readonly Uri Fallback = new(PublicUrl, "/voice/fallback");

    private const string Listening = "Now listening on: ";

    // Calls of ten minutes make some thousand entries, and each has its own COMMIT.
    private static readonly TimeSpan LoadingTime = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly IReadOnlyList<ServerPlace> _places;
    private readonly ServerProgram?[] _programs;
    private readonly Uri[] _urls;
    private readonly List<ServerProgram> _all = [];
    private int _started;

    private VoiceServers(IReadOnlyList<ServerPlace> places) => (_places, _programs, _urls) = (places, new ServerProgram?[places.Count], new Uri[places.Count]);

    /// <summary>The addresses of the servers. A restart may change a server's address.</summary>
    public IReadOnlyList<Uri> Urls => _urls;

    /// <summary>The folder of one server's journal. It is kept when the process ends.</summary>
    public string JournalFolder(int place) => _folder.In($"journal-{place}");

    /// <summary>
    /// All files that any of the processes wrote, including processes that have ended: logs at level Trace, and journals. The lock file is
    /// left out, because it is locked and empty.
    /// </summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock");

    public static async Task<VoiceServers> StartAsync(params IReadOnlyList<ServerPlace> places)
    {
        var servers = new VoiceServers(places);
        try
        {
            await Task.WhenAll(places.Select((_, place) => servers.StartAsync(place)));
            return servers;
        }
        catch
        {
            await servers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server at a place where none runs.</summary>
    public async Task StartAsync(int place)
    {
        var program = ServerProgram.StartLogging(
            _folder.Path,
            "Production",
            _folder.In($"{place}-{Interlocked.Increment(ref _started)}.log"),
            [
                "serve",
                $"--Urls={_places[place].Url}",
                $"--ConnectionStrings:Ivr={_places[place].ConnectionString}",
                $"--Emergency:JournalFolder={JournalFolder(place)}",
                TestCluster.NotInProduction,
                $"--Twilio:AuthToken={TestServer.AuthToken}",
                $"--Twilio:RequestValidation:BaseUrlOverride={PublicUrl}",
                $"--Passwords:Pepper={TestCluster.Pepper}",
                $"--Passwords:Iterations={TestCluster.Iterations}",
                // No log line may contain a password, at any log level.
                "--Logging:LogLevel:Default=Trace",
                "--Logging:LogLevel:Microsoft=Trace",
                "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Trace",
                "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
                .. _places[place].Settings,
            ]);
        lock (_all)
            _all.Add(program);
        _programs[place] = program;
        await program.SaysAsync(Listening);
        await Eventually.TrueAsync(() => Address().IsMatch(program.Output), "The server's address");
        _urls[place] = new(Address().Match(program.Output).Groups["url"].Value);
    }

    /// <summary>Kills one server, as <c>kill -9</c> does.</summary>
    public async Task CrashAsync(int place)
    {
        await _programs[place]!.CrashAsync();
        _programs[place] = null;
    }

    /// <summary>Stops one server as a rolling update does: SIGTERM, and then the server finishes its work.</summary>
    public async Task TerminateAsync(int place)
    {
        Assert.Equal(0, await _programs[place]!.TerminateAsync());
        _programs[place] = null;
    }

    /// <summary>Waits until all servers report readiness.</summary>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient();
        foreach (var url in _urls)
            await Eventually.TrueAsync(async () => await IsReadyAsync(http, url), $"{url} being ready");
    }

    /// <summary>Waits until all servers have a node number, which they need to give references. They take it in the background.</summary>
    public Task ReadyForTheWorstAsync() => Eventually.TrueAsync(
        () => Enumerable.Range(0, _places.Count).All(place => LeftOnDisk.HasNode(JournalFolder(place))), "Node numbers");

    /// <summary>Waits until the database has everything that was left.</summary>
    public Task LoadedAsync() => Eventually.TrueAsync(
        () => Enumerable.Range(0, _places.Count).All(place => LeftOnDisk.IsLoaded(JournalFolder(place))), "Journals that are loaded", LoadingTime);

    /// <summary>Returns the current length of each log in bytes.</summary>
    public IReadOnlyDictionary<string, long> Logged() => Files.ToDictionary(file => file, file => new FileInfo(file).Length);

    /// <summary>Whether any process logged <paramref name="what"/> after the lengths in <paramref name="since"/>.</summary>
    public async Task<bool> HaveLoggedAsync(string what, IReadOnlyDictionary<string, long> since)
    {
        foreach (var file in Files)
        {
            using var log = new StreamReader(file);
            log.BaseStream.Position = since.GetValueOrDefault(file);
            while (await log.ReadLineAsync() is { } line)
            {
                if (line.Contains(what, StringComparison.Ordinal))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Stops all as an operator does: each server first finishes what it is doing.</summary>
    public async Task StopAsync()
    {
        for (var place = 0; place < _programs.Length; place++)
        {
            if (_programs[place] is { } program)
                await program.InterruptAsync();
            _programs[place] = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _all)
            await program.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, Uri url)
    {
        using var answer = await http.GetAsync(new Uri(url, "/health/ready"));
        return answer.IsSuccessStatusCode;
    }

    [GeneratedRegex(Listening + @"(?<url>http://\S+:\d+)\s", RegexOptions.None, 1000)]
    private static partial Regex Address();
}

/// <summary>
/// Where a server runs: its connection string, the URL that it listens on, and further settings as arguments. Port 0 is a port that is free.
/// </summary>
internal sealed record ServerPlace(string ConnectionString, string Url = "http://127.0.0.1:0", params string[] Settings);
