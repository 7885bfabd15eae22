namespace Ivr.Server.Secured.Operator;

/// <summary>How the line is doing.</summary>
/// <param name="At">When that was asked.</param>
/// <param name="Period">How far back it looks.</param>
internal sealed record OperatorReport(DateTimeOffset At, OperatorPeriod Period)
{
    /// <summary>Calls that began, by column of the plots, line and language.</summary>
    public required IReadOnlyList<Begun> Begun { get; init; }

    /// <summary>Calls that go on now.</summary>
    public required int Now { get; init; }

    /// <summary>By step: calls that came to it, and how often it was asked and asked again.</summary>
    public required IReadOnlyList<StepCount> Steps { get; init; }

    /// <summary>Calls by outcome.</summary>
    public required IReadOnlyList<OutcomeCount> Outcomes { get; init; }

    /// <summary>How long calls lasted.</summary>
    public required IReadOnlyList<SecondsCount> Seconds { get; init; }

    /// <summary>The 50th, 90th and 99th percentile of that; none when no call is over.</summary>
    public required IReadOnlyList<double> Percentiles { get; init; }

    /// <summary>The latest outages, newest first.</summary>
    public required IReadOnlyList<Outage> Outages { get; init; }

    /// <summary>Servers that were seen within the hour.</summary>
    public required IReadOnlyList<NodeRow> Nodes { get; init; }

    /// <summary>Calls in all.</summary>
    public int Calls => Outcomes.Sum(row => row.Calls);

    /// <summary>How many calls ended in one of some ways.</summary>
    public int Ended(params string[] outcomes) => Outcomes.Where(row => outcomes.Contains(row.Outcome)).Sum(row => row.Calls);
}

/// <summary>Calls that began.</summary>
internal sealed record Begun(int Column, string? Line, string? Language, int Calls);

/// <summary>What is counted of a step.</summary>
internal sealed record StepCount(string Step, int Calls, int Asked, int AskedAgain);

/// <summary>Calls of an outcome.</summary>
internal sealed record OutcomeCount(string Outcome, int Calls);

/// <summary>Calls that lasted so long.</summary>
/// <param name="Bin">Seconds by <see cref="Width"/>; the last has all that were longer.</param>
/// <param name="Calls">How many.</param>
internal sealed record SecondsCount(int Bin, int Calls)
{
    /// <summary>Seconds in a bin.</summary>
    public const int Width = 15;

    /// <summary>How many bins there are.</summary>
    public const int Bins = 20;
}

/// <summary>An outage as one node saw it.</summary>
internal sealed record Outage
{
    /// <summary>Its number among the emergency procedure's nodes.</summary>
    public int? Node { get; init; }

    /// <summary>When the first call was hit.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>When the database answered again; null while it does not.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>The lines of the calls that were hit.</summary>
    public string[] Lines { get; init; } = [];

    /// <summary>How many they were.</summary>
    public int CallsHit { get; init; }
}

/// <summary>A server as it sees itself; silent when it was not heard of lately, so that it is gone or cannot write.</summary>
internal sealed record NodeRow(
    string Name, DateTime SeenAt, bool IsSilent, float? WriteSeconds, bool WithoutDatabase, int HashingThreads, float HashSeconds,
    int PasswordsWaiting, long PasswordsRefused, int TraceWaiting, long TraceLost);
