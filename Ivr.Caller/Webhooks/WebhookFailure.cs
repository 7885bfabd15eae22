using System.Net;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Webhooks;

/// <summary>Why a webhook did not give a document.</summary>
/// <param name="Code">Twilio's error code, sent to the fallback URL as <c>ErrorCode</c>; 0 for a limit of this phone.</param>
/// <param name="Url">The URL that failed, sent to the fallback URL as <c>ErrorUrl</c>.</param>
/// <param name="Message">The failure in words.</param>
internal sealed record WebhookFailure(int Code, Uri Url, string Message)
{
    /// <summary>The retry policy under which the webhook is delivered again.</summary>
    public RetryOn RetriedOn { get; init; }

    /// <summary>The HTTP status that is the failure; null for other failures.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What is wrong with the document; null when no document came.</summary>
    public TwiMLException? TwiML { get; init; }

    public override string ToString() => $"{Url}: {Message} ({Code})";
}
