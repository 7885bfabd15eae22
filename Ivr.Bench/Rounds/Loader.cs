namespace Ivr.Bench.Rounds;

/// <summary>Has the load command load a site, in a process of its own.</summary>
/// <param name="Caller">Ivr.Caller.dll.</param>
/// <param name="People">The folder with the people who were imported.</param>
/// <param name="TokenFile">A file with the auth token.</param>
/// <param name="Folder">Where the figures go.</param>
public sealed record Loader(string Caller, string People, string TokenFile, string Folder)
{
    // The command's own: a call failed, or the rows are not the confirmed calls.
    private const int LoadFailed = 1;

    /// <summary>Loads it.</summary>
    /// <param name="site">The site.</param>
    /// <param name="postgres">PostgreSQL's first process.</param>
    /// <param name="kind">What it is asked to bear.</param>
    /// <param name="settings">For how long, and how many new calls are national.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchException">It could not be loaded.</exception>
    public Task<LoadFigures> LoadAsync(Site site, int postgres, Kind kind, BenchSettings settings, CancellationToken cancellationToken) => LoadAsync(
        site,
        postgres,
        [.. kind.Plan(settings.NationalRate), "--warm-up", Seconds(settings.WarmUp), "--duration", Seconds(settings.Duration)],
        cancellationToken);

    /// <summary>Loads it as the load command's own options say.</summary>
    /// <exception cref="BenchException">It could not be loaded.</exception>
    public async Task<LoadFigures> LoadAsync(Site site, int postgres, IReadOnlyList<string> plan, CancellationToken cancellationToken)
    {
        var json = Path.Combine(Folder, "load.json");
        string[] where = ["--url", $"{site.Url}", "--auth-token-file", TokenFile, "--data", People, "--database", site.Database];
        string[] what = ["--server-pid", $"{site.ProcessId}", "--postgres-pid", $"{postgres}", "--json", json];
        var (exitCode, output) = await Shell.RunAsync("dotnet", [Caller, "load", .. plan, .. where, .. what], cancellationToken);
        if (exitCode is not (0 or LoadFailed))
            throw new BenchException($"The load failed ({exitCode}):\n{output}");
        return await LoadFigures.ReadAsync(json, isClean: exitCode == 0, cancellationToken);
    }

    /// <summary>A time as the load command's options have it.</summary>
    public static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0}s";
}
