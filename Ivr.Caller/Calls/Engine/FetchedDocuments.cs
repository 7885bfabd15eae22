using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Fetches the documents of a call from the requested URL, or from the fallback URL when that fails.</summary>
internal sealed class FetchedDocuments(Delivery delivery, Uri? fallbackUrl, CallLog log)
{
    /// <summary>Null when the fallback failed too, or when there is no fallback.</summary>
    public async Task<Document?> OpenAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (await TryAsync(request, cancellationToken) is { } document) return document;
        if (fallbackUrl is null) return null;
        return await TryAsync(ForFallback(fallbackUrl, request, log.Failures[^1]), cancellationToken);
    }

    private async Task<Document?> TryAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var exchange = await delivery.DeliverAsync(request, cancellationToken);
        if (exchange.Failure is { } failure)
        {
            log.Write(failure);
            return null;
        }

        return Read(exchange);
    }

    private Document? Read(Exchange exchange)
    {
        var url = exchange.Request.Url;
        try
        {
            return new Document(url, exchange.Document.Verbs);
        }
        catch (TwiMLException fault)
        {
            log.Write(new WebhookFailure(fault.Code, url, fault.Message) { TwiML = fault });
            return null;
        }
    }

    /// <summary>Repeats the parameters of the failed request, as in captured fallback requests of Twilio's messaging.</summary>
    private static WebhookRequest ForFallback(Uri fallbackUrl, WebhookRequest failed, WebhookFailure failure) =>
        new WebhookRequest(HttpMethod.Post, fallbackUrl, failed.Form)
            .With("ErrorCode", failure.Code.ToString())
            .With("ErrorUrl", failure.Url.AbsoluteUri);
}

/// <summary>A document and its URL. Relative URLs in the document are relative to this URL.</summary>
internal sealed record Document(Uri Url, IReadOnlyList<Verb> Verbs);
