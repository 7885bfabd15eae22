using System.Xml.Linq;
using Ivr.StateMachine;
using Ivr.Tests.Calls.Rendering;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Speech;

/// <summary>How many seconds a caller of one language listens, if no key interrupts a prompt.</summary>
internal sealed class SpokenCall(Language language)
{
    private const string UserNumber = "124980864217";
    // A password of four digits and #, 1 and #, 1.
    private const int KnownWorkerKeys = 8;
    private const double SecondsPerKey = 0.35;

    private static readonly DateOnly Sunday = new(2026, 11, 29);
    private static readonly DateOnly DayWithLongName = new(2029, 9, 27);

    private static readonly Dictionary<string, Language> Locales =
        new() { ["nl-BE"] = Language.Nl, ["fr-BE"] = Language.Fr, ["de-DE"] = Language.De, ["en-GB"] = Language.En };

    private IEnumerable<Call> Questions => new[] { CallState.Login, CallState.Password, CallState.UserNumber, CallState.Activity, CallState.Hours }.Select(At);

    /// <summary>From the greeting to "you may hang up", with a client for whom the worker has not worked before.</summary>
    public double ToHangingUp => Questions.Append(Summary(1)).Sum(Seconds) + BeforeDigits(At(CallState.Recorded));

    /// <summary>The same, and then the reference and the offer of another entry.</summary>
    public double ToTheEnd => Questions.Append(Summary(1)).Append(At(CallState.Recorded)).Sum(Seconds);

    /// <summary>
    /// To "you may hang up", of a worker whose login is remembered on the mobile and who takes an offer with activity and hours, with the time
    /// for the keys.
    /// </summary>
    public double KnownWorker(OfferReason reason) =>
        Seconds(At(CallState.Password) with { IsRemembered = true })
        + Seconds(At(CallState.UserNumber) with { Offer = new(UserNumber, reason, 1, 3) })
        + KnownSummary(1)
        + BeforeDigits(At(CallState.Recorded))
        + KnownWorkerKeys * SecondsPerKey;

    /// <summary>The welcome.</summary>
    public double BeforeFirstQuestion => Texts(At(CallState.Login)).Select(Seconds).First();

    /// <summary>The menu of corrections, and the question that key 3 leads to.</summary>
    public double CorrectingHours => Seconds(At(CallState.MainMenu)) + Seconds(At(CallState.Hours));

    /// <summary>The database is away from the first look at it on.</summary>
    public double Emergency => Questions.Append(Summary(1)).Select(InEmergency).Append(At(CallState.LeftInJournal)).Append(At(CallState.Ended)).Sum(Seconds);

    /// <summary>The prompts of all paths, with long values filled in.</summary>
    public IEnumerable<(string Said, double Seconds)> AllPrompts => SpeakingCalls.On(TestLines.Flanders)
        .Where(call => call.Language == language && call.Draft.Hours is null or 7 && call.Reference != "000000000")
        .Select(call => Filled(call) with { Date = DayWithLongName })
        .Distinct()
        .Select(call => (Documents.Said(call), Seconds(call)));

    /// <summary>The summary of an entry, with a client for whom the worker has worked before.</summary>
    public double KnownSummary(int activity)
    {
        var summary = Summary(activity);
        return Seconds(summary with { Draft = summary.Draft with { IsKnownClient = true } });
    }

    public double NewSummary(int activity) => Seconds(Summary(activity));

    private static Call InEmergency(Call call) => call.State < CallState.UserNumber
        ? call
        : call with { IsEmergency = true, Notice = call.State == CallState.UserNumber ? Notice.Emergency : Notice.None };

    private static Call Filled(Call call) => call with
    {
        Offer = call.Offer is null ? null : call.Offer with { UserNumber = UserNumber },
        Draft = call.Draft.UserNumber is null ? call.Draft : call.Draft with { UserNumber = UserNumber },
    };

    private static IEnumerable<(Language Language, string Text)> Texts(Call call) => XDocument.Parse(Documents.For(call)).Descendants("Say")
        .Select(say => (Locales[(string)say.Attribute("language")!], say.Value));

    private static double Seconds((Language Language, string Text) said) => Espeak.Seconds(said.Language, said.Text);

    private static double Seconds(Call call) => Texts(call).Sum(Seconds);

    private double BeforeDigits(Call call)
    {
        var text = Texts(call).First().Text;
        var firstDigit = text.IndexOfAny([.. "0123456789"]);
        return Espeak.Seconds(language, text[..(text.LastIndexOf('.', firstDigit) + 1)]);
    }

    private Call Summary(int activity)
    {
        var call = At(CallState.Summary);
        return call with { Draft = call.Draft with { Activity = activity } };
    }

    private Call At(CallState state) => Filled(StateMachine.At.State(TestLines.Flanders, state)) with { Language = language, Date = Sunday };
}
