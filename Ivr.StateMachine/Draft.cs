namespace Ivr.StateMachine;

/// <summary>An entry that the caller is filling in. A correction of one field keeps the others.</summary>
public sealed record Draft
{
    /// <summary>The activities have the keys 1 to 4.</summary>
    public const int Activities = 4;

    /// <summary>The most whole hours of an entry.</summary>
    public const int MaxHours = 9;

    /// <summary>The client's 12-digit user number; null until the look-up has found it. In an emergency it is not looked up.</summary>
    public string? UserNumber { get; init; }

    /// <summary>The client's key in the database; null when the number was not looked up.</summary>
    public long? ClientId { get; init; }

    /// <summary>True when this worker has entries for the client on record, of this month or the one before. In an emergency it is not looked up.</summary>
    public bool IsKnownClient { get; init; }

    /// <summary>The activities (1-4) that this worker already has on record for this client and day.</summary>
    public IReadOnlyList<int> ActivitiesOnRecord { get; init; } = [];

    /// <summary>
    /// The activity: 1 household help, 2 shopping, 3 ironing outside the home, 4 transport of people with reduced mobility.
    /// </summary>
    public int? Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int? Hours { get; init; }

    /// <summary>True when nothing is missing. A question that is asked then is asked to correct its answer.</summary>
    public bool IsComplete => (UserNumber, Activity, Hours) is (not null, not null, not null);

    /// <summary>True when the same client, activity and day is already on record. It may be a mistake; the caller decides.</summary>
    public bool MayBeDuplicate => Activity is { } activity && ActivitiesOnRecord.Contains(activity);

    /// <summary>Drafts with the same content are equal. The default comparison would compare the lists by reference.</summary>
    public bool Equals(Draft? other) =>
        other is not null
        && (UserNumber, ClientId, IsKnownClient, Activity, Hours) == (other.UserNumber, other.ClientId, other.IsKnownClient, other.Activity, other.Hours)
        && ActivitiesOnRecord.SequenceEqual(other.ActivitiesOnRecord);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(UserNumber, ClientId, Activity, Hours);
}
