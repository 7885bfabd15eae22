using System.Text.RegularExpressions;
using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// One webhook that arrived at the server, and the response, even when the phone did not hear it. <c>Token</c> is the same for every
/// delivery of a webhook; <c>State</c> is null when the response names none; <c>Sent</c> and <c>Answered</c> are ticks. <c>IsHeard</c> is
/// false for a lost response and for a repeated webhook.
/// </summary>
internal sealed partial record WitnessedDelivery(
    Exchange Exchange,
    string Token,
    string? State,
    long Sent,
    long Answered,
    DateTimeOffset ClockBefore,
    DateTimeOffset ClockAfter,
    Mishap Mishap,
    bool IsHeard)
{
    private static readonly string[] LoginLocked =
        ["is deze login geblokkeerd", "ce login est bloqué", "ist dieser Login gesperrt", "this login is blocked"];

    private static readonly string[] LastEntry =
        ["Meer kunt u nu niet doorgeven", "en transmettre plus", "Mehr können Sie jetzt nicht weitergeben", "You cannot pass on more now"];

    private static readonly string[] RememberOffers =
    [
        " Volgende keer zonder login op deze telefoon? Druk 4.", " La prochaine fois sans login sur ce téléphone ? Tapez 4.",
        " Nächstes Mal ohne Login an diesem Telefon? Drücken Sie vier.", " Next time without login on this phone? Press 4.",
    ];

    private static readonly string[] Remembered =
        ["Volgende keer vragen we op deze telefoon", "nous demandons seulement votre mot de passe sur ce", "Nächstes Mal fragen wir", "Next time we ask only"];

    private static readonly string[] NotSet = ["niet voor deze telefoon", "pour ce téléphone maintenant", "Das geht für dieses Telefon", "not possible for this phone"];

    private static readonly string[] Logins = [.. TestData.Workers.Split('\n').Skip(1).Select(line => line.Split(',')[0])];

    private TwiMLDocument? _document;

    public Uri Url => Exchange.Request.Url;

    public string Path => Url.AbsolutePath;

    public bool IsStatus => Path == "/voice/status";

    public string Digits => Exchange.Request.Form.GetValueOrDefault("Digits", "");

    /// <summary>The keys after the last *, which starts a number over.</summary>
    public string Number => SinceStar(Digits);

    public static string SinceStar(string keys) => keys.Split('*')[^1];

    /// <summary>The TwiML as the strict reader parses it.</summary>
    /// <exception cref="TwiMLException">The response is not valid TwiML.</exception>
    public TwiMLDocument Document => _document ??= Exchange.Document;

    public string Words => Document.Spoken;

    public bool TellsOfLock => LoginLocked.Any(words => Words.Contains(words, StringComparison.Ordinal));

    public bool TellsOfLastEntry => LastEntry.Any(words => Words.Contains(words, StringComparison.Ordinal));

    /// <summary>Whether the caller hears that the login is remembered on the telephone.</summary>
    public bool TellsThatItRemembers => Remembered.Any(words => Words.Contains(words, StringComparison.Ordinal));

    /// <summary>Whether the caller hears, instead of a reference, what became of the wish to have the login remembered.</summary>
    public bool TellsOfPhone => TellsThatItRemembers || NotSet.Any(words => Words.Contains(words, StringComparison.Ordinal));

    /// <summary>The words without the offer to remember the login.</summary>
    public string WordsWithoutOffer => RememberOffers.Aggregate(Words, (words, offer) => words.Replace(offer, "", StringComparison.Ordinal));

    /// <summary>The login whose last digits a call hears that begins at the password; null for another beginning.</summary>
    public string? RememberedLogin => LastDigits().Match(Words) is { Success: true } match
        ? Array.Find(Logins, login => login.EndsWith(match.Groups["digits"].Value.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        : null;

    [GeneratedRegex(@"(Login met eindcijfers|Login qui finit par|Login mit Endziffern|Login ending in) (?<digits>\d \d \d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastDigits();

    public Gather? Gather => Document.Verbs.OfType<Gather>().SingleOrDefault();
}
