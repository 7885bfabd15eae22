using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Live;

namespace Ivr.Caller.Commands.Replaying;

/// <summary>What the replay command was told.</summary>
internal sealed record ReplaySettings
{
    /// <summary>The number that is dialled.</summary>
    public required PhoneOptions Number { get; init; }

    /// <summary>Files and folders with scripts.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What must be in a script's path or title; null for all.</summary>
    public required string? Filter { get; init; }

    /// <summary>How many are played at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>How often each is played.</summary>
    public required int Rounds { get; init; }

    /// <summary>The database with prestation_feed; null when what is on record is not looked at.</summary>
    public required string? Database { get; init; }

    /// <summary>The server's import command; null when nobody is imported.</summary>
    public required string? Import { get; init; }

    /// <summary>The folder with the standard test data.</summary>
    public required string PeopleFolder { get; init; }

    /// <summary>Where the report for CI goes; null for nowhere.</summary>
    public required string? JUnit { get; init; }

    /// <summary>Where all results go; null for nowhere.</summary>
    public required string? Json { get; init; }

    /// <summary>How the calls go on the real line; null when they stay off it.</summary>
    public required LiveSettings? Live { get; init; }

    /// <summary>Whether to leave colours away.</summary>
    public required bool NoColour { get; init; }
}
