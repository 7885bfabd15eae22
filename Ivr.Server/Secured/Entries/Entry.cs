namespace Ivr.Server.Secured.Entries;

/// <summary>A prestation with its current values, after the company's corrections.</summary>
internal sealed record Entry
{
    /// <summary>The row id; never shown.</summary>
    public long Id { get; init; }

    /// <summary>Nine digits.</summary>
    public string Reference { get; init; } = "";

    public string WorkerLogin { get; init; } = "";

    /// <summary>Null after erasure.</summary>
    public string? WorkerName { get; init; }

    /// <summary>12 digits.</summary>
    public string UserNumber { get; init; } = "";

    /// <summary>Null after erasure.</summary>
    public string? ClientName { get; init; }

    /// <summary><c>flanders</c>, <c>brussels</c> or <c>wallonia</c>.</summary>
    public string Region { get; init; } = "";

    /// <summary>1-4.</summary>
    public int Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int Hours { get; init; }

    /// <summary>The day of the work.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>In UTC.</summary>
    public DateTime RecordedAt { get; init; }

    public string Line { get; init; } = "";

    /// <summary>True when the same worker, client, activity and date were on record before.</summary>
    public bool PossibleDuplicate { get; init; }

    /// <summary>True when the number dialled was that of the other region.</summary>
    public bool OtherLine { get; init; }

    /// <summary>True when the worker has more than <see cref="EntrySql.UsualHours"/> on that day.</summary>
    public bool LongDay { get; init; }

    /// <summary><c>phone</c> or <c>emergency</c>.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Number of corrections.</summary>
    public int Corrections { get; init; }

    /// <summary>True when the entry no longer counts.</summary>
    public bool Cancelled { get; init; }

    /// <summary>True when the worker cancelled it, in the call that recorded it.</summary>
    public bool Undone { get; init; }
}
