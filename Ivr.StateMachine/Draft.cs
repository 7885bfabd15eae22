namespace Ivr.StateMachine;

/// <summary>An entry in the making. What is filled in is kept when the caller goes back to correct something else.</summary>
public sealed record Draft
{
    /// <summary>The client's 12-digit user number, once the look-up has found it.</summary>
    public string? UserNumber { get; init; }

    /// <summary>The client's key in the database.</summary>
    public long? ClientId { get; init; }

    /// <summary>Activities (1-4) that this worker already has on record for this client and day.</summary>
    public IReadOnlyList<int> ActivitiesOnRecord { get; init; } = [];

    /// <summary>The activity: 1 household help, 2 shopping, 3 ironing outside the home, 4 transport of people with reduced mobility.</summary>
    public int? Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int? Hours { get; init; }

    /// <summary>True when the same client, activity and day is on record already: perhaps a mistake, the caller decides.</summary>
    public bool MayBeDuplicate => Activity is { } activity && ActivitiesOnRecord.Contains(activity);

    /// <summary>Drafts with the same content are equal; a list by itself would be so only to itself.</summary>
    public bool Equals(Draft? other) =>
        other is not null
        && (UserNumber, ClientId, Activity, Hours) == (other.UserNumber, other.ClientId, other.Activity, other.Hours)
        && ActivitiesOnRecord.SequenceEqual(other.ActivitiesOnRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(UserNumber, ClientId, Activity, Hours);
}
