namespace Ivr.Bench.Rounds;

/// <summary>Has the load command load a site, in a process of its own.</summary>
/// <param name="Folder">Where its files are, and the figures go.</param>
/// <param name="People">The folder with the people who were imported.</param>
internal sealed record Loader(string Folder, string People)
{
    // The command's own: a call failed, or the rows are not the confirmed calls.
    private const int LoadFailed = 1;

    // More than any of them needs. Without it all entries but the first load's would be duplicates.
    private const int TurnsOfALoad = 100_000;

    private const int CallersThatWarmUp = 16;

    private static readonly string Caller = Path.Combine(AppContext.BaseDirectory, "Ivr.Caller.dll");

    private string TokenFile => Path.Combine(Folder, "token");

    /// <summary>The options that have a load go on with other people than the loads before it.</summary>
    /// <param name="loads">How many there were, the one that warms up included.</param>
    public static string[] GoOn(int loads) => ["--skip", $"{loads * TurnsOfALoad}"];

    /// <summary>Makes people up, and keeps the token where the load command reads it.</summary>
    /// <param name="folder">For their files.</param>
    /// <param name="workers">Workers who call.</param>
    /// <param name="clients">Clients they work for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchException">It failed.</exception>
    public static async Task<Loader> PrepareAsync(string folder, int workers, int clients, CancellationToken cancellationToken)
    {
        var loader = new Loader(folder, Path.Combine(folder, $"people-{workers}-{clients}"));
        await ShellCommand.MustAsync(
            "dotnet", [Caller, "load", "make-data", "--folder", loader.People, "--workers", $"{workers}", "--clients", $"{clients}"], cancellationToken);
        await File.WriteAllTextAsync(loader.TokenFile, Site.AuthToken, cancellationToken);
        return loader;
    }

    /// <summary>Loads it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="postgres">PostgreSQL's first process.</param>
    /// <param name="plan">What it is asked to bear: options of the load command.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file with its figures, until it is loaded again; whether no call failed and the rows are the confirmed calls.</returns>
    /// <exception cref="BenchException">It could not be loaded.</exception>
    public async Task<(string Json, bool IsClean)> RunAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var json = Path.Combine(Folder, "load.json");
        string[] where = ["--url", $"{site.Url}", "--auth-token-file", TokenFile, "--data", People, "--database", site.Database];
        string[] what = ["--server-pid", $"{site.ProcessId}", "--postgres-pid", $"{postgres}", "--json", json];
        var (exitCode, output) = await ShellCommand.RunAsync("dotnet", [Caller, "load", .. plan, .. where, .. what], cancellationToken);
        return exitCode is 0 or LoadFailed ? (json, exitCode == 0) : throw new BenchException($"The load failed ({exitCode}):\n{output}");
    }

    /// <summary>Has the server compile what it compiles twice: a load before all others, of which nothing is measured.</summary>
    /// <param name="site">The site.</param>
    /// <param name="postgres">PostgreSQL's first process.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchException">It could not be loaded, a call failed, or the rows are not the confirmed calls.</exception>
    public Task WarmUpAsync(Site site, int postgres, int calls, CancellationToken cancellationToken) =>
        WarmUpAsync(site, postgres, ["--at-once", $"{CallersThatWarmUp}", "--calls", $"{calls}"], cancellationToken);

    /// <summary>The same, with a load as it is measured afterwards.</summary>
    /// <param name="site">The site.</param>
    /// <param name="postgres">PostgreSQL's first process.</param>
    /// <param name="plan">Options of the load command.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchException">It could not be loaded, a call failed, or the rows are not the confirmed calls.</exception>
    public async Task WarmUpAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var (_, isClean) = await RunAsync(site, postgres, plan, cancellationToken);
        if (!isClean)
            throw new BenchException("While the server was warmed up calls failed, or the rows were not the confirmed calls.");
    }

    /// <summary>Loads it, and reads the figures of every load.</summary>
    /// <exception cref="BenchException">It could not be loaded.</exception>
    public async Task<RoundFigures> LoadAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var (json, isClean) = await RunAsync(site, postgres, plan, cancellationToken);
        return await RoundFigures.ReadAsync(json, isClean, cancellationToken);
    }

    /// <summary>A time as the load command's options have it.</summary>
    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0}s";
}
