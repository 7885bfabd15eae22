using System.Collections.ObjectModel;
using System.Net;
using System.Text;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Webhooks;

/// <summary>One request and its response.</summary>
internal sealed record Exchange(WebhookRequest Request)
{
    /// <summary>The response header in which a server may name the state whose prompt is heard.</summary>
    private const string StateHeader = "X-Ivr-State";

    /// <summary>The HTTP status; null when no response came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The Content-Type header; null when there was none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Location header as an absolute URL; null when there was none.</summary>
    public Uri? Location { get; init; }

    /// <summary>The headers of the response, including those of the body. The case of names is ignored.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The state whose prompt is heard; null when the server does not name it.</summary>
    public string? State => Headers.GetValueOrDefault(StateHeader);

    /// <summary>The body, at most a little over 64 kB of it.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The transport error that Twilio would log; null when a response with a good status came.</summary>
    public WebhookFailure? Failure { get; init; }

    /// <summary>
    /// The time from the moment when the request was due, by the call's own time, to the last byte of the response or to the failure. A
    /// delay before sending is included, because the caller waited.
    /// </summary>
    internal TimeSpan Latency { get; init; }

    public string Body => Encoding.UTF8.GetString(Content.Span);

    /// <summary>The body as TwiML. It is read again at each access.</summary>
    /// <exception cref="TwiMLException">The body is not valid TwiML.</exception>
    public TwiMLDocument Document => TwiMLContent.Read(ContentType, Content.Span);
}
