using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Ivr.Tests.Overload;

/// <summary>The way to the server, with a watch: how long each webhook took, and what its answer was.</summary>
internal sealed class WebhookTimes() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly ConcurrentQueue<Webhook> _webhooks = new();

    /// <summary>All so far.</summary>
    public IReadOnlyCollection<Webhook> All => _webhooks;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = await base.SendAsync(request, cancellationToken);
        // To the last byte, as whoever waits for words does.
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        var state = answer.Headers.TryGetValues("X-Ivr-State", out var states) ? states.Single() : "";
        _webhooks.Enqueue(new(Stopwatch.GetElapsedTime(began), answer.StatusCode, state));
        return answer;
    }
}

/// <summary>One webhook.</summary>
/// <param name="Took">From the request's first byte to the answer's last.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="State">The state that speaks; empty when the server named none.</param>
internal sealed record Webhook(TimeSpan Took, HttpStatusCode Status, string State)
{
    /// <summary>A login that got in: the answer to a password that was hashed.</summary>
    public bool WasHashed => State == "MainMenu";
}
