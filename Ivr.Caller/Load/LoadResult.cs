using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Load;

/// <summary>A load that came to its end.</summary>
/// <param name="Server">Where the server was reached.</param>
/// <param name="Script">What each caller did.</param>
/// <param name="Plan">What was asked for.</param>
/// <param name="Began">When.</param>
/// <param name="Took">How long what is measured took, until the last call was over.</param>
/// <param name="Used">Processor time and memory meanwhile.</param>
/// <param name="Figures">What became of the calls.</param>
internal sealed record LoadResult(
    Uri Server, string Script, LoadPlan Plan, DateTimeOffset Began, TimeSpan Took, Used Used, LoadFigures Figures)
{
    /// <summary>What is on record; null when nobody looked.</summary>
    public RowsCheck? Rows { get; init; }

    /// <summary>Whether somebody ended it early.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Calls a second that were confirmed.</summary>
    public double ConfirmedPerSecond => Took > TimeSpan.Zero ? Figures.Confirmed / Took.TotalSeconds : 0;

    /// <summary>Processor time for each call, in milliseconds; null when it is not known or there was no call.</summary>
    public double? MillisecondsPerCall(TimeSpan? used) => Figures.Calls > 0 ? used?.TotalMilliseconds / Figures.Calls : null;

    /// <summary>Processor time as a part of all that this machine had, 0 to 1; null when it is not known.</summary>
    public double? Share(TimeSpan? used) => Took > TimeSpan.Zero ? used / Took / Environment.ProcessorCount : null;
}
