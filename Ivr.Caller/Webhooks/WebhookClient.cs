using System.Buffers;
using System.Net.Http.Headers;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Webhooks;

/// <summary>Sends one request and reads one response: no retries, no redirects, no cookies, no cache.</summary>
internal sealed class WebhookClient(HttpClient http, RequestSigner signer, PublicAddress address, TimeSpan timeout)
{
    public async Task<Exchange> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var exchange = new Exchange(request);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var message = ToMessage(request);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(exchange, answer, limit.Token);
        }
        catch (Exception failure) when (TransportFailure.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            return exchange with { Failure = TransportFailure.From(failure, request.Url, timeout) };
        }
    }

    private HttpRequestMessage ToMessage(WebhookRequest request)
    {
        var posts = request.Method == HttpMethod.Post;
        var url = posts ? request.Url : Query.Append(request.Url, request.Form);
        var message = new HttpRequestMessage(request.Method, address.ToReached(url));
        if (posts) message.Content = new FormUrlEncodedContent(request.Form);
        // Twilio's proxies send these headers. A server or a firewall that does not accept them is detected here.
        message.Headers.Add("User-Agent", "TwilioProxy/1.1");
        message.Headers.Add("Accept", "*/*");
        message.Headers.CacheControl = new CacheControlHeaderValue { MaxAge = TimeSpan.FromDays(3) };
        message.Headers.Add("I-Twilio-Idempotency-Token", request.IdempotencyToken);
        var signature = request.Signature ?? signer.Sign(url, posts ? request.Form : new Dictionary<string, string>());
        if (signature.Length > 0) message.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return message;
    }

    private static async Task<Exchange> ReadAsync(Exchange exchange, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var url = exchange.Request.Url;
        var status = (int)answer.StatusCode;
        return exchange with
        {
            Status = answer.StatusCode,
            ContentType = answer.Content.Headers.TryGetValues("Content-Type", out var types) ? string.Join(", ", types) : null,
            Location = answer.Headers.Location is { } location ? new Uri(url, location.OriginalString) : null,
            Headers = answer.Headers.Concat(answer.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            Content = await ReadBodyAsync(answer, cancellationToken),
            Failure = status is (>= 200 and < 300) or 301 or 302 or 307 ? null : StatusFailure(url, answer),
        };
    }

    private static WebhookFailure StatusFailure(Uri url, HttpResponseMessage answer) =>
        new(WebhookErrors.ErrorStatus, url, $"the server answered {(int)answer.StatusCode} {answer.ReasonPhrase}".TrimEnd())
        {
            Status = answer.StatusCode,
            RetriedOn = (int)answer.StatusCode >= 500 ? RetryOn.ServerError : RetryOn.ClientError,
        };

    /// <summary>
    /// Reads at most one byte more than Twilio accepts, which shows that a body is too large. The buffers are pooled. Under load, a new
    /// buffer for each response would be most of the work.
    /// </summary>
    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        const int enough = TwiMLContent.MaxBytes + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(enough);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, enough), enough, throwOnEndOfStream: false, cancellationToken);
            return buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
