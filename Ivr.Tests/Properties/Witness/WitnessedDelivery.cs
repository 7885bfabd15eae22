using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Witness;

/// <summary>
/// One webhook that arrived at the server, and the response, even when the phone did not hear it. <c>Token</c> is the same for every
/// delivery of a webhook; <c>State</c> is null when the response names none; <c>Sent</c> and <c>Answered</c> are ticks. <c>IsHeard</c> is
/// false for a lost response and for a repeated webhook.
/// </summary>
internal sealed record WitnessedDelivery(
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

    public Gather? Gather => Document.Verbs.OfType<Gather>().SingleOrDefault();
}
