using System.Globalization;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Voice.Prompts;

/// <summary>
/// Chooses the prompts for the current state of a call. It depends on the call only: the same call always gets the same prompts.
/// </summary>
internal static class CallPrompts
{
    /// <summary>Returns all prompts of the current state, in order.</summary>
    /// <param name="call">A call in a state that speaks.</param>
    /// <param name="line">The call's line. Its languages are offered at the login.</param>
    public static IReadOnlyList<Utterance> For(Call call, Line line) => call.State switch
    {
        CallState.Login => Login(call, line),
        CallState.Password => Password(call),
        CallState.UserNumber => UserNumber(call),
        CallState.OwnEntries => OwnEntries(call, call.Entries!),
        CallState.Activity => Question(call, ActivityWords.Question),
        CallState.Hours => Question(call, HoursWords.Question),
        CallState.Summary => Summary(call),
        CallState.MainMenu => Question(call, MainMenuWords.Question),
        CallState.Recorded => Recorded(call),
        CallState.Undo => Question(call, UndoWords.Question),
        CallState.Undone => Undone(call),
        CallState.LeftInJournal => LeftInJournal(call),
        CallState.Practised => Practised(call),
        _ => Say(call, EndedWords.For(call)),
    };

    /// <summary>Returns an apology and what to do next, in each language of the line, for a call whose state is not available.</summary>
    public static IReadOnlyList<Utterance> Apology(Line line) => InTurn(EndedWords.Apology, line.Languages);

    /// <summary>Returns the prompt for a caller who is still connected after the help desk call ended.</summary>
    public static IReadOnlyList<Utterance> AfterHelpDesk(Call call) => Say(call, EmergencyWords.AfterHelpDesk);

    /// <summary>Returns the prompt for a dialled number that belongs to no line, in all languages.</summary>
    public static IReadOnlyList<Utterance> NumberNotInUse() => InTurn(EndedWords.NumberNotInUse, Enum.GetValues<Language>());

    private static List<Utterance> Login(Call call, Line line)
    {
        var question = LoginWords.Login;
        var isFirst = call.Notice == Notice.OtherLogin || (call is { Tries: 0, WrongLogins: 0, LanguagePicked: false } && call.Notice is not Notice.Help);
        var isWelcome = isFirst && call.Notice is not (Notice.BegunAnew or Notice.OtherLogin);
        var said = Say(call, isWelcome ? LoginWords.Welcome : null, NoticeWords.For(call, question), question.ForTry(WordedTry(call)));
        // After the question, because nearly every caller speaks the line's first language.
        if (isFirst || call.Notice is Notice.Help)
            said.AddRange(OtherLanguages(call, line));
        return said;
    }

    private static List<Utterance> Password(Call call) => call.IsRemembered
        ? Say(
            call,
            NoticeWords.For(call, RememberedWords.Password),
            RememberedWords.Password.ForTry(WordedTry(call)).With("digits", SpokenValues.LastDigits(call.Login!)))
        : Question(call, LoginWords.Password);

    private static IEnumerable<Utterance> OtherLanguages(Call call, Line line) =>
        from choice in line.Languages.Select((language, place) => (Language: language, Key: place + 1))
        where choice.Language != call.Language
        let words = LoginWords.PickLanguage.With("key", choice.Key.ToString(CultureInfo.InvariantCulture))
        select new Utterance(choice.Language, words.In(choice.Language));

    private static List<Utterance> UserNumber(Call call)
    {
        var said = Question(call, call switch
        {
            { IsOffering: true } => OfferWords.For(call.Offer!),
            { IsEmergency: true } => UserNumberWords.Question,
            { IsPractice: true } => PracticeWords.UserNumber,
            _ => UserNumberWords.WithShortKeys,
        });
        // The request for the user number comes last, because nearly every caller wants it.
        if (call.HelpDeskOpen)
            said.InsertRange(said.Count - 1, Say(call, EmergencyWords.HelpDeskWithHash));
        return said;
    }

    private static List<Utterance> OwnEntries(Call call, EntryList entries) => call.Notice switch
    {
        Notice.References => Say(call, [.. entries.Page.Select(EntriesWords.Reference)]),
        // The list once more would be long.
        Notice.Help => Say(call, EntriesWords.Help, EntriesWords.Keys),
        Notice.Apology => Say(call, NoticeWords.Apology, EntriesWords.Keys),
        _ => Say(call, [entries.First == 0 ? EntriesWords.Count(entries.Count) : null, .. entries.Page.Select(EntriesWords.Of), EntriesWords.Keys]),
    };

    private static List<Utterance> Question(Call call, QuestionWords question) =>
        Say(call, NoticeWords.For(call, question), question.ForTry(WordedTry(call)));

    private static List<Utterance> Summary(Call call)
    {
        var question = (call.IsEmergency, call.InDoubt) switch
        {
            _ when call.IsPractice => PracticeWords.Summary,
            _ when call.IsLockedOut => LockedWords.Summary,
            (true, true) => EmergencyWords.SummaryInDoubt,
            (true, false) => EmergencyWords.Summary,
            (false, true) => SummaryWords.InDoubt,
            _ => SummaryWords.Question,
        };
        return Say(call, NoticeWords.For(call, question), Duplicate(call), FillIn(question.ForTry(WordedTry(call)), call));
    }

    private static Wording? Duplicate(Call call) => call switch
    {
        { Draft.MayBeDuplicate: false } => null,
        { Tries: 0, Notice: Notice.None } => call.IsEmergency ? EmergencyWords.DuplicateAtFirst : SummaryWords.DuplicateAtFirst,
        _ => SummaryWords.Duplicate,
    };

