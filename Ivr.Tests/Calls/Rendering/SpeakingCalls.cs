using Ivr.StateMachine;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>Every state of a call in which a line can speak, in every language.</summary>
internal static class SpeakingCalls
{
    /// <summary>Year of the spoken dates: a leap year has every day of every month, and every day of the week.</summary>
    private const int LeapYear = 2028;

    private static readonly Notice[] LookUps =
    [
        Notice.DigitMayBeWrong, Notice.UserNumberNotKnown, Notice.LoginKeyedAsUserNumber, Notice.ShortNumberNotKnown, Notice.ShortNumberRemoved,
        Notice.ClientInactive,
    ];

    private static readonly Notice[] CheckDigits = [Notice.DigitMayBeWrong, Notice.LoginKeyedAsUserNumber];

    private static readonly IReadOnlyList<Offer> Offers =
    [
        new(At.UserNumber, OfferReason.SameClient),
        new(At.UserNumber, OfferReason.Telephone),
        .. from reason in (OfferReason[])[OfferReason.Telephone, OfferReason.LastTime]
           from activity in Enumerable.Range(1, 4)
           from hours in (int[])[1, 7]
           select new Offer(At.UserNumber, reason, activity, hours),
    ];

    public static IEnumerable<Call> On(Line line) =>
        from language in Enum.GetValues<Language>()
        from call in Questions(line).Concat(Days(line)).Concat(Recorded(line)).Concat(OwnEntries(line)).Concat(Practice(line)).Concat(NotUndone(line)).Concat(Undone(line)).Concat(LeftInJournal(line)).Concat(Locked(line)).Concat(Ended(line))
        select call with { Language = language };

    /// <summary>Every question before any key was pressed.</summary>
    public static IEnumerable<Call> FirstTries(Line line) =>
    [
        At.State(line, CallState.Login),
        At.State(line, CallState.Login) with { LanguagePicked = true },
        At.State(line, CallState.Password),
        RememberedPassword(line),
        At.State(line, CallState.UserNumber),
        .. Offers.Select(offer => At.State(line, CallState.UserNumber) with { Offer = offer }),
        At.State(line, CallState.Activity),
        At.State(line, CallState.Hours),
        .. Summaries(line),
        At.State(line, CallState.MainMenu),
        SevenHours(line, CallState.Undo),
        .. Summaries(line).Where(summary => summary.Draft is { IsKnownClient: true, ActivitiesOnRecord: [] }).Select(summary => summary with { IsPractice = true }),
    ];

    /// <summary>The questions and answers about a login that is remembered on the telephone.</summary>
    private static IEnumerable<Call> Remembered(Line line)
    {
        var recorded = At.State(line, CallState.Recorded);
        return
        [
            .. from wrong in Enumerable.Range(1, 2)
               from call in Tries(RememberedPassword(line)).Append(RememberedPassword(line) with { Notice = Notice.LoginRefused })
               select call with { WrongLogins = wrong },
            .. from times in Enumerable.Range(1, 2) select RememberedPassword(line) with { TimesTurnedAway = times, Notice = Notice.Busy },
            .. from wrong in Enumerable.Range(0, 3) select At.Start(line) with { Notice = Notice.OtherLogin, WrongLogins = wrong },
            .. from first in FirstTries(line)
               where first.State == CallState.UserNumber
               from notice in (Notice[])[Notice.PhoneForgotten, Notice.PhoneNotSet]
               select first with { Notice = notice },
            .. from notice in (Notice[])[Notice.None, Notice.Help, Notice.Apology, Notice.NoMatch]
               from tries in AfterAnswer(notice)
               from number in (int?[])[null, 99]
               from isEmergency in (bool[])[false, true]
               select recorded with { RememberOffered = true, NewShortNumber = number, IsEmergency = isEmergency, Notice = notice, Tries = tries },
            .. from notice in (Notice[])[Notice.PhoneRemembered, Notice.PhoneNotSet] select recorded with { Notice = notice },
        ];
    }

    /// <summary>The questions that sound different in an emergency, with and without a help desk.</summary>
    private static IEnumerable<Call> EmergencyTries(Line line) =>
        from first in FirstTries(line).Where(first => !first.IsPractice && first.Offer is null && first.State is CallState.UserNumber or CallState.Activity or CallState.Hours or CallState.Summary or CallState.MainMenu)
        from open in (bool[])[false, true]
        from call in Tries(first with { IsEmergency = true })
        select call with { HelpDeskOpen = open, InDoubt = open };

