using Ivr.StateMachine.Answers;
using Ivr.StateMachine.Results;

namespace Ivr.StateMachine.Flow;

/// <summary>
/// Moves a call along: takes the caller's keys or the result of the server's work, updates the call, and fires the trigger in
/// <see cref="CallFlow"/>. No method waits, reads a clock or keeps state.
/// </summary>
/// <param name="line">The line that was dialled.</param>
/// <param name="flows">The line's state machines.</param>
/// <param name="observer">Gets what the state machine does.</param>
public sealed class Conversation(Line line, CallFlows flows, CallObserver? observer = null)
{
    // A single failure may be a coincidence.
    private const int MaxFailures = 2;

    /// <summary>A conversation with state machines of its own.</summary>
    /// <param name="line">The line that was dialled.</param>
    public Conversation(Line line)
        : this(line, new(line))
    {
    }

    /// <summary>Starts a call at the login, in the line's first language.</summary>
    /// <param name="today">The current date in Brussels.</param>
    /// <param name="now">The current time.</param>
    public Call Begin(DateOnly today, DateTimeOffset now) => new()
    {
        State = CallState.Login,
        Line = line.Name,
        Language = line.Languages[0],
        Date = today,
        StartedAt = now,
    };

    /// <summary>Starts a call at the password, because its telephone has a remembered login.</summary>
    /// <param name="today">The current date in Brussels.</param>
    /// <param name="now">The current time.</param>
    /// <param name="remembered">The login and its worker's language.</param>
    public Call Begin(DateOnly today, DateTimeOffset now, RememberedLogin remembered) => Begin(today, now) with
    {
        State = CallState.Password,
        Login = remembered.Login,
        Language = remembered.Language,
        IsRemembered = true,
    };

    /// <summary>
    /// Begins a call whose earlier state is lost. It may have recorded entries, and an entry with the same number is a repetition. So the
    /// entries from now on have other numbers.
    /// </summary>
    /// <param name="today">The current date in Brussels.</param>
    /// <param name="now">The current time.</param>
    public Call BeginAnew(DateOnly today, DateTimeOffset now) =>
        Resume(Begin(today, now) with { EntryNumber = (int)(now.ToUnixTimeSeconds() % int.MaxValue) }, now) with { Notice = Notice.BegunAnew };

    /// <summary>Handles the caller's answer to a question, or silence.</summary>
    /// <param name="call">The call as it was when the question was asked.</param>
    /// <param name="digits">The keys 0-9, * and #, without the key that ended the entry. Empty for silence.</param>
    /// <param name="now">The current time.</param>
    public Call Hear(Call call, string digits, DateTimeOffset now)
    {
        var asked = call;
        call = call with { Webhooks = call.Webhooks + 1, Notice = Notice.None };
        if (IsTimeUp(call, now))
            return TimeUp(call);
        if (DoubledKey.Is(asked, digits, now))
            return call with { Notice = asked.Notice };

        var (trigger, answered) = Keypad.Read(line, call, digits);
        return trigger switch
        {
            _ when IsRestAwaited(answered) => answered,
            CallTrigger.NoMatch when IsOutOfHabit(call, digits) => Fire(answered, CallTrigger.NoMatch),
            CallTrigger.NoInput when answered.State == CallState.OwnEntries => LeaveEntries(answered),
            CallTrigger.NoInput when answered.State is not (CallState.MainMenu or CallState.Undo) => AskAgain(answered, trigger, Notice.NoInput),
            CallTrigger.NoMatch => AskAgain(answered, trigger, Notice.NoMatch),
            CallTrigger.HelpAsked => Fire(answered with { Notice = Notice.Help }, trigger),
            // The look-up decides whether a user number is valid, so its tries are not reset here.
            CallTrigger.Matched when answered.State == CallState.UserNumber => Fire(answered, trigger),
            _ => Fire(answered with { Tries = 0 }, trigger),
        };
    }

    /// <summary>Notes when the next question is put, and the key that led to it. The same key within a second is a doubled one.</summary>
    /// <param name="asked">The call as it was when the question before was asked.</param>
    /// <param name="digits">The caller's answer to it.</param>
    /// <param name="next">The call at the next question.</param>
    /// <param name="now">The time at which the next question is put.</param>
    public static Call Put(Call asked, string digits, Call next, DateTimeOffset now) =>
        next with { Put = DoubledKey.LastOf(asked, digits) is { } key ? new(now, key) : null };

