using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Load;

/// <summary>The result of a load run.</summary>
/// <param name="Server">The URL of the server.</param>
/// <param name="Script">What each caller did.</param>
/// <param name="Plan">The requested load.</param>
/// <param name="Began">When the run began.</param>
/// <param name="Took">How long the measured part took, until the last call was over.</param>
/// <param name="Used">The processor time and memory used in that time.</param>
/// <param name="Figures">The results of the calls.</param>
internal sealed record LoadResult(
    Uri Server, string Script, LoadPlan Plan, DateTimeOffset Began, TimeSpan Took, Used Used, LoadFigures Figures)
{
    /// <summary>The check of the recorded rows; null when they were not checked.</summary>
    public RowsCheck? Rows { get; init; }

    /// <summary>Whether the user ended the run early.</summary>
    public bool IsInterrupted { get; init; }

    public double ConfirmedPerSecond => Took > TimeSpan.Zero ? Figures.Confirmed / Took.TotalSeconds : 0;

    /// <summary>Processor time for each call, in milliseconds; null when it is not known or there was no call.</summary>
    public double? MillisecondsPerCall(TimeSpan? used) => Figures.Calls > 0 ? used?.TotalMilliseconds / Figures.Calls : null;

    /// <summary>Processor time as a share of all that this machine had, 0 to 1; null when it is not known.</summary>
    public double? Share(TimeSpan? used) => Took > TimeSpan.Zero ? used / Took / Environment.ProcessorCount : null;
}
