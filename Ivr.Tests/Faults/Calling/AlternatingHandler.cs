using System.Diagnostics;
using Ivr.Tests.Faults.Cluster;

namespace Ivr.Tests.Faults.Calling;

/// <summary>
/// Sends the webhooks of one call to the servers in turn. The webhook after a fallback goes to the same server as the fallback.
/// </summary>
internal sealed class AlternatingHandler(HttpMessageInvoker network, IReadOnlyList<Uri> servers, Delivering delivering, int first) : HttpMessageHandler
{
    private readonly List<Sent> _sent = [];
    private int _next = first;
    private TimeSpan _silence;

    /// <summary>The longest waits of the caller.</summary>
    public Waits Waits { get; private set; } = Waits.None;

    /// <summary>Delivers all webhooks of the call again, in reverse order.</summary>
    public async Task RepeatBackwardsAsync(CancellationToken cancellationToken)
    {
        foreach (var sent in Enumerable.Reverse(_sent).ToList())
            await RepeatAsync(sent, cancellationToken);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await Sent.FromAsync(request, cancellationToken);
        if (delivering == Delivering.OutOfOrder && _sent.Count > 1)
            await RepeatAsync(_sent[^2], cancellationToken);
        _sent.Add(sent);
        var started = Stopwatch.GetTimestamp();
        var answer = DeliverAsync(sent, cancellationToken);
        var twin = delivering == Delivering.Twice ? RepeatAsync(sent, cancellationToken) : Task.CompletedTask;
        var isAnswered = false;
        try
        {
            var response = await answer;
            isAnswered = response.IsSuccessStatusCode;
            return response;
        }
        finally
        {
            Waited(Stopwatch.GetElapsedTime(started), isAnswered);
            await twin;
        }
    }

    // The caller also hears nothing while the fallback is requested.
    private void Waited(TimeSpan waited, bool isAnswered)
    {
        _silence += waited;
        Waits = Waits.Or(new(waited, _silence));
        if (isAnswered)
            _silence = TimeSpan.Zero;
    }

    private async Task RepeatAsync(Sent sent, CancellationToken cancellationToken)
    {
        try
        {
            (await DeliverAsync(sent, cancellationToken)).Dispose();
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            // The response to a repeated webhook is ignored.
        }
    }

    private Task<HttpResponseMessage> DeliverAsync(Sent sent, CancellationToken cancellationToken)
    {
        var server = servers[(int)((uint)Interlocked.Increment(ref _next) % servers.Count)];
        // After a fallback the next webhook goes to the same server. Otherwise each answer would go to the stopped server, and the call
        // would make no progress.
        if (sent.IsFallback)
            Interlocked.Decrement(ref _next);
        return network.SendAsync(sent.To(server), cancellationToken);
    }

    // An HttpRequestMessage can be sent only once.
    private sealed record Sent(HttpRequestMessage Request, byte[] Form)
    {
        public static async Task<Sent> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(request, await request.Content!.ReadAsByteArrayAsync(cancellationToken));

        public bool IsFallback => Request.RequestUri!.AbsolutePath == VoiceServers.Fallback.AbsolutePath;

        public HttpRequestMessage To(Uri server)
        {
            var copy = new HttpRequestMessage(Request.Method, new Uri(server, Request.RequestUri!.PathAndQuery)) { Content = new ByteArrayContent(Form) };
            copy.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
            foreach (var (name, values) in Request.Headers)
                copy.Headers.TryAddWithoutValidation(name, values);
            return copy;
        }
    }
}
