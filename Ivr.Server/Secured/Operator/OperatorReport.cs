namespace Ivr.Server.Secured.Operator;

/// <summary>The state of the line at a moment, with the figures of a period before it.</summary>
internal sealed record OperatorReport(DateTimeOffset At, OperatorPeriod Period)
{
    /// <summary>Calls that began, by column of the plots, line and language.</summary>
    public required IReadOnlyList<Begun> Begun { get; init; }

    /// <summary>Number of calls in progress.</summary>
    public required int Now { get; init; }

    /// <summary>By step: the calls that reached it, and how often its question was asked and repeated.</summary>
    public required IReadOnlyList<StepCount> Steps { get; init; }

    /// <summary>Calls by outcome.</summary>
    public required IReadOnlyList<OutcomeCount> Outcomes { get; init; }

    /// <summary>Calls by duration.</summary>
    public required IReadOnlyList<SecondsCount> Seconds { get; init; }

    /// <summary>The 50th, 90th and 99th percentile of the duration; empty when no call is over.</summary>
    public required IReadOnlyList<double> Percentiles { get; init; }

    /// <summary>The latest outages, newest first.</summary>
    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>Number of calls that met a failure on our side or an emergency, whatever their outcome.</summary>
    public required int Hit { get; init; }

    /// <summary>Nodes that were seen within the last hour, without those that were stopped more than ten minutes ago.</summary>
    public required IReadOnlyList<NodeRow> Nodes { get; init; }

    /// <summary>Number of all calls.</summary>
    public int Calls => Outcomes.Sum(row => row.Calls);

    /// <summary>Number of calls with one of these outcomes.</summary>
    public int Ended(params string[] outcomes) => Outcomes.Where(row => outcomes.Contains(row.Outcome)).Sum(row => row.Calls);
}

internal sealed record Begun(int Column, string? Line, string? Language, int Calls);

internal sealed record StepCount(string Step, int Calls, int Asked, int AskedAgain)
{
    /// <summary>How often the question was repeated, per hundred times that it was asked.</summary>
    public double AgainRate => Asked == 0 ? 0 : 100.0 * AskedAgain / Asked;
}

internal sealed record OutcomeCount(string Outcome, int Calls);

/// <summary>
/// Calls of a duration. <c>Bin</c> is the duration in seconds divided by <see cref="Width"/>; the last bin has all longer calls.
/// </summary>
internal sealed record SecondsCount(int Bin, int Calls)
{
    /// <summary>Seconds per bin.</summary>
    public const int Width = 15;

    /// <summary>Number of bins.</summary>
    public const int Bins = 20;
}

/// <summary>An outage as one node saw it.</summary>
internal sealed record Outage
{
    /// <summary>Number of the node in the emergency procedure.</summary>
    public int? Node { get; init; }

    /// <summary>When the first call was affected.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When the database answered again; null while it does not.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The lines of the affected calls.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>Number of affected calls.</summary>
    public int CallsHit { get; init; }
}

/// <summary>
/// The latest report of a node. It is silent when it has not reported lately: the node is gone, or cannot write. It is stopped when it said
/// so at its end.
/// </summary>
internal sealed record NodeRow(
    string Name, DateTime SeenAt, bool IsSilent, bool IsStopped, float? WriteSeconds, bool WithoutDatabase, int HashingThreads, float HashSeconds,
    int PasswordsWaiting, long PasswordsRefused, int TraceWaiting, long TraceLost);
