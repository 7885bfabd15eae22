namespace Ivr.StateMachine.Results;

/// <summary>The result of the look-up of a user number.</summary>
public abstract record ClientResult
{
    private ClientResult()
    {
    }

    /// <summary>An active client.</summary>
    /// <param name="ClientId">The client's key in the database.</param>
    /// <param name="ActivitiesOnRecord">The activities that this worker already has on record for this client and day.</param>
    /// <param name="IsKnown">Whether this worker has entries for this client on record, of this month or the one before.</param>
    public sealed record Found(long ClientId, IReadOnlyList<int> ActivitiesOnRecord, bool IsKnown) : ClientResult
    {
        /// <summary>The user number of a client who was looked up by short number; null for others.</summary>
        public string? UserNumber { get; init; }
    }

    /// <summary>No client has this user number, or the worker has no client with this short number.</summary>
    public sealed record NotKnown : ClientResult;

    /// <summary>
    /// The number was not looked up, because too many look-ups before it failed, or because a locked login has left as many entries as it may.
    /// </summary>
    public sealed record UsedUp : ClientResult;

    /// <summary>The client with this short number is no longer on the worker's list.</summary>
    public sealed record Removed : ClientResult;

    /// <summary>The client is not active.</summary>
    public sealed record Inactive : ClientResult;
}
