namespace Ivr.StateMachine;

/// <summary>
/// Everything a call knows between two webhooks. It is a value: each step makes the next one,
/// and the same step taken twice makes the same. The password is never in it.
/// </summary>
public sealed record Call
{
    /// <summary>Where the call is.</summary>
    public required CallState State { get; init; }

    /// <summary>The name of the line that was dialled.</summary>
    public required string Line { get; init; }

    /// <summary>The language spoken now.</summary>
    public required Language Language { get; init; }

    /// <summary>True when the caller picked the language on the line; that wins over the worker's record.</summary>
    public bool LanguagePicked { get; init; }

    /// <summary>The Brussels date of the first webhook: the day the work is recorded for.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When the first webhook came.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Webhooks answered so far, the first included.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>Tries at the present question that have gone by.</summary>
    public int Tries { get; init; }

    /// <summary>Pairs of login and password that were refused in this call.</summary>
    public int WrongLogins { get; init; }

    /// <summary>How often there was no room to check the password. No try is lost by it, and each time the chances grow.</summary>
    public int TimesTurnedAway { get; init; }

    /// <summary>What is said before the question.</summary>
    public Notice Notice { get; init; }

    /// <summary>The login as keyed.</summary>
    public string? Login { get; init; }

    /// <summary>The worker's key in the database, once the login is accepted.</summary>
    public long? WorkerId { get; init; }

    /// <summary>The user number just keyed, until the look-up has decided on it.</summary>
    public string? KeyedUserNumber { get; init; }

    /// <summary>The entry that is being made.</summary>
    public Draft Draft { get; init; } = new();

    /// <summary>Counts the prestations of this call, from 1; with the call sid it is an entry's own key.</summary>
    public int EntryNumber { get; init; } = 1;

    /// <summary>
    /// True when a webhook was lost at the summary: it may have been a confirmation, so this entry may be on record though nobody
    /// heard it.
    /// </summary>
    public bool InDoubt { get; init; }

    /// <summary>
    /// True once the database could not answer, or webhooks of the call failed twice: from then on the call goes on without the
    /// database to its end, and what the caller leaves is kept in the journal.
    /// </summary>
    public bool IsEmergency { get; init; }

    /// <summary>Webhooks of the call that failed on their way.</summary>
    public int Failures { get; init; }

    /// <summary>True when the help desk is offered with this question; what was offered is kept.</summary>
    public bool HelpDeskOpen { get; init; }

    /// <summary>The 9-digit reference of the prestation just recorded, or of the entry just left in the journal.</summary>
    public string? Reference { get; init; }

    /// <summary>Minutes for which the login is still locked, when that ended the call.</summary>
    public int LockedMinutes { get; init; }

    /// <summary>What ended the call.</summary>
    public CallTrigger? EndedBy { get; init; }
}
