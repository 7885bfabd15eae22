using System.Diagnostics;
using Ivr.Tests.Faults.Cluster;

namespace Ivr.Tests.Faults.Calling;

/// <summary>The way of one call's webhooks: each goes to the server after the one that had the last, or stays where its fallback went.</summary>
internal sealed class AlternatingHandler(HttpMessageInvoker network, ServerPair servers, Delivering delivering, int first) : HttpMessageHandler
{
    private readonly List<Sent> _sent = [];
    private int _next = first;
    private TimeSpan _silence;

    /// <summary>The longest that the caller waited.</summary>
    public Waits Waits { get; private set; } = Waits.None;

    /// <summary>Delivers all webhooks of the call once more, the last one first.</summary>
    public async Task RepeatBackwardsAsync(CancellationToken cancellationToken)
    {
        foreach (var sent in Enumerable.Reverse(_sent).ToList())
            await RepeatAsync(sent, cancellationToken);
    }

    /// <inheritdoc/>
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

    // While the fallback is asked, the caller hears nothing either.
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
            // Nobody waits for the answer of a repeat.
        }
    }

    private Task<HttpResponseMessage> DeliverAsync(Sent sent, CancellationToken cancellationToken)
    {
        var server = servers.Urls[Interlocked.Increment(ref _next) & 1];
        // Who took the fallback gets the next one too; otherwise each answer would go to a server that is gone, and the call stand still.
        if (sent.IsFallback)
            Interlocked.Decrement(ref _next);
        return network.SendAsync(sent.To(server), cancellationToken);
    }

    // A message can be sent only once.
    private sealed record Sent(HttpRequestMessage Request, byte[] Form)
    {
        public static async Task<Sent> FromAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(request, await request.Content!.ReadAsByteArrayAsync(cancellationToken));

        public bool IsFallback => Request.RequestUri!.AbsolutePath == ServerPair.Fallback.AbsolutePath;

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
