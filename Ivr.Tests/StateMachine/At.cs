using Ivr.StateMachine;
using Ivr.StateMachine.Flow;

namespace Ivr.Tests.StateMachine;

/// <summary>Calls at certain points, each with the data that is known by then.</summary>
internal static class At
{
    public const string WorkerLogin = "980000000011";
    public const string UserNumber = "100000000135";
    public const string Reference = "123456782";
    public const string EmergencyReference = "907000121";
    public const long WorkerId = 11;
    public const long ClientId = 35;

    /// <summary>The time of the first webhook: a Thursday afternoon in Brussels.</summary>
    public static readonly DateTimeOffset StartTime = new(2026, 3, 12, 15, 30, 0, TimeSpan.FromHours(1));

    public static readonly DateOnly Today = new(2026, 3, 12);

    /// <summary>A call that has just begun.</summary>
    public static Call Start(Line line) => new Conversation(line).Begin(Today, StartTime);

    /// <summary>A call from a telephone on which the login is remembered.</summary>
    public static Call Remembered(Line line) => new Conversation(line).Begin(Today, StartTime, new(WorkerLogin, Language.Fr));

    /// <summary>A call in a state, with the data from the states before it, and without a used try.</summary>
    public static Call State(Line line, CallState state)
    {
        var call = Start(line) with { State = state };
        if (state > CallState.Login)
            call = call with { Login = WorkerLogin };
        if (state > CallState.CheckingLogin)
            call = call with { WorkerId = WorkerId };
        if (state == CallState.LookingUpClient)
            call = call with { KeyedUserNumber = UserNumber };
        if (state == CallState.OwnEntries)
            call = call with { Entries = new(1, 0, [new(Reference, "135", 3, IsWaiting: false)]) };
        if (state > CallState.LookingUpClient)
            call = call with { Draft = call.Draft with { UserNumber = UserNumber, ClientId = ClientId } };
        if (state > CallState.Activity)
            call = call with { Draft = call.Draft with { Activity = 1 } };
        if (state > CallState.Hours)
            call = call with { Draft = call.Draft with { Hours = 3 } };
        if (state is CallState.Recorded or CallState.RememberingPhone or CallState.Undo or CallState.Undoing or CallState.Undone or CallState.Ended)
            call = call with { Reference = Reference };
        if (state is CallState.Journaling or CallState.LeftInJournal)
            call = call with { IsEmergency = true };
        if (state == CallState.LeftInJournal)
            call = call with { Reference = EmergencyReference };
        if (state == CallState.Practised)
            call = call with { IsPractice = true };
        return state == CallState.Ended ? call with { EndedBy = CallTrigger.NoInput } : call;
    }
}
