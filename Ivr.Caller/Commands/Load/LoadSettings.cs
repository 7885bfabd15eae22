using Ivr.Caller.Calls;
using Ivr.Caller.Load;
using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Commands.Load;

/// <summary>What the load command was told.</summary>
internal sealed record LoadSettings
{
    /// <summary>The number that is dialled.</summary>
    public required PhoneOptions Number { get; init; }

    /// <summary>The script; null for the standard call.</summary>
    public required string? Script { get; init; }

    /// <summary>The folder with workers.csv and clients.csv; null for those that a server in development tells.</summary>
    public required string? Data { get; init; }

    /// <summary>How many calls, when, and for how long.</summary>
    public required LoadPlan Plan { get; init; }

    /// <summary>How much of their time on a real line prompts and keys take: 1 for all of it, 0 for none.</summary>
    public required double Pace { get; init; }

    /// <summary>Whether the server may be on another machine.</summary>
    public required bool Anywhere { get; init; }

    /// <summary>Whose processor time is looked at.</summary>
    public required Usages Usages { get; init; }

    /// <summary>The database with prestation_feed; null when what is on record is not looked at.</summary>
    public required string? Database { get; init; }

    /// <summary>Where the figures go; null for nowhere.</summary>
    public required string? Json { get; init; }

    /// <summary>Whether to leave colours away.</summary>
    public required bool NoColour { get; init; }
}