    /// <summary>
    /// Handles a failed webhook. The question is asked again, and the caller loses no try. After the second failure the call no longer uses
    /// the database.
    /// </summary>
    /// <param name="call">The call as it was when the question was asked.</param>
    /// <param name="now">The current time.</param>
    public Call Resume(Call call, DateTimeOffset now)
    {
        // Practice has no emergency, and nothing in doubt.
        var tooOften = call.Failures + 1 >= MaxFailures && !call.IsPractice;
        call = call with
        {
            Webhooks = call.Webhooks + 1,
            Failures = call.Failures + 1,
            KeyedSoFar = null,
            Put = null,
            IsEmergency = call.IsEmergency || tooOften,
            Notice = tooOften && !call.IsEmergency && IsEmergencyHeard(call) ? Notice.Emergency : Notice.Apology,
            InDoubt = call.InDoubt || call is { State: CallState.Summary or CallState.Undo, IsPractice: false, IsCorrectedByCompany: false },
        };
        return IsTimeUp(call, now) ? TimeUp(call) : call;
    }

    /// <summary>Takes the result of the login check.</summary>
    public Call Take(Call call, LoginResult result) => result switch
    {
        LoginResult.Accepted ok => Fire(
            call with { WorkerId = ok.WorkerId, Language = Spoken(call, ok.Language), Offer = ok.Offer }, CallTrigger.LoginAccepted),
        LoginResult.Inactive worker => Fire(call with { Language = Spoken(call, worker.Language) }, CallTrigger.WorkerInactive),
        LoginResult.Locked locked => Fire(
            call with
            {
                LockedMinutes = (int)Math.Ceiling(locked.Remaining.TotalMinutes),
                IsEmergency = true,
                Notice = Notice.LoginLocked,
            },
            CallTrigger.LoginLocked),
        LoginResult.Busy => Fire(call with { TimesTurnedAway = call.TimesTurnedAway + 1, Notice = Notice.Busy }, CallTrigger.Busy),
        _ when call.WrongLogins + 1 >= line.Tries => Fire(call, CallTrigger.TooManyTries),
        _ when call.IsRemembered => Fire(
            call with { WrongLogins = call.WrongLogins + 1, Notice = Notice.LoginRefused }, CallTrigger.PasswordRefused),
        _ => Fire(
            call with { WrongLogins = call.WrongLogins + 1, Notice = Notice.LoginRefused, Login = null }, CallTrigger.LoginRefused),
    };

    /// <summary>Takes the result of the look-up of the entered user number.</summary>
    public Call Take(Call call, ClientResult result) => result switch
    {
        ClientResult.Found client => FillIn(
            call,
            call.Draft with
            {
                UserNumber = client.UserNumber ?? call.KeyedUserNumber,
                ClientId = client.ClientId,
                // Of two digits one is easily wrong, so the summary reads all twelve.
                IsKnownClient = client.IsKnown && call.KeyedShortNumber is null,
                ActivitiesOnRecord = client.ActivitiesOnRecord,
            },
            CallTrigger.ClientFound),
        ClientResult.UsedUp => Fire(call, CallTrigger.LookUpsUsedUp),
        ClientResult.Removed => Refuse(call, Notice.ShortNumberRemoved),
        ClientResult.Inactive => Refuse(call, Notice.ClientInactive),
        _ => Refuse(call, WhyNotKnown(call)),
    };

    /// <summary>
    /// Accepts the user number of a practice call without a look-up. So nothing is counted or found out, and a new worker needs no client. The
    /// summary reads its last digits: with the words of practice, all twelve would take long.
    /// </summary>
    public Call Practise(Call call) => IsNoUserNumber(call)
        ? Refuse(call, WhyNotKnown(call))
        : FillIn(call, Unchecked(call) with { IsKnownClient = true }, CallTrigger.ClientFound);