    /// <summary>The questions that sound different while the login is locked, and the reference after the last entry and others.</summary>
    private static IEnumerable<Call> Locked(Line line) =>
        EmergencyTries(line).Where(call => !call.HelpDeskOpen && call.Notice != Notice.Emergency && !call.Draft.IsKnownClient)
            .Concat(from minutes in Enumerable.Range(1, 60) select At.State(line, CallState.UserNumber) with { Notice = Notice.LoginLocked, LockedMinutes = minutes })
            .Concat(from isLast in (bool[])[false, true]
                    from left in LeftInJournal(line)
                    where !left.HelpDeskOpen
                    select left with { IsLastEntry = isLast })
            .Select(call => call with { WorkerId = null, IsEmergency = true, LockedMinutes = Math.Max(call.LockedMinutes, 1) });

    private static IEnumerable<Call> Questions(Line line) =>
        FirstTries(line).SelectMany(Tries).Append(At.Start(line) with { Notice = Notice.BegunAnew }).Concat(WrongPairs(line)).Concat(TimesTurnedAway(line)).Concat(Remembered(line)).Concat(EmergencyTries(line));

    /// <summary>The question at its first, second and third try, with every notice that can come before it.</summary>
    private static IEnumerable<Call> Tries(Call first)
    {
        Notice[] again =
        [
            // Silence leads from the corrections back to the summary, and from the undo back to "recorded".
            .. first.State is CallState.MainMenu or CallState.Undo ? Array.Empty<Notice>() : [Notice.NoInput],
            Notice.NoMatch,
            // After a look-up nothing is offered any more.
            .. first.State != CallState.UserNumber || first.IsOffering ? [] : first.IsEmergency ? CheckDigits : LookUps,
        ];
        return
            from tries in Enumerable.Range(0, 3)
            from notice in (Notice[])[Notice.None, .. tries == 0 ? [] : again, Notice.Help, Notice.Apology, .. first.IsEmergency ? [Notice.Emergency] : Array.Empty<Notice>()]
            select first with { Tries = tries, Notice = notice };
    }

    private static Call RememberedPassword(Line line) => At.State(line, CallState.Password) with { IsRemembered = true };

    private static IEnumerable<Call> WrongPairs(Line line) =>
        from wrong in Enumerable.Range(1, 2)
        from picked in (bool[])[false, true]
        from call in Tries(At.State(line, CallState.Login)).Append(At.State(line, CallState.Login) with { Notice = Notice.LoginRefused })
        select call with { WrongLogins = wrong, LanguagePicked = picked };

    private static IEnumerable<Call> TimesTurnedAway(Line line) =>
        from times in Enumerable.Range(1, 2)
        select At.State(line, CallState.Password) with { TimesTurnedAway = times, Notice = Notice.Busy };

    private static IEnumerable<Call> Summaries(Line line) =>
        from activity in Enumerable.Range(1, 4)
        from hours in Enumerable.Range(1, 9)
        from onRecord in (int[][])[[], [1, 2, 3, 4]]
        from isKnown in (bool[])(onRecord.Length > 0 ? [true] : hours is 3 or 7 ? [false, true] : [false])
        let call = At.State(line, CallState.Summary)
        let number = hours == 9 ? "999999995197" : At.UserNumber
        select call with { Draft = call.Draft with { UserNumber = number, Activity = activity, Hours = hours, IsKnownClient = isKnown, ActivitiesOnRecord = onRecord } };

    private static IEnumerable<Call> Days(Line line) =>
        from day in Enumerable.Range(0, DateTime.IsLeapYear(LeapYear) ? 366 : 365)
        select At.State(line, CallState.Summary) with { Date = new DateOnly(LeapYear, 1, 1).AddDays(day) };

    private static IEnumerable<Call> Recorded(Line line) =>
        from notice in (Notice[])[Notice.None, Notice.Help, Notice.EarlierConfirmationStands, Notice.Apology, Notice.NoMatch]
        from tries in AfterAnswer(notice)
        from summary in Summaries(line)
        from reference in (string[])[At.Reference, "000000000"]
        // 99 is the longest in words.
        from number in (int?[])[null, 99]
        from isEmergency in notice is Notice.Apology or Notice.NoMatch or Notice.Help ? (bool[])[false, true] : [false]
        select summary with { State = CallState.Recorded, Notice = notice, Tries = tries, Reference = reference, NewShortNumber = number, IsEmergency = isEmergency };

