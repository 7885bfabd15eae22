using System.Collections.Concurrent;
using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.CallScripts.Running.Coverage;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;

[assembly: AssemblyFixture(typeof(Ivr.Tests.CallScripts.Running.ScriptSuite))]

namespace Ivr.Tests.CallScripts.Running;

/// <summary>All call scripts of the library. Each script runs once, at the first request, and its result is kept.</summary>
public sealed class ScriptSuite : IDisposable
{
    private const string FolderName = "CallScripts";

    /// <summary>Makes the server log every transition of its state machine.</summary>
    private const string TellsMoves = "Logging:LogLevel:Ivr.Server.Voice.CallDirector=Debug";

    /// <summary>Settings of the help desk in scripts: open from Monday to Friday.</summary>
    public static string[] HelpDesk { get; } =
    [
        "HelpDesk:Number=+3225550006",
        .. from day in (string[])["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] select $"HelpDesk:Hours:{day}=08:00-17:00",
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<ScriptOutcome>>> _outcomes = new();
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>The files of the library, by their relative path.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static string Folder => Repository.In("Ivr.Tests", FolderName);

    /// <summary>Runs a script with all its examples, each on a server in its initial state.</summary>
    internal Task<ScriptOutcome> RunAsync(TestCluster cluster, string name) =>
        _outcomes.GetOrAdd(name, file => new(() => RunFileAsync(cluster, file))).Value;

    /// <summary>Takes a server for a script, in its initial state.</summary>
    internal static async Task<TestServer> TakeServerAsync(TestCluster cluster)
    {
        var server = await TestServer.TakeAsync(cluster, settings: [TellsMoves, .. HelpDesk]);
        // Scripts may stop the database at once.
        await server.IsReadyForTheWorstAsync();
        return server;
    }

    /// <summary>Runs a script that is already parsed.</summary>
    internal static async Task<ScriptOutcome> RunAsync(TestCluster cluster, ScriptFile file, KeysBetweenGathers between = KeysBetweenGathers.Kept)
    {
        List<ScriptResult> results = [];
        List<CallMove> moves = [];
        foreach (var run in file.Runs)
        {
            await using var server = await TakeServerAsync(cluster);
            await using var world = new ScriptWorld(server);
            results.Add(await PlayAsync(server, world, file, run, between));
            moves.AddRange(CallMove.In(server.Log));
        }

        return new(results, moves);
    }

    public void Dispose() => _places.Dispose();

    private static async Task<ScriptResult> PlayAsync(TestServer server, ScriptWorld world, ScriptFile file, ScriptRun run, KeysBetweenGathers between)
    {
        var options = PhoneOptions.For(server.Url, TestServer.AuthToken) with
        {
            Clock = server.Clock,
            FallbackUrl = new Uri(server.Url, "/voice/fallback"),
            KeysBetweenGathers = between,
        };
        using var runner = new ScriptRunner(options, world);
        return await runner.RunAsync(file, run);
    }

    /// <summary>Runs a script once more, on a line that loses the keys between two Gathers.</summary>
    internal Task<ScriptOutcome> RunWithLostKeysAsync(TestCluster cluster, string name) => RunFileAsync(cluster, name, KeysBetweenGathers.Lost);

    private async Task<ScriptOutcome> RunFileAsync(TestCluster cluster, string name, KeysBetweenGathers between = KeysBetweenGathers.Kept)
    {
        await _places.WaitAsync();
        try
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Folder, name));
            return await RunAsync(cluster, ScriptFile.Parse($"Ivr.Tests/{FolderName}/{name}", text), between);
        }
        finally
        {
            _places.Release();
        }
    }
}

/// <summary>The result of a script file: one result for each example, and the transitions of the server's state machine.</summary>
internal sealed record ScriptOutcome(IReadOnlyList<ScriptResult> Results, IReadOnlyList<CallMove> Moves)
{
    /// <summary>The failures of the examples; null when there is none.</summary>
    public string? Failure =>
        Results.Any(result => !result.Passed) ? string.Join('\n', Results.Select(result => result.Failure).OfType<string>()) : null;
}
