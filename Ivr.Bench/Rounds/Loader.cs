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
    public async Task<LoadFigures> LoadAsync(Site site, int postgres, Kind kind, BenchSettings settings, CancellationToken cancellationToken)
    {
        var json = Path.Combine(Folder, "load.json");
        string[] where = ["--url", $"{site.Url}", "--auth-token-file", TokenFile, "--data", People, "--database", site.Database];
        string[] what = ["--server-pid", $"{site.ProcessId}", "--postgres-pid", $"{postgres}", "--json", json];
        string[] howLong = ["--warm-up", $"{settings.WarmUp.TotalSeconds:0}s", "--duration", $"{settings.Duration.TotalSeconds:0}s"];
        var (exitCode, output) = await Shell.RunAsync(
            "dotnet", [Caller, "load", .. kind.Plan(settings.NationalRate), .. howLong, .. where, .. what], cancellationToken);
        if (exitCode is not (0 or LoadFailed))
            throw new BenchException($"The load failed ({exitCode}):\n{output}");
        return await LoadFigures.ReadAsync(json, isClean: exitCode == 0, cancellationToken);
    }
}
