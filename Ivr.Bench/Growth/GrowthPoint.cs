using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>The measurements at one size.</summary>
/// <param name="Size">The amount of what grows.</param>
/// <param name="Loads">One load for each round.</param>
internal sealed record GrowthPoint(long Size, IReadOnlyList<RoundFigures> Loads);

/// <summary>One import of clients.</summary>
/// <param name="Clients">The number of clients.</param>
/// <param name="Seconds">The time from the start of the process to its end.</param>
/// <param name="PeakMegabytes">The peak memory of the process.</param>
internal sealed record ImportFigures(long Clients, double Seconds, double PeakMegabytes);

/// <summary>One start of the server.</summary>
/// <param name="Milliseconds">The time from the start of the process to the last byte of the response to a call's first webhook.</param>
/// <param name="ProcessorMilliseconds">The processor time that the server used until then.</param>
internal sealed record StartFigures(double Milliseconds, double ProcessorMilliseconds);

/// <summary>All measurements.</summary>
/// <param name="Crowds">By the number of concurrent calls.</param>
/// <param name="Clients">By the number of clients.</param>
/// <param name="Prestations">By the number of recorded prestations.</param>
/// <param name="Imports">The imports of clients.</param>
/// <param name="Starts">Starts one after another, on a database with people.</param>
internal sealed record GrowthFigures(
    IReadOnlyList<GrowthPoint> Crowds,
    IReadOnlyList<GrowthPoint> Clients,
    IReadOnlyList<GrowthPoint> Prestations,
    IReadOnlyList<ImportFigures> Imports,
    IReadOnlyList<StartFigures> Starts)
{
    /// <summary>Whether no call failed, and the recorded rows were the confirmed calls after each load.</summary>
    public bool IsClean => Crowds.Concat(Clients).Concat(Prestations).All(point => point.Loads.All(load => load.IsClean));
}
