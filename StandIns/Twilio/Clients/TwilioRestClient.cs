using System.Net;
using Twilio.Exceptions;
using Twilio.Http;
using HttpClient = Twilio.Http.HttpClient;

namespace Twilio.Clients;

/// <summary>Sends requests to the API with an account's credentials.</summary>
public class TwilioRestClient : ITwilioRestClient
{
    private readonly string _username;
    private readonly string _password;

    /// <summary>Makes a client.</summary>
    /// <param name="username">An account's sid, or an API key's.</param>
    /// <param name="password">The account's auth token, or the key's secret.</param>
    /// <param name="accountSid">The account; the user when not given.</param>
    /// <param name="region">The region of the API. The stand-in knows the default one alone.</param>
    /// <param name="httpClient">The way to the API.</param>
    /// <param name="edge">The edge of the API. The stand-in knows the default one alone.</param>
    public TwilioRestClient(
        string username, string password, string? accountSid = null, string? region = null, HttpClient? httpClient = null, string? edge = null)
    {
        if (region is not null || edge is not null)
            throw new NotSupportedException("The stand-in knows no regions and no edges.");
        (_username, _password) = (username, password);
        AccountSid = accountSid ?? username;
        HttpClient = httpClient ?? new SystemNetHttpClient();
    }

    /// <inheritdoc/>
    public string AccountSid { get; }

    /// <inheritdoc/>
    public HttpClient HttpClient { get; }

    /// <inheritdoc/>
    public async Task<Response> RequestAsync(Request request)
    {
        request.SetAuth(_username, _password);
        Response response;
        try
        {
            response = await HttpClient.MakeRequestAsync(request);
        }
        catch (Exception failure)
        {
            throw new ApiConnectionException($"Connection Error: {request.Method}{request.ConstructUrl()}", failure);
        }

        return response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest
            ? response
            : throw ErrorAnswer.Read(response);
    }
}
