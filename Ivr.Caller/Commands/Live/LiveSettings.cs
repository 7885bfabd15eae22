using Ivr.Caller.Live;

namespace Ivr.Caller.Commands.Live;

/// <summary>What was said about the real line.</summary>
internal sealed record LiveSettings(LiveOptions Options)
{
    /// <summary>The most calls that may be placed.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>Show the requests, and send none.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Place the calls, whatever they cost.</summary>
    public required bool Yes { get; init; }

    /// <summary>AC and 32 hexadecimal digits; null when nobody said.</summary>
    public required string? AccountSid { get; init; }
}
