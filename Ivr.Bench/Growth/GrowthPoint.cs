using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>What was measured at one size.</summary>
/// <param name="Size">How much there was of what grows.</param>
/// <param name="Loads">One load for each round.</param>
internal sealed record GrowthPoint(long Size, IReadOnlyList<RoundFigures> Loads);

/// <summary>One import of clients.</summary>
/// <param name="Clients">How many.</param>
/// <param name="Seconds">How long it took, from the start of the process to its end.</param>
/// <param name="PeakMegabytes">The most memory that the process held at once.</param>
internal sealed record ImportFigures(long Clients, double Seconds, double PeakMegabytes);

/// <summary>One start of the server.</summary>
/// <param name="Milliseconds">From the start of the process to the last byte of the answer to a call's first webhook.</param>
/// <param name="ProcessorMilliseconds">Processor time that the server had used by then.</param>
internal sealed record StartFigures(double Milliseconds, double ProcessorMilliseconds);

/// <summary>All that was measured.</summary>
/// <param name="Crowds">By calls at once.</param>
/// <param name="Clients">By clients.</param>
/// <param name="Prestations">By prestations on record.</param>
/// <param name="Imports">Of clients.</param>
/// <param name="Starts">One after the other, on a database with people.</param>
internal sealed record GrowthFigures(
    IReadOnlyList<GrowthPoint> Crowds,
    IReadOnlyList<GrowthPoint> Clients,
    IReadOnlyList<GrowthPoint> Prestations,
    IReadOnlyList<ImportFigures> Imports,
    IReadOnlyList<StartFigures> Starts)
{
    /// <summary>Whether no call failed, and after each load the rows on record were the confirmed calls.</summary>
    public bool IsClean => Crowds.Concat(Clients).Concat(Prestations).All(point => point.Loads.All(load => load.IsClean));
}
