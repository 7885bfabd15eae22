using System.Net;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>A way to the server on which the next webhook can get lost. The handler behind it is not disposed of: other runs share it.</summary>
internal sealed class LossyNetwork(HttpMessageHandler inner) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    /// <summary>What gets lost of the next webhook; null when nothing does.</summary>
    public Loss? Next { get; set; }

    /// <summary>How many got lost so far.</summary>
    public int Lost { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Next is not { } loss)
            return await _inner.SendAsync(request, cancellationToken);

        Next = null;
        Lost++;
        if (loss == Loss.Answer)
            (await _inner.SendAsync(request, cancellationToken)).Dispose();
        return new(HttpStatusCode.BadGateway);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
