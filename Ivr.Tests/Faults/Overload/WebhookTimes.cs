using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Ivr.Tests.Faults.Overload;

/// <summary>HTTP handler that records the duration and the response of each webhook.</summary>
internal sealed class WebhookTimes() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentQueue<Webhook> _webhooks = new();

    public IReadOnlyCollection<Webhook> All => _webhooks;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await base.SendAsync(request, cancellationToken);
        // Measures to the last byte, because a caller needs the whole response.
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var state = answer.Headers.TryGetValues("X-Ivr-State", out var states) ? states.Single() : "";
        _webhooks.Enqueue(new(Stopwatch.GetElapsedTime(began), answer.StatusCode, state));
        return answer;
    }
}

/// <summary>
/// One webhook. <c>Took</c> is the time from the first byte of the request to the last byte of the response; <c>State</c> is the state
/// that speaks, empty when the server names none.
/// </summary>
internal sealed record Webhook(TimeSpan Took, HttpStatusCode Status, string State)
{
    /// <summary>True for a successful login: the response to a password that was hashed.</summary>
    public bool WasHashed => State == "UserNumber";
}
