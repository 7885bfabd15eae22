using System.Text.Json.Serialization;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// One webhook of a call in the form that may be written: everything that could identify the caller is made up, and of the password only
/// its correctness is kept.
/// </summary>
internal sealed record RecordedStep
{
    /// <summary>The call's made-up name.</summary>
    public required string Call { get; init; }

    public required RecordedStepKind Kind { get; init; }

    /// <summary>The dialled number, E.164.</summary>
    public required string Dialled { get; init; }

    /// <summary>The made-up caller, or <see cref="Pseudonyms.Withheld"/>.</summary>
    public required string Caller { get; init; }

    /// <summary>Start of the call in Brussels local time.</summary>
    public required string Moment { get; init; }

    /// <summary>Name of the line; null when the number is on no line.</summary>
    public string? Line { get; init; }

    /// <summary>Number of the webhook in the call, from 1. A repeated webhook has the same number.</summary>
    public int Number { get; init; }

    /// <summary>True for the first webhook of a call, and for the fallback after that webhook failed.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Seconds from the first webhook to this one.</summary>
    public double Seconds { get; init; }

    /// <summary>The keys that have the same effect as the caller's keys, with the end key; empty for silence.</summary>
    public string Keys { get; init; } = "";

    /// <summary>The state that spoke then; null when there was none and the caller heard only an apology.</summary>
    public CallState? State { get; init; }

    /// <summary>What ended the call.</summary>
    public CallTrigger? EndedBy { get; init; }

    /// <summary>The problem around the call while this webhook was answered.</summary>
    public Trouble Trouble { get; init; }

    /// <summary>True when the caller heard that a confirmation is in doubt.</summary>
    public bool InDoubt { get; init; }

    /// <summary>True when this webhook ended the call because the call took too long.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>The made-up login whose password was keyed.</summary>
    public string? Login { get; init; }

    /// <summary>The language of that worker, when the password was right.</summary>
    public string? Language { get; init; }

    /// <summary>The worker whose login is remembered on the caller's number, at the first webhook.</summary>
    public RememberedWorker? Remembered { get; init; }

    /// <summary>The entries from this number before the call, when this step offers to remember the login.</summary>
    public int? EntriesBefore { get; init; }

    /// <summary>Minutes for which that login was still locked.</summary>
    public int LockedMinutes { get; init; }

    /// <summary>The made-up user number of an existing client.</summary>
    public string? Client { get; init; }

    /// <summary>Whether that client is active.</summary>
    public bool IsActive { get; init; }

    /// <summary>The prestation that was recorded.</summary>
    public RecordedEntry? Entry { get; init; }

    /// <summary>True when the caller heard that the same prestation is on record already.</summary>
    public bool MayBeDuplicate { get; init; }

    /// <summary>
    /// True when the answer depends on what the script does not have: entries of earlier calls, or what the company did on its pages.
    /// </summary>
    public bool IsBeyondScript { get; init; }

    /// <summary>True when a key came twice, so that it answered nothing.</summary>
    public bool IsDoubledKey { get; init; }

    /// <summary>True when the call ended before it was answered.</summary>
    public bool IsUnanswered { get; init; }
}

/// <summary>
/// A recorded prestation. <c>Number</c> is its number in the call, from 1. <c>Login</c> and <c>UserNumber</c> are made up. <c>Activity</c>
/// is 1-4, <c>Hours</c> is 1-9.
/// </summary>
internal sealed record RecordedEntry(int Number, string Login, string UserNumber, int Activity, int Hours);

/// <summary>A worker whose password need not be keyed in the call. All but <c>Language</c> is made up.</summary>
internal sealed record RememberedWorker(string Login, string Password, string Language);

/// <summary>Problems around a call that a script can reproduce.</summary>
[Flags]
internal enum Trouble
{
    None = 0,

    /// <summary>The database did not answer or refused, and the emergency procedure began.</summary>
    Database = 1,

    /// <summary>The journal of the emergency procedure could not be written.</summary>
    Disk = 2,

    /// <summary>The queue of passwords was full.</summary>
    Crowd = 4,
}

internal enum RecordedStepKind
{
    /// <summary>The call came in.</summary>
    Began,

    /// <summary>The caller answered, or was silent.</summary>
    Answered,

    /// <summary>Another webhook had failed, and the question was asked again.</summary>
    Resumed,

    /// <summary>The call is over.</summary>
    Over,
}

[JsonSerializable(typeof(RecordedStep))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class StepJson : JsonSerializerContext;