    // After the help text, or words about a failure of ours, the shortest wording is enough: the caller did nothing that needs an explanation.
    private static int WordedTry(Call call) => call.Notice is Notice.Help or Notice.Apology or Notice.Emergency ? 0 : call.Tries;

    private static List<Utterance> Recorded(Call call) => call.Notice is Notice.PhoneRemembered or Notice.PhoneNotSet
        ? [.. SayWhole(call, NoticeWords.Phone(call)), .. Say(call, RecordedWords.Another)]
        : RecordedAs(call);

    private static List<Utterance> RecordedAs(Call call) =>
    [
        .. SayWhole(
            call,
            call.Notice switch
            {
                Notice.Help => call.IsCorrectedByCompany ? UndoWords.CorrectedHelp : RecordedWords.Help,
                Notice.Apology => NoticeWords.Apology,
                Notice.CannotUndo => UndoWords.CannotUndo,
                _ => null,
            },
            OnRecord(call).With("reference", SpokenValues.Digits(call.Reference!))),
        .. Say(
            call,
            ShortNumber(call),
            RecordedWords.Another,
            call.RememberOffered ? RememberedWords.Offer : null,
            IsUndoOffered(call) ? UndoWords.Offer : null,
            OfferOfHelp(call)),
    ];

    private static Wording OnRecord(Call call) => call switch
    {
        { InDoubt: true } => UndoWords.InDoubt,
        { Notice: Notice.EarlierConfirmationStands } => FillIn(RecordedWords.EarlierStands, call),
        { IsCorrectedByCompany: true } => UndoWords.CorrectedByCompany,
        _ => RecordedWords.Recorded,
    };

    // Nearly every caller hangs up at the first words, which are as short as possible. An emergency has no such key.
    private static bool IsUndoOffered(Call call) =>
        call is { IsEmergency: false, IsCorrectedByCompany: false }
        && (call.InDoubt || call.Tries > 0 || call.Notice is not (Notice.None or Notice.EarlierConfirmationStands));

    private static List<Utterance> Undone(Call call) =>
    [
        .. SayWhole(
            call,
            call.Notice switch
            {
                Notice.Help => UndoWords.UndoneHelp,
                Notice.Apology => NoticeWords.Apology,
                _ => null,
            },
            UndoWords.Undone.With("reference", SpokenValues.Digits(call.Reference!))),
        .. Say(call, RecordedWords.Another, OfferOfHelp(call)),
    ];

    // Told once: later the prompt is long enough without it, and the company's card has it.
    private static Wording? ShortNumber(Call call) => call is { NewShortNumber: { } number, Notice: Notice.None }
        ? RecordedWords.ShortNumber.With("number", SpokenValues.Digits(number.ToString(CultureInfo.InvariantCulture)))
        : null;

    private static List<Utterance> LeftInJournal(Call call) =>
    [
        .. SayWhole(
            call,
            call.Notice switch
            {
                Notice.Help => call.IsLockedOut ? LockedWords.PassedOnHelp : EmergencyWords.LeftInJournalHelp,
                Notice.Apology => NoticeWords.Apology,
                _ => null,
            },
            LeftAs(call).With("reference", SpokenValues.Digits(call.Reference!))),
        .. Say(call, call.HelpDeskOpen ? EmergencyWords.HelpDesk : null, call.IsLastEntry ? LockedWords.WasLast : RecordedWords.Another, OfferOfHelp(call)),
    ];

    private static List<Utterance> Practised(Call call) => Say(
        call,
        call.Notice switch
        {
            Notice.Help => PracticeWords.PractisedHelp,
            Notice.Apology => NoticeWords.Apology,
            _ => null,
        },
        PracticeWords.Practised);

    private static Wording LeftAs(Call call)
    {
        var left = call switch
        {
            { IsLockedOut: true } => LockedWords.PassedOn,
            { InDoubt: true } => EmergencyWords.LeftInJournalInDoubt,
            _ => EmergencyWords.LeftInJournal,
        };
        return call is { Tries: 0, Notice: Notice.None }
            ? Wording.Join(left, EmergencyWords.ReferenceTwice)
            : Wording.Join(left, EmergencyWords.Reference);
    }

    // What is said after an entry has one wording, and offers the help the second time, as a question does.
    private static Wording? OfferOfHelp(Call call) => WordedTry(call) == 1 ? QuestionWords.OfferOfHelp : null;

    // Many callers press # after key 1 too. It must not cut off the only proof that they get.
    private static IEnumerable<Utterance> SayWhole(Call call, params Wording?[] words) =>
        Say(call, words).Select(utterance => utterance with { IsWhole = true });

    private static Wording FillIn(Wording words, Call call) => words
        .With("client", Client(call).In)
        .With("activity", SpokenValues.ChosenActivity(call.Draft.Activity!.Value).In)
        .With("hours", SpokenValues.Hours(call.Draft.Hours!.Value).In)
        .With("date", DateWords.Spoken(call.Date).In);

    // What is on record is known, whatever the caller has keyed since.
    private static Wording Client(Call call) => call.Draft.IsKnownClient || call.State == CallState.Recorded
        ? SummaryWords.KnownClient.With("digits", SpokenValues.LastDigits(call.Draft.UserNumber!))
        : SummaryWords.Client.With("digits", SpokenValues.Digits(call.Draft.UserNumber!));

    private static List<Utterance> Say(Call call, params Wording?[] words) =>
        [.. words.OfType<Wording>().Select(wording => new Utterance(call.Language, wording.In(call.Language)))];

    private static List<Utterance> InTurn(Wording words, IEnumerable<Language> languages) =>
        [.. languages.Select(language => new Utterance(language, words.In(language)))];
}
