using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Live;

namespace Ivr.Caller.Commands.Replaying;

internal sealed record ReplaySettings
{
    /// <summary>The configuration of the dialled number.</summary>
    public required PhoneOptions Number { get; init; }

    /// <summary>Files and folders with scripts.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The text that a script's path or title must contain; null for all scripts.</summary>
    public required string? Filter { get; init; }

    /// <summary>How many runs are played at the same time.</summary>
    public required int Parallel { get; init; }

    /// <summary>How many times each script is played.</summary>
    public required int Rounds { get; init; }

    /// <summary>The connection string of the database with prestation_feed; null when the recorded prestations are not checked.</summary>
    public required string? Database { get; init; }

    /// <summary>The server's import command; null when no people are imported.</summary>
    public required string? Import { get; init; }

    /// <summary>The folder with the standard test data.</summary>
    public required string PeopleFolder { get; init; }

    /// <summary>The file for the JUnit report, which CI reads; null for none.</summary>
    public required string? JUnit { get; init; }

    /// <summary>The file for the JSON results; null for none.</summary>
    public required string? Json { get; init; }

    /// <summary>The settings of the real line; null when Twilio places no calls.</summary>
    public required LiveSettings? Live { get; init; }

    public required bool NoColour { get; init; }
}
