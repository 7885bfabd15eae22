using Ivr.StateMachine;

namespace Ivr.Server.Development.PastCalls;

/// <summary>
/// A made-up call. <c>Ending</c> is the outcome of a call without an entry. <c>Steps</c> are the questions that it came to, in order, and
/// <c>AskedAgain</c> the steps whose question was repeated once.
/// </summary>
internal sealed record PastCall(
    string CallSid, DateTimeOffset StartedAt, int Seconds, string Line, string Dialled, string Caller, string Language, Worker? Worker, string Ending)
{
    public IReadOnlyList<CallState> Steps { get; init; } = [];

    public IReadOnlyList<CallState> AskedAgain { get; init; } = [];

    public IReadOnlyList<PastEntry> Entries { get; init; } = [];

    /// <summary>True when the database did not answer, and the entry was left in an emergency.</summary>
    public bool IsLeft { get; init; }

    public DateTimeOffset EndedAt => StartedAt.AddSeconds(Seconds);

    public bool IsFailed => Ending == "failed";
}

/// <summary>An entry of a made-up call.</summary>
internal sealed record PastEntry(Client Client, int Activity, int Hours, DateOnly Date, DateTimeOffset RecordedAt, bool PossibleDuplicate);

/// <summary>A worker as the database knows it.</summary>
internal sealed record Worker(long Id, long CompanyId, string CompanyCode, string Login, string Language, bool Active);

/// <summary>A client as the database knows it.</summary>
internal sealed record Client(long Id, string UserNumber, string Region);
