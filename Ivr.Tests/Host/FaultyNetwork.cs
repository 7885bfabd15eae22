using System.Net;
using Ivr.Caller.Calls;

namespace Ivr.Tests.Host;

/// <summary>A network that can lose a request before it arrives, or its response.</summary>
internal sealed class FaultyNetwork() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private string? _path;
    private bool _answerOnly;

    /// <summary>The next request to a path does not arrive.</summary>
    public void LoseNextRequest(string path) => (_path, _answerOnly) = (path, false);

    /// <summary>The next request to a path arrives, but its response does not.</summary>
    public void LoseNextAnswer(string path) => (_path, _answerOnly) = (path, true);

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

internal static class FaultyTelephony
{
    /// <summary>Makes a phone that uses this network, with a fallback URL.</summary>
    public static Phone PhoneFor(this FaultyNetwork network, TestServer server) => server.CreatePhone(options => options with
    {
        Handler = network,
        FallbackUrl = new Uri(server.Url, "/voice/fallback"),
        Retries = 0,
    });
}
