using Ivr.Caller.Live;

namespace Ivr.Caller.Commands.Live;

/// <summary>The settings of calls on the real line.</summary>
internal sealed record LiveSettings(LiveOptions Options)
{
    /// <summary>The maximum number of calls to place.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>Show the requests, and send none.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Place the calls, whatever they cost.</summary>
    public required bool Yes { get; init; }

    /// <summary>The base URL of another server with Twilio's API; null for Twilio's own.</summary>
    public required Uri? ApiUrl { get; init; }

    /// <summary>AC and 32 hexadecimal digits; null when it was not given as an option.</summary>
    public required string? AccountSid { get; init; }
}
