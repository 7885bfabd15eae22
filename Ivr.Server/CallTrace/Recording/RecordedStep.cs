using System.Text.Json.Serialization;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// One webhook of a call, as it may be written down: whatever could tell who called is made up already, and of the password there is
/// no more than whether it was the right one.
/// </summary>
internal sealed record RecordedStep
{
    /// <summary>The call's made-up name.</summary>
    public required string Call { get; init; }

    /// <summary>Which webhook it was.</summary>
    public required RecordedStepKind Kind { get; init; }

    /// <summary>The number dialled, E.164.</summary>
    public required string Dialled { get; init; }

    /// <summary>The made-up caller, or <see cref="Pseudonyms.Withheld"/>.</summary>
    public required string Caller { get; init; }

    /// <summary>When the call began, by the clock on a wall in Brussels.</summary>
    public required string Moment { get; init; }

    /// <summary>The line; null when the number is on none.</summary>
    public string? Line { get; init; }

    /// <summary>Which webhook of the call, from 1; one that comes again has the same number.</summary>
    public int Number { get; init; }

    /// <summary>True when it was the first webhook that came in, or failed.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Seconds from the first webhook to this one.</summary>
    public double Seconds { get; init; }

    /// <summary>The keys that do here what the caller's did, with the one that ends the entry; empty for silence.</summary>
    public string Keys { get; init; } = "";

    /// <summary>The state that spoke then; null when there was none, and only an apology.</summary>
    public CallState? State { get; init; }

    /// <summary>What ended the call.</summary>
    public CallTrigger? EndedBy { get; init; }

    /// <summary>What went wrong around the call while this webhook was answered.</summary>
    public Trouble Trouble { get; init; }

    /// <summary>True when the caller was told that a confirmation is in doubt.</summary>
    public bool InDoubt { get; init; }

    /// <summary>True when it ended the call because of the time that had gone by.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>The made-up login whose password was keyed.</summary>
    public string? Login { get; init; }

    /// <summary>Its language, when the password was right.</summary>
    public string? Language { get; init; }

    /// <summary>Minutes for which it was still locked.</summary>
    public int LockedMinutes { get; init; }

    /// <summary>The made-up user number of a client there is.</summary>
    public string? Client { get; init; }

    /// <summary>Whether that client is active.</summary>
    public bool IsActive { get; init; }

    /// <summary>The prestation that went on record.</summary>
    public RecordedEntry? Entry { get; init; }

    /// <summary>True when the caller was told that the same was on record already.</summary>
    public bool MayBeDuplicate { get; init; }

    /// <summary>True when the call was over before it was answered.</summary>
    public bool IsUnanswered { get; init; }
}

/// <summary>A prestation that went on record.</summary>
/// <param name="Number">Its number in the call, from 1.</param>
/// <param name="Login">The made-up login.</param>
/// <param name="UserNumber">The made-up user number.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">1-9.</param>
internal sealed record RecordedEntry(int Number, string Login, string UserNumber, int Activity, int Hours);

/// <summary>What a script can have go wrong around a call.</summary>
[Flags]
internal enum Trouble
{
    /// <summary>Nothing did.</summary>
    None = 0,

    /// <summary>The database did not answer, or refused: the emergency procedure began.</summary>
    Database = 1,

    /// <summary>The journal of the emergency procedure could not be written.</summary>
    Disk = 2,

    /// <summary>There was no room for one more password to be checked.</summary>
    Crowd = 4,
}

/// <summary>A kind of webhook.</summary>
internal enum RecordedStepKind
{
    /// <summary>The call came in.</summary>
    Began,

    /// <summary>The caller answered, or was silent.</summary>
    Answered,

    /// <summary>Another webhook had failed, and the question was put again.</summary>
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
