using System.Collections.Concurrent;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>
/// A load balancer in front of the servers. It polls /health/serving of each server and sends each webhook to the next server that answered
/// yes. It does not know in advance that a server is about to stop.
/// </summary>
internal sealed class Balancer : HttpMessageHandler
{
    /// <summary>The address that webhooks are sent to and signed for.</summary>
    public static readonly Uri PublicUrl = new("http://voice.invalid");

    private static readonly TimeSpan NowAndThen = TimeSpan.FromMilliseconds(20);

    private readonly HttpMessageInvoker _network = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<Uri> _nodes = [];
    private readonly Task _looking;
    private IReadOnlyList<Uri> _serving = [];
    private int _next;

    public Balancer() => _looking = LookAsync();

    /// <summary>The number of servers that take calls, as of the last poll.</summary>
    public int Serving => _serving.Count;

    /// <summary>The server that each webhook was sent to, in order.</summary>
    public ConcurrentQueue<Uri> Sent { get; } = [];

    /// <summary>Adds a server. It gets webhooks once its health check succeeds.</summary>
    public void Add(Uri node)
    {
        lock (_lock)
            _nodes.Add(node);
    }

    /// <summary>Makes a phone without a fallback URL, so the first failed webhook fails the test.</summary>
    public Phone CreatePhone() => new(PhoneOptions.For(PublicUrl, TestServer.AuthToken) with { Handler = this, Retries = 0 });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var serving = _serving;
        var node = serving[(int)((uint)Interlocked.Increment(ref _next) % serving.Count)];
        Sent.Enqueue(node);
        request.RequestUri = new(node, request.RequestUri!.PathAndQuery);
        return _network.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _stop.Cancel();
        _looking.GetAwaiter().GetResult();
        _network.Dispose();
        _stop.Dispose();
        base.Dispose(disposing);
    }

    private async Task LookAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Uri[] nodes;
            lock (_lock)
                nodes = [.. _nodes];
            var answers = await Task.WhenAll(nodes.Select(IsServingAsync));
            _serving = [.. nodes.Where((_, i) => answers[i])];
            await Task.Delay(NowAndThen, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> IsServingAsync(Uri node)
    {
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Get, new Uri(node, "/health/serving"));
            using var answer = await _network.SendAsync(question, _stop.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
