namespace Ivr.StateMachine.Answers;

/// <summary>Interprets keys as the answer to the current question.</summary>
internal static class Keypad
{
    private const string HelpKey = "0";
    private const string HelpDeskKey = "6";
    private const string RememberKey = "4";
    private const string UndoKey = "9";

    /// <summary>Interprets keys in the call's current state.</summary>
    /// <param name="line">The line, for its languages.</param>
    /// <param name="call">The call at a question.</param>
    /// <param name="digits">The keys 0-9, * and #, without the key that ended the entry. Empty for silence.</param>
    public static Answer Read(Line line, Call call, string digits)
    {
        if (digits == HelpKey && call.KeyedSoFar is null)
            return new(CallTrigger.HelpAsked, call);
        if (digits == HelpDeskKey && call is { HelpDeskOpen: true, State: CallState.UserNumber or CallState.LeftInJournal })
            return new(CallTrigger.HelpDeskAsked, call);

        return call.State switch
        {
            CallState.Login => ReadLogin(line, call, digits),
            CallState.Password => ReadPassword(line, call, digits),
            CallState.UserNumber => ReadUserNumber(call, digits),
            CallState.OwnEntries => ReadEntries(call, digits),
            CallState.Activity => ReadDigit(call, digits, Draft.Activities, answer => call.Draft with { Activity = answer }),
            CallState.Hours => ReadDigit(call, digits, Draft.MaxHours, answer => call.Draft with { Hours = answer }),
            CallState.Summary => ReadSummary(call, digits),
            CallState.MainMenu => ReadMainMenu(call, digits),
            CallState.Recorded when digits == RememberKey && call.RememberOffered => new(CallTrigger.RememberAsked, call with { RememberOffered = false }),
            CallState.Recorded when digits == UndoKey && !call.IsEmergency => new(
                CallTrigger.UndoAsked, call with { RememberOffered = false, NewShortNumber = null }),
            CallState.Recorded or CallState.Undone or CallState.LeftInJournal => ReadAnother(call, digits),
            CallState.Undo => ReadUndo(call, digits),
            CallState.Practised => ReadPracticeAgain(call, digits),
            _ => Answer.NoMatch(call),
        };
    }

    private static Answer ReadLogin(Line line, Call call, string digits) => StarKey.Since(digits) switch
    {
        "" when digits == "" => Answer.NoInput(call),
        [var key] when line.Languages.Count > 1 && key - '1' is >= 0 and var place && place < line.Languages.Count
            => new(CallTrigger.LanguagePicked, call with { Language = line.Languages[place], LanguagePicked = true }),
        var login when KeyedSecret.IsValid(login) => Answer.Matched(call with { Login = login }),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadPassword(Line line, Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        _ when call.IsRemembered && digits.All(key => key == '*') => new(
            CallTrigger.OtherLoginAsked, call with { Login = null, IsRemembered = false, Language = line.Languages[0], Notice = Notice.OtherLogin }),
        _ when KeyedSecret.IsValid(StarKey.Since(digits)) => Answer.Matched(call),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadUserNumber(Call call, string digits)
    {
        if (ShortKey.Read(call, digits) is { } answer)
            return answer;
        var isCutOff = UserNumber.IsCutOff(call, digits);
        var keyed = UserNumber.Keyed(call, digits);
        call = call with { KeyedSoFar = null };
        return keyed switch
        {
            { Length: UserNumber.Length } when keyed.All(char.IsAsciiDigit) => Answer.Matched(call with { KeyedUserNumber = keyed }),
            _ when UserNumber.WithoutDoubledKey(keyed) is { } number => Answer.Matched(call with { KeyedUserNumber = number }),
            _ when isCutOff => Answer.NoMatch(call with { KeyedSoFar = keyed }),
            "" when digits == "" => Answer.NoInput(call),
            _ => Answer.NoMatch(call),
        };
    }

    private static Answer ReadEntries(Call call, string digits) => digits switch
    {
        "" when call.Entries!.HasMore => new(CallTrigger.EntriesAsked, call),
        "" => Answer.NoInput(call),
        "1" => new(CallTrigger.ReferencesAsked, call with { Notice = Notice.References }),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadDigit(Call call, string digits, int most, Func<int, Draft> fill) => digits switch
    {
        "" => Answer.NoInput(call),
        [>= '1' and <= '9' and var key] when key - '0' <= most => new(
            call is { State: CallState.Activity, Draft.IsComplete: true } ? CallTrigger.Corrected : CallTrigger.Matched,
            call with { Draft = fill(key - '0') }),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadSummary(Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        "1" when call.IsPractice => new(CallTrigger.PracticeDone, call),
        "1" => new(call.IsEmergency ? CallTrigger.Left : CallTrigger.Confirmed, call),
        "2" => new(CallTrigger.CorrectionAsked, call),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadMainMenu(Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        "1" => new(CallTrigger.ClientChosen, call),
        "2" => new(CallTrigger.ActivityChosen, call),
        "3" => new(CallTrigger.HoursChosen, call),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadPracticeAgain(Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        "1" => Answer.Matched(call with { Draft = new(), Notice = Notice.Practice }),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadUndo(Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        "1" => new(CallTrigger.Confirmed, call),
        "2" => new(CallTrigger.Declined, call),
        _ => Answer.NoMatch(call),
    };

    private static Answer ReadAnother(Call call, string digits) => digits switch
    {
        "" => Answer.NoInput(call),
        "1" when !call.IsLastEntry => Answer.Matched(call with
        {
            EntryNumber = call.EntryNumber + 1,
            Offer = new(call.Draft.UserNumber!, OfferReason.SameClient),
            Draft = new(),
            Reference = null,
            NewShortNumber = null,
            InDoubt = false,
            IsCorrectedByCompany = false,
            RememberOffered = false,
        }),
        _ => Answer.NoMatch(call),
    };
}
