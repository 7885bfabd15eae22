using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A call, as the API knows it.</summary>
public partial class CallResource : Resource
{
    private CallResource()
    {
    }

    /// <summary>CA and 32 hexadecimal digits.</summary>
    public string? Sid { get; private set; }

    /// <summary>Where the call is.</summary>
    public StatusEnum? Status { get; private set; }

    /// <summary>Seconds from the answer to the end; null before the end.</summary>
    public string? Duration { get; private set; }

    /// <summary>What it cost, a negative number; null as long as that is not known, which may be minutes after the end.</summary>
    public string? Price { get; private set; }

    /// <summary>The price's currency, ISO 4217.</summary>
    public string? PriceUnit { get; private set; }

    /// <summary>Places a call.</summary>
    /// <param name="options">The call.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The call is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<CallResource> CreateAsync(CreateCallOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = new Request(HttpMethod.Post, Url(client.AccountSid, "Calls.json"));
        request.PostParams.AddRange(options.GetParams());
        return FromJson((await client.RequestAsync(request)).Content);
    }

    /// <summary>Looks at a call.</summary>
    /// <param name="pathSid">The call's sid.</param>
    /// <param name="pathAccountSid">The account; the client's when not given.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The request is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<CallResource> FetchAsync(string pathSid, string? pathAccountSid = null, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = new Request(HttpMethod.Get, Url(pathAccountSid ?? client.AccountSid, $"Calls/{pathSid}.json"));
        return FromJson((await client.RequestAsync(request)).Content);
    }

    private static string Url(string account, string resource) => $"https://api.twilio.com/2010-04-01/Accounts/{account}/{resource}";
}
