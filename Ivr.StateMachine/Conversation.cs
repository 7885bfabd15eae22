using Ivr.StateMachine.Answers;
using Ivr.StateMachine.Results;

namespace Ivr.StateMachine;

/// <summary>
/// One line's side of the call: takes what the caller keyed or what the server found out, fills it in, and has
/// <see cref="CallFlow"/> move the call. No method waits, reads a clock or remembers anything.
/// </summary>
/// <param name="line">The line that was dialled.</param>
/// <param name="unexpected">Told of a trigger that has no place in the state it came in.</param>
/// <param name="moved">Told of every move: from which state, by which trigger, to which state.</param>
public sealed class Conversation(
    Line line, Action<CallState, CallTrigger>? unexpected = null, Action<CallState, CallTrigger, CallState>? moved = null)
{
    /// <summary>A new call, at the login, in the line's first language.</summary>
    /// <param name="today">The Brussels date now.</param>
    /// <param name="now">The time now.</param>
    public Call Begin(DateOnly today, DateTimeOffset now) => new()
    {
        State = CallState.Login,
        Line = line.Name,
        Language = line.Languages[0],
        Date = today,
        StartedAt = now,
    };

    /// <summary>The caller answered a question, or was silent.</summary>
    /// <param name="call">The call as it was when the question was put.</param>
    /// <param name="digits">Keys 0-9, * and #, without the key that ended the entry; empty for silence.</param>
    /// <param name="now">The time now.</param>
    public Call Hear(Call call, string digits, DateTimeOffset now)
    {
        call = call with { Webhooks = call.Webhooks + 1, Notice = Notice.None };
        if (IsTimeUp(call, now))
            return Fire(call, CallTrigger.TimeUp);

        var (trigger, answered) = Keypad.Read(line, call, digits);
        return trigger switch
        {
            _ when IsHashOutOfHabit(call, digits) => Fire(answered, CallTrigger.NoMatch),
            CallTrigger.NoInput => AskAgain(answered, trigger, Notice.NoInput),
            CallTrigger.NoMatch => AskAgain(answered, trigger, Notice.NoMatch),
            CallTrigger.HelpAsked => Fire(answered with { Notice = Notice.Help }, trigger),
            // The look-up has the last word on a user number, so its tries go on counting.
            CallTrigger.Matched when answered.State == CallState.MainMenu => Fire(answered, trigger),
            _ => Fire(answered with { Tries = 0 }, trigger),
        };
    }

    /// <summary>A webhook of the call failed on its way: the question is put again, and no try is lost by it.</summary>
    /// <param name="call">The call as it was when the question was put.</param>
    /// <param name="now">The time now.</param>
    public Call Resume(Call call, DateTimeOffset now)
    {
        call = call with
        {
            Webhooks = call.Webhooks + 1,
            Notice = Notice.Apology,
            InDoubt = call.InDoubt || call.State == CallState.Summary,
        };
        return IsTimeUp(call, now) ? Fire(call, CallTrigger.TimeUp) : call;
    }

    /// <summary>Login and password were checked.</summary>
    public Call Take(Call call, LoginResult result) => result switch
    {
        LoginResult.Accepted ok => Fire(
            call with { WorkerId = ok.WorkerId, Language = Spoken(call, ok.Language) }, CallTrigger.LoginAccepted),
        LoginResult.Inactive worker => Fire(call with { Language = Spoken(call, worker.Language) }, CallTrigger.WorkerInactive),
        LoginResult.Locked locked => Fire(
            call with { LockedMinutes = (int)Math.Ceiling(locked.Remaining.TotalMinutes) }, CallTrigger.LoginLocked),
        LoginResult.Busy => Fire(call with { SentAway = call.SentAway + 1, Notice = Notice.Busy }, CallTrigger.Busy),
        _ when call.WrongLogins + 1 >= line.Tries => Fire(call, CallTrigger.TooManyTries),
        _ => Fire(
            call with { WrongLogins = call.WrongLogins + 1, Notice = Notice.LoginRefused, Login = null }, CallTrigger.LoginRefused),
    };

    /// <summary>The keyed user number was looked up.</summary>
    public Call Take(Call call, ClientResult result) => result switch
    {
        ClientResult.Found client => Fire(
            call with
            {
                Tries = 0,
                KeyedUserNumber = null,
                Draft = call.Draft with
                {
                    UserNumber = call.KeyedUserNumber,
                    ClientId = client.ClientId,
                    ActivitiesOnRecord = client.ActivitiesOnRecord,
                },
            },
            CallTrigger.ClientFound),
        ClientResult.UsedUp => Fire(call, CallTrigger.LookUpsUsedUp),
        ClientResult.Inactive => AskAgain(call, CallTrigger.ClientRefused, Notice.ClientInactive),
        _ => AskAgain(call, CallTrigger.ClientRefused, WhyNotKnown(call)),
    };

    /// <summary>The prestation was written, or not for certain.</summary>
    public Call Take(Call call, StoreResult result) => result switch
    {
        StoreResult.Committed stored => Fire(
            call with
            {
                Tries = 0,
                InDoubt = false,
                Reference = stored.Reference,
                Notice = Stands(call.Draft, stored) ? Notice.None : Notice.EarlierConfirmationStands,
                Draft = call.Draft with { UserNumber = stored.UserNumber, Activity = stored.Activity, Hours = stored.Hours },
            },
            CallTrigger.Stored),
        _ => Fire(call, CallTrigger.Unconfirmed),
    };

    /// <summary>Something the call depends on did not work.</summary>
    public Call Fail(Call call) => Fire(call, CallTrigger.Failed);

    private bool IsTimeUp(Call call, DateTimeOffset now) =>
        call.Webhooks > line.MostWebhooks || now - call.StartedAt > line.MostTime;

    private Call AskAgain(Call call, CallTrigger trigger, Notice notice) =>
        // After "recorded" there is no wrong answer: anything but 1 is goodbye.
        call.State != CallState.Recorded && call.Tries + 1 >= line.Tries
            ? Fire(call, CallTrigger.TooManyTries)
            : Fire(call with { Tries = call.Tries + 1, Notice = notice, KeyedUserNumber = null }, trigger);

    private Call Fire(Call call, CallTrigger trigger) => new CallFlow(line, call, unexpected, moved).Fire(trigger);

    // Login and password end with #, so many end the user number with it too, and it arrives at the next question.
    private static bool IsHashOutOfHabit(Call call, string digits) =>
        digits == "#" && call is { State: CallState.Activity, Tries: 0, Draft.Activity: null };

    private static Language Spoken(Call call, Language onRecord) => call.LanguagePicked ? call.Language : onRecord;

    private static Notice WhyNotKnown(Call call) => call.KeyedUserNumber switch
    {
        { } number when number == call.Login || number.StartsWith(UserNumber.LoginPrefix, StringComparison.Ordinal)
            => Notice.LoginKeyedAsUserNumber,
        { } number when !UserNumber.HasRightCheckDigits(number) => Notice.DigitMayBeWrong,
        _ => Notice.UserNumberNotKnown,
    };

    private static bool Stands(Draft draft, StoreResult.Committed stored) =>
        (draft.UserNumber, draft.Activity, draft.Hours) == (stored.UserNumber, stored.Activity, stored.Hours);
}