    /// <summary>
    /// Continues a call when the database cannot answer or is no longer asked. The caller's input is accepted without a check, except a
    /// user number that has wrong check digits or is the caller's login.
    /// </summary>
    /// <param name="call">The call in the state that needs the database.</param>
    public Call Unreachable(Call call)
    {
        // The call goes on without it.
        if (call.State is CallState.ForgettingPhone or CallState.RememberingPhone)
            return Take(call, PhoneResult.NotSet);
        // The entry is recorded, and stays as it is. Whether the call can go on without the database is found out at the next entry.
        if (call.State == CallState.Undoing)
            return Fire(call with { Notice = Notice.CannotUndo }, CallTrigger.Unreachable);
        if (call.IsPractice)
            return Fire(call with { Entries = null, Notice = Notice.Apology }, CallTrigger.Unreachable);
        var begins = !call.IsEmergency;
        call = call with { IsEmergency = true };
        return call.State switch
        {
            // Nobody else knows the short numbers. The question is put again, for the 12 digits.
            CallState.LookingUpClient when call.KeyedShortNumber is not null => Fire(
                call with { KeyedShortNumber = null, Offer = null, Notice = Notice.Emergency }, CallTrigger.ClientRefused),
            CallState.LookingUpClient when IsNoUserNumber(call) => Refuse(call, WhyNotKnown(call)),
            CallState.LookingUpClient => FillIn(
                call with { Notice = begins ? Notice.Emergency : Notice.None }, Unchecked(call), CallTrigger.Unreachable),
            CallState.CheckingLogin or CallState.ListingEntries => Fire(call with { Entries = null, Notice = Notice.Emergency }, CallTrigger.Unreachable),
            _ => Fire(call, CallTrigger.Unreachable),
        };
    }

    /// <summary>Takes the result of the journal: stored, not stored, or unknown.</summary>
    public Call Take(Call call, JournalResult result) => result switch
    {
        JournalResult.Kept kept => Fire(call with { Tries = 0, Reference = kept.Reference }, CallTrigger.Journaled),
        JournalResult.Unknown => Fire(call with { InDoubt = true }, CallTrigger.Failed),
        _ => Fire(call, CallTrigger.Failed),
    };

    /// <summary>Takes the result of the store: committed or unknown.</summary>
    public Call Take(Call call, StoreResult result) => result switch
    {
        StoreResult.Committed stored => Fire(
            call with
            {
                Tries = 0,
                InDoubt = false,
                Reference = stored.Reference,
                RememberOffered = stored.MayRemember && Stands(call.Draft, stored),
                NewShortNumber = stored.NewShortNumber,
                Notice = Stands(call.Draft, stored) ? Notice.None : Notice.EarlierConfirmationStands,
                Draft = call.Draft with { UserNumber = stored.UserNumber, Activity = stored.Activity, Hours = stored.Hours },
            },
            CallTrigger.Stored),
        _ => Fire(call with { IsEmergency = true, InDoubt = true }, CallTrigger.Unconfirmed),
    };

    /// <summary>Takes the result of remembering or forgetting the telephone.</summary>
    public Call Take(Call call, PhoneResult result) => Fire(
        call with
        {
            Notice = result switch
            {
                PhoneResult.Remembered => Notice.PhoneRemembered,
                PhoneResult.Forgotten => Notice.PhoneForgotten,
                _ => Notice.PhoneNotSet,
            },
        },
        CallTrigger.PhoneSet);

    /// <summary>Takes the worker's own entries of today.</summary>
    public Call Take(Call call, EntryList found) => found switch
    {
        { Page.Count: > 0 } => Fire(call with { Entries = found }, CallTrigger.EntriesListed),
        _ => Fire(call with { Entries = null, Notice = found.First == 0 ? Notice.NoEntries : Notice.None }, CallTrigger.NoEntries),
    };

    /// <summary>Takes the result of the cancellation: committed, refused or unknown.</summary>
    public Call Take(Call call, UndoResult result) => result switch
    {
        UndoResult.Undone => Fire(call with { Tries = 0, InDoubt = false }, CallTrigger.Cancelled),
        UndoResult.Refused => Fire(call with { InDoubt = false, IsCorrectedByCompany = true }, CallTrigger.UndoRefused),
        _ => Fire(call with { InDoubt = !call.IsCorrectedByCompany }, CallTrigger.Unconfirmed),
    };

    private bool IsTimeUp(Call call, DateTimeOffset now) =>
        call.Webhooks > line.MaxWebhooks || now - call.StartedAt > line.MaxTime;

