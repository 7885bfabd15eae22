namespace Ivr.Server.Secured.Entries;

/// <summary>A prestation as it holds now, after the company's corrections.</summary>
internal sealed record Entry
{
    /// <summary>Most hours that one worker has in a day without a question.</summary>
    public const int UsualHours = 9;

    /// <summary>The row; never shown.</summary>
    public long Id { get; init; }

    /// <summary>Nine digits.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The worker's login.</summary>
    public string WorkerLogin { get; init; } = "";

    /// <summary>The worker's name; null once erased.</summary>
    public string? WorkerName { get; init; }

    /// <summary>The client's user number, 12 digits.</summary>
    public string UserNumber { get; init; } = "";

    /// <summary>The client's name; null once erased.</summary>
    public string? ClientName { get; init; }

    /// <summary><c>flanders</c>, <c>brussels</c> or <c>wallonia</c>.</summary>
    public string Region { get; init; } = "";

    /// <summary>1-4.</summary>
    public int Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int Hours { get; init; }

    /// <summary>The day of the work.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; init; }

    /// <summary>The line that was dialled.</summary>
    public string Line { get; init; } = "";

    /// <summary>Worker, client, activity and date were on record before.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>The number dialled was the other region's.</summary>
    public bool OtherLine { get; init; }

    /// <summary>The worker has more than <see cref="UsualHours"/> that day.</summary>
    public bool LongDay { get; init; }

    /// <summary><c>phone</c> or <c>emergency</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>How often it was corrected.</summary>
    public int Corrections { get; init; }

    /// <summary>The company does not count it any more.</summary>
    public bool Cancelled { get; init; }
}
