using Twilio.Http;
using HttpClient = Twilio.Http.HttpClient;

namespace Twilio.Clients;

/// <summary>Sends requests to the API for one account.</summary>
public interface ITwilioRestClient
{
    /// <summary>The account that resources belong to unless a request says otherwise.</summary>
    string AccountSid { get; }

    /// <summary>The way to the API.</summary>
    HttpClient HttpClient { get; }

    /// <summary>Sends a request.</summary>
    /// <exception cref="Exceptions.ApiException">The answer is no success.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    Task<Response> RequestAsync(Request request);
}
