namespace Ivr.Bench.National;

/// <summary>A load of callers from the whole country.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Rate">New calls a second, as a Poisson process.</param>
/// <param name="Lasts">How long new calls come.</param>
/// <param name="Burst">How long twice as many calls come, in the middle, as when all callers dial again; zero for no burst.</param>
/// <param name="IsRealTime">Whether callers listen and key as long as on a real line.</param>
internal sealed record NationalLoad(string Name, double Rate, TimeSpan Lasts, TimeSpan Burst, bool IsRealTime = true)
{
    /// <summary>
    /// The loads: the worst minute when 30 % of entries come by phone, for ten minutes; the worst minute when all entries come by phone;
    /// and the same with people who dial again.
    /// </summary>
    public static IReadOnlyList<NationalLoad> All { get; } =
    [
        new("30 % by phone", 6.6, TimeSpan.FromMinutes(10), TimeSpan.Zero),
        new("all by phone", 33, TimeSpan.FromMinutes(3), TimeSpan.Zero),
        new("all by phone, twice as many for a minute", 33, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(1)),
    ];

    /// <summary>The options of the load command.</summary>
    public IReadOnlyList<string> Plan =>
    [
        "--rate", FormattableString.Invariant($"{Rate}"), "--arrivals", "poisson", "--duration", $"{Lasts.TotalSeconds:0}s",
        .. IsRealTime ? (string[])["--real-time"] : [],
        .. Burst > TimeSpan.Zero ? (string[])["--burst", $"2x:{Burst.TotalSeconds:0}s"] : [],
    ];
}
