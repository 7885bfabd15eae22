namespace Ivr.StateMachine.Results;

/// <summary>What became of writing the prestation.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    /// <summary>Committed, now or by an earlier delivery of the same confirmation.</summary>
    /// <param name="Reference">The 9-digit reference.</param>
    /// <param name="UserNumber">The user number on record under that reference.</param>
    /// <param name="Activity">The activity on record.</param>
    /// <param name="Hours">The hours on record.</param>
    public sealed record Committed(string Reference, string UserNumber, int Activity, int Hours) : StoreResult;

    /// <summary>Whether it is committed is not known.</summary>
    public sealed record Unknown : StoreResult;
}
