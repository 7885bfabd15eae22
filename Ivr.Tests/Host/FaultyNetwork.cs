using System.Net;

namespace Ivr.Tests.Host;

/// <summary>A way to the server on which requests can get lost: before they arrive, or their answer on the way back.</summary>
public sealed class FaultyNetwork() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private string? _path;
    private bool _answerOnly;

    /// <summary>The next request to a path does not arrive.</summary>
    public void LoseNextRequest(string path) => (_path, _answerOnly) = (path, false);

    /// <summary>The next request to a path arrives, and its answer does not.</summary>
    public void LoseNextAnswer(string path) => (_path, _answerOnly) = (path, true);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath != _path)
            return await base.SendAsync(request, cancellationToken);

        _path = null;
        if (_answerOnly)
            (await base.SendAsync(request, cancellationToken)).Dispose();
        return new(HttpStatusCode.BadGateway);
    }
}
