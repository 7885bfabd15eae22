namespace Ivr.Server.Commands.Provisioning;

/// <summary>
/// Sends requests for Twilio's hosts to another server. Twilio's package has no setting for this. All its hosts become one base URL; their
/// paths differ.
/// </summary>
internal sealed class ApiAddress(Uri baseUrl, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(baseUrl.AbsoluteUri.TrimEnd('/') + request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