    // An entry that is complete with the client goes to the summary: a corrected one, and one that was offered with activity and hours.
    private Call FillIn(Call call, Draft draft, CallTrigger otherwise) => Fire(
        call with { Tries = 0, KeyedUserNumber = null, KeyedShortNumber = null, Offer = null, Draft = draft }, draft.IsComplete ? CallTrigger.Corrected : otherwise);

    // From then on the question makes no offer: a caller who keyed another client's number does not want the offered one, and an offered one
    // that was refused is not offered again.
    private Call Refuse(Call call, Notice notice) => AskAgain(
        call with { Offer = null, Draft = call.Offer is null ? call.Draft : new() }, CallTrigger.ClientRefused, notice);

    // Of a cancelled entry the end does not say that it is recorded.
    private Call TimeUp(Call call) => Fire(call.State == CallState.Undone ? call with { Reference = null } : call, CallTrigger.TimeUp);

    private Call AskAgain(Call call, CallTrigger trigger, Notice notice) => call.State switch
    {
        _ when call.Tries + 1 < line.Tries => Fire(call with { Tries = call.Tries + 1, Notice = notice, KeyedUserNumber = null, KeyedShortNumber = null }, trigger),
        // After "recorded" no answer is wrong: the caller hears the reference again, and then goodbye.
        CallState.Recorded or CallState.Undone or CallState.LeftInJournal or CallState.Practised => Fire(call, CallTrigger.NoInput),
        CallState.Undo => Fire(call with { Tries = 0 }, CallTrigger.Declined),
        CallState.OwnEntries => LeaveEntries(call),
        _ => Fire(call, CallTrigger.TooManyTries),
    };

    // Lost webhooks may have made the call an emergency meanwhile.
    private Call LeaveEntries(Call call) => Fire(
        call with { Tries = 0, Entries = null, Notice = call.IsEmergency ? Notice.Emergency : Notice.None }, CallTrigger.NoInput);

    private Call Fire(Call call, CallTrigger trigger) => flows.Fire(call, trigger, observer);

    // Login and password end with #, so many callers press # after every answer. That # arrives at the next question. It costs no try, and
    // neither does * as the last key of a number, which starts the number over.
    private static bool IsOutOfHabit(Call call, string digits) =>
        call.State is not (CallState.OwnEntries or CallState.Recorded or CallState.Undone or CallState.LeftInJournal or CallState.Practised)
        && (digits == "#" || IsStartedOver(call, digits));

    private static bool IsStartedOver(Call call, string digits) =>
        call.State is CallState.Login or CallState.Password or CallState.UserNumber && digits.EndsWith('*');

    private static bool IsRestAwaited(Call answered) => answered.KeyedSoFar is not null;

    private static Language Spoken(Call call, Language onRecord) => call.LanguagePicked ? call.Language : onRecord;

    private static Notice WhyNotKnown(Call call) => call.KeyedUserNumber switch
    {
        null => Notice.ShortNumberNotKnown,
        { } number when number == call.Login || number.StartsWith(UserNumber.LoginPrefix, StringComparison.Ordinal)
            => Notice.LoginKeyedAsUserNumber,
        { } number when !UserNumber.HasRightCheckDigits(number) => Notice.DigitMayBeWrong,
        _ => Notice.UserNumberNotKnown,
    };

    private static bool IsNoUserNumber(Call call) =>
        call.KeyedUserNumber == call.Login || !UserNumber.HasRightCheckDigits(call.KeyedUserNumber!);

    // The client of a number that was looked up before stays valid.
    private static Draft Unchecked(Call call) => call.KeyedUserNumber == call.Draft.UserNumber
        ? call.Draft
        : call.Draft with { UserNumber = call.KeyedUserNumber, ClientId = null, IsKnownClient = false, ActivitiesOnRecord = [] };

    // At the login, and after an entry is stored, the emergency prompt does not apply.
    private static bool IsEmergencyHeard(Call call) =>
        call.State is CallState.UserNumber or CallState.Activity or CallState.Hours or CallState.Summary or CallState.MainMenu;

    private static bool Stands(Draft draft, StoreResult.Committed stored) =>
        (draft.UserNumber, draft.Activity, draft.Hours) == (stored.UserNumber, stored.Activity, stored.Hours);
}
