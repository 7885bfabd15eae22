namespace Ivr.StateMachine.Results;

/// <summary>The result of writing the prestation.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    /// <summary>The prestation is committed, now or by an earlier delivery of the same confirmation.</summary>
    /// <param name="Reference">The 9-digit reference.</param>
    /// <param name="UserNumber">The user number on record for this reference.</param>
    /// <param name="Activity">The activity on record.</param>
    /// <param name="Hours">The hours on record.</param>
    /// <param name="MayRemember">Whether this entry is the one with which it is offered to remember the login on the telephone.</param>
    public sealed record Committed(string Reference, string UserNumber, int Activity, int Hours, bool MayRemember = false) : StoreResult
    {
        /// <summary>The short number that the client got with this prestation; null when it got none.</summary>
        public int? NewShortNumber { get; init; }
    }

    /// <summary>It is not known whether the prestation is committed.</summary>
    public sealed record Unknown : StoreResult;
}
