using System.Collections.ObjectModel;
using System.Net;
using System.Text;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Webhooks;

/// <summary>One request and what came back.</summary>
/// <param name="Request">What was sent.</param>
internal sealed record Exchange(WebhookRequest Request)
{
    /// <summary>The header in which a server may name the state that speaks.</summary>
    private const string StateHeader = "X-Ivr-State";

    /// <summary>The HTTP status; null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The Content-Type header; null when there was none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Location header, absolute; null when there was none.</summary>
    public Uri? Location { get; init; }

    /// <summary>The headers of the answer, with those of the body; names in any case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The state that speaks, where the server names it; null where it does not.</summary>
    public string? State => Headers.GetValueOrDefault(StateHeader);

    /// <summary>The body, at most a little over 64 kB of it.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What Twilio would log about the transport; null when an answer with a good status came.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>
    /// From the moment when the request was due, by the call's own time, to the last byte of the answer, or to its failure. Who was late to
    /// send it does not matter: the caller waited.
    /// </summary>
    internal TimeSpan Latency { get; init; }

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Content.Span);

    /// <summary>The body as TwiML, read anew at each call.</summary>
    /// <exception cref="TwiMLException">It is none.</exception>
    public TwiMLDocument Document => TwiMLContent.Read(ContentType, Content.Span);
}
