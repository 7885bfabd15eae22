using System.Text.Json;
using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using Twilio.Types;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>A number of an account, and what it does when it is called.</summary>
public partial class IncomingPhoneNumberResource : Resource
{
    private IncomingPhoneNumberResource()
    {
    }

    /// <summary>PN and 32 hexadecimal digits.</summary>
    public string? Sid { get; private set; }

    /// <summary>The number, E.164.</summary>
    public PhoneNumber? PhoneNumber { get; private set; }

    /// <summary>Where a call is told.</summary>
    public Uri? VoiceUrl { get; private set; }

    /// <summary>How.</summary>
    public HttpMethod? VoiceMethod { get; private set; }

    /// <summary>Where it is told when that failed.</summary>
    public Uri? VoiceFallbackUrl { get; private set; }

    /// <summary>How.</summary>
    public HttpMethod? VoiceFallbackMethod { get; private set; }

    /// <summary>Where the end of a call is told.</summary>
    public Uri? StatusCallback { get; private set; }

    /// <summary>How.</summary>
    public HttpMethod? StatusCallbackMethod { get; private set; }

    /// <summary>The application that takes its calls instead of the URLs.</summary>
    public string? VoiceApplicationSid { get; private set; }

    /// <summary>The trunk that takes its calls instead of the URLs.</summary>
    public string? TrunkSid { get; private set; }

    /// <summary>Looks for numbers.</summary>
    /// <param name="pathAccountSid">The account; the client's when not given.</param>
    /// <param name="beta">Not in the stand-in.</param>
    /// <param name="friendlyName">Not in the stand-in.</param>
    /// <param name="phoneNumber">The number, or a part of it.</param>
    /// <param name="origin">Not in the stand-in.</param>
    /// <param name="pageSize">Not in the stand-in.</param>
    /// <param name="limit">Not in the stand-in.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The request is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<ResourceSet<IncomingPhoneNumberResource>> ReadAsync(
        string? pathAccountSid = null,
        bool? beta = null,
        string? friendlyName = null,
        PhoneNumber? phoneNumber = null,
        string? origin = null,
        long? pageSize = null,
        long? limit = null,
        ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        if (beta is not null || friendlyName is not null || origin is not null || pageSize is not null || limit is not null)
            throw new NotSupportedException("The stand-in looks for numbers by number alone.");
        var request = new Request(HttpMethod.Get, Url(pathAccountSid ?? client.AccountSid, "IncomingPhoneNumbers.json"));
        if (phoneNumber is not null)
            request.QueryParams.Add(new("PhoneNumber", phoneNumber.ToString()));
        return Json.ReadPage((await client.RequestAsync(request)).Content, "incoming_phone_numbers", Read);
    }

    private static IncomingPhoneNumberResource Read(JsonElement number) => new()
    {
        Sid = number.Text("sid"),
        PhoneNumber = number.Text("phone_number") is { } text ? new PhoneNumber(text) : null,
        VoiceUrl = number.Address("voice_url"),
        VoiceMethod = Method(number, "voice_method"),
        VoiceFallbackUrl = number.Address("voice_fallback_url"),
        VoiceFallbackMethod = Method(number, "voice_fallback_method"),
        StatusCallback = number.Address("status_callback"),
        StatusCallbackMethod = Method(number, "status_callback_method"),
        VoiceApplicationSid = number.Text("voice_application_sid"),
        TrunkSid = number.Text("trunk_sid"),
    };

    private static HttpMethod? Method(JsonElement number, string name) => number.Text(name) is { } method ? new HttpMethod(method) : null;

    private static string Url(string account, string resource) => $"https://api.twilio.com/2010-04-01/Accounts/{account}/{resource}";
}
