using Ivr.Caller.Calls;
using Ivr.Caller.Load;
using Ivr.Caller.Load.Processes;

namespace Ivr.Caller.Commands.Load;

internal sealed record LoadSettings
{
    /// <summary>The configuration of the dialled number.</summary>
    public required PhoneOptions Number { get; init; }

    /// <summary>The script file; null for the standard call.</summary>
    public required string? Script { get; init; }

    /// <summary>The folder with workers.csv and clients.csv; null for the people that a development server publishes.</summary>
    public required string? Data { get; init; }

    public required LoadPlan Plan { get; init; }

    /// <summary>The share of their time on a real line that prompts and keys take: 1 for all of it, 0 for none.</summary>
    public required double Pace { get; init; }

    /// <summary>Whether the server may be on another machine.</summary>
    public required bool Anywhere { get; init; }

    /// <summary>The processes whose processor time is measured.</summary>
    public required Usages Usages { get; init; }

    /// <summary>The connection string of the database with prestation_feed; null when the recorded rows are not checked.</summary>
    public required string? Database { get; init; }

    /// <summary>The file for the figures; null for none.</summary>
    public required string? Json { get; init; }

    public required bool NoColour { get; init; }
}
