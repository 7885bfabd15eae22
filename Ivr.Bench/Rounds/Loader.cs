namespace Ivr.Bench.Rounds;

/// <summary>Runs the load command on a site, in a process of its own.</summary>
/// <param name="Folder">The folder for its files and the figures.</param>
/// <param name="People">The folder with the imported people.</param>
internal sealed record Loader(string Folder, string People)
{
    // An exit code of the load command: a call failed, or the recorded rows are not the confirmed calls.
    private const int LoadFailed = 1;

    // More turns than any load needs. Without these offsets, all entries after those of the first load would be duplicates.
    private const int TurnsOfALoad = 100_000;

    private const int CallersThatWarmUp = 16;

    private static readonly string Caller = Path.Combine(AppContext.BaseDirectory, "Ivr.Caller.dll");

    private string TokenFile => Path.Combine(Folder, "token");

    /// <summary>
    /// Returns the options that make a load use other people than the loads before it. <paramref name="loads"/> is the number of loads
    /// before it, including the warm-up.
    /// </summary>
    public static string[] GoOn(int loads) => ["--skip", $"{loads * TurnsOfALoad}"];

    /// <summary>Generates people, and writes the token to the file that the load command reads.</summary>
    /// <exception cref="BenchException">The load command failed.</exception>
    public static async Task<Loader> PrepareAsync(string folder, int workers, int clients, CancellationToken cancellationToken)
    {
        var loader = new Loader(folder, Path.Combine(folder, $"people-{workers}-{clients}"));
        await ShellCommand.MustAsync(
            "dotnet", [Caller, "load", "make-data", "--folder", loader.People, "--workers", $"{workers}", "--clients", $"{clients}"], cancellationToken);
        await File.WriteAllTextAsync(loader.TokenFile, Site.AuthToken, cancellationToken);
        return loader;
    }

    /// <summary>Loads a site.</summary>
    /// <param name="site">The site.</param>
    /// <param name="postgres">The id of PostgreSQL's first process.</param>
    /// <param name="plan">The options of the load command for the load.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    /// <returns>
    /// The file with the figures, which the next load overwrites, and whether no call failed and the recorded rows are the confirmed calls.
    /// </returns>
    /// <exception cref="BenchException">The load command failed.</exception>
    public Task<(string Json, bool IsClean)> RunAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken) =>
        RunAsync(site.Url, site.Database, [.. plan, "--server-pid", $"{site.ProcessId}", "--postgres-pid", $"{postgres}"], cancellationToken);

    /// <summary>Loads one server, or several behind one address, and measures no processes.</summary>
    /// <param name="url">The address.</param>
    /// <param name="database">The connection string of the owner of their database.</param>
    /// <param name="plan">The options of the load command for the load.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    /// <returns>As above.</returns>
    /// <exception cref="BenchException">The load command failed.</exception>
    public async Task<(string Json, bool IsClean)> RunAsync(Uri url, string database, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var json = Path.Combine(Folder, "load.json");
        string[] where = ["--url", $"{url}", "--auth-token-file", TokenFile, "--data", People, "--database", database, .. url.IsLoopback ? (string[])[] : ["--anywhere"]];
        var (exitCode, output) = await ShellCommand.RunAsync("dotnet", [Caller, "load", .. plan, .. where, "--json", json], cancellationToken);
        return exitCode is 0 or LoadFailed ? (json, exitCode == 0) : throw new BenchException($"The load failed ({exitCode}):\n{output}");
    }

    /// <summary>
    /// Runs a first load that is not measured, so that the server compiles the code that it compiles twice. <paramref name="postgres"/> is
    /// the id of PostgreSQL's first process.
    /// </summary>
    /// <exception cref="BenchException">
    /// The load command failed, a call failed, or the recorded rows are not the confirmed calls.
    /// </exception>
    public Task WarmUpAsync(Site site, int postgres, int calls, CancellationToken cancellationToken) =>
        WarmUpAsync(site, postgres, ["--at-once", $"{CallersThatWarmUp}", "--calls", $"{calls}"], cancellationToken);

    /// <summary>
    /// Runs a load that is not measured, with the options of the measured load. <paramref name="postgres"/> is the id of PostgreSQL's first
    /// process.
    /// </summary>
    /// <exception cref="BenchException">
    /// The load command failed, a call failed, or the recorded rows are not the confirmed calls.
    /// </exception>
    public async Task WarmUpAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var (_, isClean) = await RunAsync(site, postgres, plan, cancellationToken);
        if (!isClean)
            throw new BenchException("While the server was warmed up calls failed, or the rows were not the confirmed calls.");
    }

    /// <summary>Loads a site, and reads the figures that every load has.</summary>
    /// <exception cref="BenchException">The load command failed.</exception>
    public async Task<RoundFigures> LoadAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var (json, isClean) = await RunAsync(site, postgres, plan, cancellationToken);
        return await RoundFigures.ReadAsync(json, isClean, cancellationToken);
    }

    /// <summary>Formats a time for the options of the load command.</summary>
    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0}s";
}
