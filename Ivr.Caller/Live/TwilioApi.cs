namespace Ivr.Caller.Live;

/// <summary>Sends requests for Twilio's API to another server, such as an emulator. Twilio's package has no setting for this.</summary>
internal sealed class TwilioApi(Uri baseUrl, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The base URL of Twilio's own API.</summary>
    public static readonly Uri Twilio = new("https://api.twilio.com");

    /// <summary>The URL of a path in the API at this base URL. The base URL may have a path too.</summary>
    public static string Of(Uri baseUrl, string path) => baseUrl.AbsoluteUri.TrimEnd('/') + path;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(Of(baseUrl, request.RequestUri!.PathAndQuery));
        return base.SendAsync(request, cancellationToken);
    }
}
