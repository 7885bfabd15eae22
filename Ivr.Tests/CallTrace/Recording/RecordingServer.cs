using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.CallScripts.Running;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>A server that records its calls as scripts, with a phone whose numbers have a fallback URL.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    public const string Key = "a key for the made-up values of the tests";

    private readonly TemporaryFolder? _ownFolder;

    private RecordingServer(TestServer server, string folder, TemporaryFolder? ownFolder)
    {
        Server = server;
        Folder = folder;
        _ownFolder = ownFolder;
        Options = OptionsFor(server, Heard);
        Phone = new(Options);
    }

    public TestServer Server { get; }

    public string Folder { get; }

    /// <summary>The states that the callers heard.</summary>
    public HeardStates Heard { get; } = new();

    public PhoneOptions Options { get; }

    public Phone Phone { get; }

    /// <summary>Options of a phone whose numbers have a fallback URL. <paramref name="heard"/> notes the states.</summary>
    public static PhoneOptions OptionsFor(TestServer server, HeardStates heard) => PhoneOptions.For(server.Url, TestServer.AuthToken) with
    {
        Clock = server.Clock,
        FallbackUrl = new Uri(server.Url, "/voice/fallback"),
        Handler = heard,
        Retries = 0,
    };

    /// <summary>Starts a server with its own database and its own folder.</summary>
    public static async Task<RecordingServer> StartAsync(TestCluster cluster, string key = Key)
    {
        var folder = new TemporaryFolder();
        var server = await TestServer.StartAsync(cluster, settings: Settings(folder.Path, key));
        // Scripts may stop the database at once.
        await server.IsReadyForTheWorstAsync();
        return new(server, folder.Path, folder);
    }

    /// <summary>Starts another node on the same database and the same folder.</summary>
    public async Task<RecordingServer> StartNodeAsync(string key = Key) =>
        new(await TestServer.StartOnAsync(Server.Database.ConnectionString, Server.Clock, Settings(Folder, key)), Folder, ownFolder: null);

    public async Task<ScriptResult> PlayAsync(ScriptFile file, ScriptRun run)
    {
        await using var world = new ScriptWorld(Server);
        return await new ScriptRunner(Options, world).RunAsync(file, run);
    }

    /// <summary>Stops the server, which completes pending writes, and returns the scripts in no particular order.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        await Server.StopAsync();
        return [.. Directory.GetFiles(Folder, "*.yaml").Select(File.ReadAllText)];
    }

    /// <summary>The names and contents of all files below the folder.</summary>
    public string Everything() => string.Concat(
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => $"{file[Folder.Length..]}\n{File.ReadAllText(file)}\n"));

    public async ValueTask DisposeAsync()
    {
        Phone.Dispose();
        // Pending writes would prevent the deletion of the folder.
        await Server.StopAsync();
        await Server.DisposeAsync();
        Heard.Dispose();
        _ownFolder?.Dispose();
    }

    private static string[] Settings(string folder, string key) => [$"Recording:Folder={folder}", $"Recording:Key={key}", .. ScriptSuite.HelpDesk];
}
