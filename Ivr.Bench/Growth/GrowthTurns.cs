using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Loads servers of several sizes in turns, so that other work on the machine disturbs all of them equally.</summary>
internal sealed class GrowthTurns(GrowthSettings settings, int postgres, Action<string> say)
{
    /// <summary>
    /// Warms up each server, and then loads each server in every round. <paramref name="what"/> says what grows, for messages.
    /// </summary>
    /// <remarks>
    /// The warm-up has two parts: many calls, then the load itself. At another rate of calls, a server compiles code for some more seconds.
    /// Without the second part, the first round of 60 calls a second took twice the processor time.
    /// </remarks>
    public async Task<IReadOnlyList<GrowthPoint>> RunAsync(string what, IReadOnlyList<GrowthSite> sites, CancellationToken cancellationToken)
    {
        foreach (var site in sites)
        {
            await site.Size.Loader.WarmUpAsync(site.Site, postgres, settings.WarmUpCalls, cancellationToken);
            await site.Size.Loader.WarmUpAsync(site.Site, postgres, [.. site.Size.Plan, .. Loader.GoOn(1)], cancellationToken);
        }

        List<(long Size, RoundFigures Figures)> loads = [];
        for (var round = 1; round <= settings.Rounds; round++)
        {
            foreach (var site in sites)
            {
                var figures = await site.Size.Loader.LoadAsync(site.Site, postgres, [.. site.Size.Plan, .. Loader.GoOn(1 + round)], cancellationToken);
                say($"{site.Size.Size:N0} {what}, round {round} of {settings.Rounds}: {figures.ServerMilliseconds:0.00} ms of server a call, {figures.DatabaseMilliseconds:0.00} ms of database");
                loads.Add((site.Size.Size, figures));
            }
        }

        return [.. loads.GroupBy(load => load.Size).Select(point => new GrowthPoint(point.Key, [.. point.Select(load => load.Figures)]))];
    }
}