    /// <summary>The own entries of today: as many as a prompt says, and fewer, at first and later.</summary>
    private static IEnumerable<Call> OwnEntries(Line line) =>
    [
        .. from offer in (Offer?[])[null, .. Offers]
           select At.State(line, CallState.UserNumber) with { Notice = Notice.NoEntries, Offer = offer },
        .. from notice in (Notice[])[Notice.None, Notice.References, Notice.Help, Notice.Apology, Notice.NoMatch]
           from tries in notice == Notice.References ? [0] : AfterAnswer(notice)
           from count in Enumerable.Range(1, EntryList.MaxAtOnce)
           from first in (int[])[0, EntryList.MaxAtOnce]
           from waiting in (bool[])[false, true]
           let page = Enumerable.Range(1, count).Select(n => new OwnEntry(At.EmergencyReference, "217", n == 1 ? 1 : 7, waiting)).ToList()
           select At.State(line, CallState.OwnEntries) with { Notice = notice, Tries = tries, Entries = new(first + count, first, page) },
    ];

    private static IEnumerable<Call> Practice(Line line) =>
    [
        At.State(line, CallState.UserNumber) with { Notice = Notice.PracticeOver },
        At.State(line, CallState.UserNumber) with { Notice = Notice.Practice, IsPractice = true },
        .. from tries in Enumerable.Range(0, 3) select At.State(line, CallState.UserNumber) with { Notice = Notice.Help, Tries = tries, IsPractice = true },
        .. from notice in (Notice[])[Notice.None, Notice.Help, Notice.Apology, Notice.NoMatch]
           from tries in AfterAnswer(notice)
           select SevenHours(line, CallState.Practised) with { Notice = notice, Tries = tries },
    ];

    // Seven hours take the longest to say, and the time of such prompts is measured.
    private static Call SevenHours(Line line, CallState state)
    {
        var call = At.State(line, state);
        return call with { Draft = call.Draft with { Hours = 7 } };
    }

    /// <summary>After key 9, when the entry is not cancelled after all; after two lost webhooks there is no such key.</summary>
    private static IEnumerable<Call> NotUndone(Line line) =>
        from known in ((bool Doubt, bool Corrected)[])[(false, false), (true, false), (false, true)]
        from emergency in (bool[])[false, true]
        from notice in (Notice[])[Notice.None, Notice.Help, Notice.Apology, Notice.NoMatch, Notice.CannotUndo]
        from tries in AfterAnswer(notice)
        select SevenHours(line, CallState.Recorded) with { Notice = notice, Tries = tries, InDoubt = known.Doubt, IsCorrectedByCompany = known.Corrected, IsEmergency = emergency };

    private static IEnumerable<Call> Undone(Line line) =>
        from notice in (Notice[])[Notice.None, Notice.Help, Notice.Apology, Notice.NoMatch]
        from tries in AfterAnswer(notice)
        select SevenHours(line, CallState.Undone) with { Notice = notice, Tries = tries };

    private static IEnumerable<Call> LeftInJournal(Line line) =>
        from notice in (Notice[])[Notice.None, Notice.Help, Notice.Apology, Notice.NoMatch]
        from tries in AfterAnswer(notice)
        from doubt in (bool[])[false, true]
        from open in (bool[])[false, true]
        select At.State(line, CallState.LeftInJournal) with { Notice = notice, Tries = tries, InDoubt = doubt, HelpDeskOpen = open };

    // A key without a meaning there has the reference said again, twice at most. Help and apologies come before or after that.
    private static int[] AfterAnswer(Notice notice) => notice switch
    {
        Notice.NoMatch => [1, 2],
        Notice.Help or Notice.Apology => [0, 1, 2],
        _ => [0],
    };

    private static IEnumerable<Call> Ended(Line line)
    {
        CallTrigger[] triggers =
        [
            CallTrigger.NoInput, CallTrigger.TooManyTries, CallTrigger.WorkerInactive,
            CallTrigger.LookUpsUsedUp, CallTrigger.Failed, CallTrigger.HelpDeskAsked, CallTrigger.TimeUp,
        ];
        var ended = At.State(line, CallState.Ended);
        return
        [
            .. from trigger in triggers
               from inDoubt in (bool[])[false, true]
               from reference in (string?[])[null, At.Reference, At.EmergencyReference]
               select ended with { EndedBy = trigger, InDoubt = inDoubt, Reference = reference },
            .. from trigger in triggers.Where(trigger => trigger is not (CallTrigger.WorkerInactive or CallTrigger.HelpDeskAsked))
               from inDoubt in (bool[])[false, true]
               from reference in (string?[])[null, At.EmergencyReference]
               from minutes in (int[])[1, 2, 60]
               select ended with { EndedBy = trigger, InDoubt = inDoubt, Reference = reference, LockedMinutes = minutes },
            ended with { EndedBy = CallTrigger.TooManyTries, EntryNumber = 2 },
        ];
    }
}
