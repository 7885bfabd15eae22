namespace Ivr.StateMachine;

/// <summary>
/// The state of a call between two webhooks. It is an immutable value: each step creates a new one, and the same step on the same value
/// gives the same result. It never contains the password.
/// </summary>
public sealed record Call
{
    /// <summary>The current state.</summary>
    public required CallState State { get; init; }

    /// <summary>The name of the phone line that was dialled.</summary>
    public required string Line { get; init; }

    /// <summary>The language of the prompts.</summary>
    public required Language Language { get; init; }

    /// <summary>True when the caller picked a language. It then takes precedence over the language on the worker's record.</summary>
    public bool LanguagePicked { get; init; }

    /// <summary>The Brussels date of the first webhook. The work is recorded for this day.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The time of the first webhook.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The number of webhooks answered so far, including the first.</summary>
    public int Webhooks { get; init; } = 1;

    /// <summary>Failed tries at the current question.</summary>
    public int Tries { get; init; }

    /// <summary>Refused pairs of login and password in this call.</summary>
    public int WrongLogins { get; init; }

    /// <summary>
    /// How often the queue had no room to check the password. The caller loses no try by it, and each time the chance to get in grows.
    /// </summary>
    public int TimesTurnedAway { get; init; }

    /// <summary>The notice that is spoken before the question.</summary>
    public Notice Notice { get; init; }

    /// <summary>The login as entered, or as remembered on this telephone.</summary>
    public string? Login { get; init; }

    /// <summary>
    /// True when the login is not entered but remembered on this telephone. It may be somebody else's: the password is asked all the same.
    /// </summary>
    public bool IsRemembered { get; init; }

    /// <summary>The worker's key in the database; null until the login is accepted.</summary>
    public long? WorkerId { get; init; }

    /// <summary>The user number just entered; null after the look-up has accepted or refused it.</summary>
    public string? KeyedUserNumber { get; init; }

    /// <summary>The worker's short number for a client, 10-99, just entered instead; null after the look-up has accepted or refused it.</summary>
    public int? KeyedShortNumber { get; init; }

    /// <summary>The client that is offered at the user number; null when none is, and after a look-up. See <see cref="IsOffering"/>.</summary>
    public Offer? Offer { get; init; }

    /// <summary>
    /// The digits of a user number that the caller started over with *, when the rest was cut off. The question is put again, and the
    /// rest may come at once. Null otherwise.
    /// </summary>
    public string? KeyedSoFar { get; init; }

    /// <summary>When the question was put, and the key that led to it; null when # or silence ended the entry before.</summary>
    public PutQuestion? Put { get; init; }

    /// <summary>The entry that the caller is filling in.</summary>
    public Draft Draft { get; init; } = new();

    /// <summary>Counts the prestations of this call, from 1. Together with the call sid it identifies an entry.</summary>
    public int EntryNumber { get; init; } = 1;

    /// <summary>
    /// True when this entry may be on record although the caller has heard no confirmation: a webhook was lost at the summary, which may
    /// have been a confirmation, or a store got no answer. Also true when it is not known whether the journal has the entry, or whether a
    /// recorded entry is cancelled.
    /// </summary>
    public bool InDoubt { get; init; }

    /// <summary>
    /// True after the database could not answer, after two webhooks of the call failed, or when the login is locked. From then on the caller
    /// leaves entries for the company to decide, and the journal stores them.
    /// </summary>
    public bool IsEmergency { get; init; }

    /// <summary>True while the caller practises. Nothing is recorded then, and no client is looked up.</summary>
    public bool IsPractice { get; init; }

    /// <summary>The number of failed webhooks of the call, without those before the end of a practice, which made no emergency.</summary>
    public int Failures { get; init; }

    /// <summary>True when the help desk is offered with this question. The offer stays valid for the answer.</summary>
    public bool HelpDeskOpen { get; init; }

    /// <summary>The 9-digit reference of the prestation just recorded or cancelled, or of the entry just left in the journal.</summary>
    public string? Reference { get; init; }

    /// <summary>True when the entry just recorded is the one with which it is offered to remember the login on this telephone.</summary>
    public bool RememberOffered { get; init; }

    /// <summary>The short number that the client has since the prestation just recorded; null when the client had one before, or has none.</summary>
    public int? NewShortNumber { get; init; }

    /// <summary>The worker's own entries of today, while they are said; null otherwise.</summary>
    public EntryList? Entries { get; init; }

    /// <summary>True when the caller wanted to cancel the prestation just recorded, and the company had corrected or cancelled it before.</summary>
    public bool IsCorrectedByCompany { get; init; }

    /// <summary>When the login is locked: the minutes until it is unlocked. 0 otherwise.</summary>
    public int LockedMinutes { get; init; }

    /// <summary>True when 1 and hash takes a client. An emergency offers none, because nobody can be looked up.</summary>
    public bool IsOffering => Offer is not null && !IsEmergency;

    /// <summary>True when the login is locked. The password was not checked, and the company sees that.</summary>
    public bool IsLockedOut => LockedMinutes > 0;

    /// <summary>True when the emergency is a failure on our side and not a locked login.</summary>
    public bool IsOutage => IsEmergency && !IsLockedOut;

    /// <summary>True when the login is locked and this entry is the last one that the caller may leave, in this call or on this day.</summary>
    public bool IsLastEntry { get; init; }

    /// <summary>The trigger that ended the call; null before the end.</summary>
    public CallTrigger? EndedBy { get; init; }
}
