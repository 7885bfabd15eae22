using System.Net;
using Ivr.Caller.Clock;

namespace Ivr.Caller.Webhooks;

/// <summary>Delivers a webhook as Twilio does, with retries as the retry policy says, and with HTTP redirects.</summary>
internal sealed class Delivery(WebhookClient client, RetryOn retryOn, int retries, ICollection<Exchange> log, CallTime time)
{
    private const int MaxRedirects = 10;

    /// <summary>Returns the last exchange. The exchanges before it are in the log too.</summary>
    public async Task<Exchange> DeliverAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var exchange = await TryAsync(request, cancellationToken);
            if (exchange.Failure is not null || Redirected(exchange) is not { } next) return exchange;
            if (redirects == MaxRedirects) return exchange with { Failure = TooMany(request.Url) };
            request = next;
        }
    }

    private async Task<Exchange> TryAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            await time.DueAsync(cancellationToken);
            var exchange = await client.SendAsync(request, cancellationToken);
            exchange = exchange with { Latency = time.Answered() };
            log.Add(exchange);
            var failsAsNamed = exchange.Failure is { } failure && (failure.RetriedOn & retryOn) != RetryOn.Nothing;
            if (!failsAsNamed || attempt == retries) return exchange;
        }
    }

    private static WebhookFailure TooMany(Uri url) =>
        new(WebhookErrors.TooManyRedirects, url, $"redirected more than {MaxRedirects} times");

    /// <summary>301 and 302 continue with a GET without parameters, as in browsers. 307 repeats the request.</summary>
    private static WebhookRequest? Redirected(Exchange exchange) => exchange switch
    {
        { Location: null } => null,
        { Status: HttpStatusCode.Moved or HttpStatusCode.Found } =>
            new WebhookRequest(HttpMethod.Get, exchange.Location, new Dictionary<string, string>()),
        { Status: HttpStatusCode.TemporaryRedirect } => exchange.Request.At(exchange.Location),
        _ => null,
    };
}
