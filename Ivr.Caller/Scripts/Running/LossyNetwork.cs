using System.Net;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>A way to the server on which the next webhook can get lost.</summary>
internal sealed class LossyNetwork(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>What gets lost of the next webhook; null when nothing does.</summary>
    public Loss? Next { get; set; }

    /// <summary>How many got lost so far.</summary>
    public int Lost { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Next is not { } loss)
            return await base.SendAsync(request, cancellationToken);

        Next = null;
        Lost++;
        if (loss == Loss.Answer)
            (await base.SendAsync(request, cancellationToken)).Dispose();
        return new(HttpStatusCode.BadGateway);
    }
}
