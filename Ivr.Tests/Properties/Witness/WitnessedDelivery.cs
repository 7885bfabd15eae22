using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Witness;

/// <summary>One webhook that arrived at the server, and what the server answered, whether or not the phone got to hear it.</summary>
/// <param name="Exchange">Request and answer.</param>
/// <param name="Token">The same for every delivery of the same webhook.</param>
/// <param name="State">The state that the answer names; null when it names none.</param>
/// <param name="Sent">Its place among all that happened.</param>
/// <param name="Answered">The answer's place.</param>
/// <param name="ClockBefore">The clock when it was sent.</param>
/// <param name="ClockAfter">The clock when it was answered.</param>
/// <param name="Mishap">What happened to it on its way.</param>
/// <param name="IsHeard">Whether the caller heard the answer: not when it was lost, nor when the webhook is a late one.</param>
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
    private TwiMLDocument? _document;

    public Uri Url => Exchange.Request.Url;

    public string Path => Url.AbsolutePath;

    public bool IsStatus => Path == "/voice/status";

    public string Digits => Exchange.Request.Form.GetValueOrDefault("Digits", "");

    /// <summary>The TwiML as the strict reader sees it.</summary>
    /// <exception cref="TwiMLException">It is none.</exception>
    public TwiMLDocument Document => _document ??= Exchange.Document;

    public string Words => Document.Spoken;

    public Gather? Gather => Document.Verbs.OfType<Gather>().SingleOrDefault();
}
