namespace Ivr.Bench.Rounds;

/// <summary>Loads one build, or several builds in turns, so that other work on the machine disturbs both equally.</summary>
internal sealed class RoundsRun(BenchSettings settings, BenchCluster cluster, Action<string> say)
{
    /// <summary>Runs all rounds of this build and of the commit to compare with.</summary>
    /// <returns>The measurements of each build, the current build first.</returns>
    /// <exception cref="BenchException">A program does not build, start or answer.</exception>
    public Task<IReadOnlyList<MeasuredBuild>> RunAsync(CancellationToken cancellationToken) => RunAsync(BuildsAsync, cancellationToken);

    /// <summary>Runs all rounds of the builds that <paramref name="make"/> makes in an empty folder.</summary>
    /// <returns>The measurements of each build, in the order of the builds.</returns>
    /// <exception cref="BenchException">A program does not build, start or answer.</exception>
    public async Task<IReadOnlyList<MeasuredBuild>> RunAsync(
        Func<DirectoryInfo, CancellationToken, Task<IReadOnlyList<Build>>> make, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-bench-");
        List<(Build Build, Site Site, int Iterations)> sites = [];
        try
        {
            var builds = await make(folder, cancellationToken);
            var loader = await Loader.PrepareAsync(folder.FullName, settings.Workers, settings.Clients, cancellationToken);
            foreach (var build in builds)
            {
                foreach (var iterations in settings.Kinds.Select(kind => kind.Iterations()).Distinct())
                {
                    say($"Starting {build.Name} with {iterations:N0} rounds ...");
                    var journal = folder.CreateSubdirectory($"journal-{sites.Count}").FullName;
                    var site = await Site.StartAsync(build, await cluster.CreateDatabaseAsync(), loader.People, iterations, journal, cancellationToken);
                    sites.Add((build, site, iterations));
                }
            }

            return await TakeTurnsAsync(builds, sites, loader, cancellationToken);
        }
        finally
        {
            foreach (var (_, site, _) in sites)
                await site.DisposeAsync();
            folder.Delete(recursive: true);
        }
    }

    private async Task<IReadOnlyList<Build>> BuildsAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var here = await Build.HereAsync(cancellationToken);
        if (settings.Against is not { } commit)
            return [here];
        say($"Building {commit} ...");
        return [here, await Build.OfAsync(commit, folder.CreateSubdirectory("against").FullName, cancellationToken)];
    }

    private async Task<IReadOnlyList<MeasuredBuild>> TakeTurnsAsync(
        IReadOnlyList<Build> builds, List<(Build Build, Site Site, int Iterations)> sites, Loader loader, CancellationToken cancellationToken)
    {
        foreach (var (build, site, iterations) in sites)
        {
            say($"Warming {build.Name} up, {iterations:N0} rounds ...");
            await loader.WarmUpAsync(site, cluster.ProcessId, settings.WarmUpCalls, cancellationToken);
        }

        List<(Build Build, MeasuredRun Run)> runs = [];
        for (var round = 1; round <= settings.Rounds; round++)
        {
            foreach (var kind in settings.Kinds)
            {
                foreach (var build in builds)
                {
                    var site = sites.Single(site => site.Build == build && site.Iterations == kind.Iterations()).Site;
                    string[] plan = [.. kind.Plan(settings), .. Loader.GoOn(1 + runs.Count)];
                    var figures = await LoadAsync(kind, build, site, loader, plan, cancellationToken);
                    say($"Round {round} of {settings.Rounds}, {build.Name}, {kind}: {figures.CallsPerSecond:0.0} calls/s, {figures.ServerMilliseconds:0.00} ms of server a call{(figures.Faults is { } faults ? $"; failed: {faults}" : "")}");
                    runs.Add((build, new(kind, round, figures)));
                }
            }
        }

        return [.. builds.Select(build => new MeasuredBuild(build, [.. runs.Where(run => run.Build == build).Select(run => run.Run)]))];
    }

    private async Task<RoundFigures> LoadAsync(
        Kind kind, Build build, Site site, Loader loader, string[] plan, CancellationToken cancellationToken)
    {
        if (kind == Kind.Start)
        {
            var journal = Directory.CreateDirectory(Path.Combine(loader.Folder, $"journal-{Guid.NewGuid():N}")).FullName;
            await using var started = await Site.ServeAsync(build, site.Database, kind.Iterations(), journal, cancellationToken);
            return await loader.LoadAsync(started, cluster.ProcessId, plan, cancellationToken);
        }

        if (!kind.SaturatesHashing())
            return await loader.LoadAsync(site, cluster.ProcessId, plan, cancellationToken);

        await using var batches = HashBatches.Watch(site.ProcessId);
        var figures = await loader.LoadAsync(site, cluster.ProcessId, plan, cancellationToken);
        return figures with { HashedTogether = await batches.MeanAsync(cancellationToken) };
    }
}

/// <summary>A build and its loads, oldest first.</summary>
internal sealed record MeasuredBuild(Build Build, IReadOnlyList<MeasuredRun> Runs);

/// <summary>One load. Rounds count from 1.</summary>
internal sealed record MeasuredRun(Kind Kind, int Round, RoundFigures Figures)
{
    /// <summary>Whether no call failed, and the recorded rows are the confirmed calls.</summary>
    public bool IsClean => Figures.IsClean;
}
