using Twilio.Base;
using Twilio.Clients;
using Twilio.Http;
using HttpMethod = Twilio.Http.HttpMethod;

namespace Twilio.Rest.Api.V2010.Account;

/// <summary>What is to change about a number; what is not set stays.</summary>
/// <param name="pathSid">The number's sid.</param>
public class UpdateIncomingPhoneNumberOptions(string pathSid) : IOptions<IncomingPhoneNumberResource>
{
    /// <summary>The number's sid.</summary>
    public string PathSid { get; } = pathSid;

    /// <summary>Where a call is told.</summary>
    public Uri? VoiceUrl { get; set; }

    /// <summary>How.</summary>
    public HttpMethod? VoiceMethod { get; set; }

    /// <summary>Where it is told when that failed.</summary>
    public Uri? VoiceFallbackUrl { get; set; }

    /// <summary>How.</summary>
    public HttpMethod? VoiceFallbackMethod { get; set; }

    /// <summary>Where the end of a call is told.</summary>
    public Uri? StatusCallback { get; set; }

    /// <summary>How.</summary>
    public HttpMethod? StatusCallbackMethod { get; set; }

    /// <summary>The application that takes its calls instead of the URLs; empty for none.</summary>
    public string? VoiceApplicationSid { get; set; }

    /// <summary>The trunk that takes its calls instead of the URLs; empty for none.</summary>
    public string? TrunkSid { get; set; }

    /// <summary>What is set, as the request's parameters.</summary>
    public List<KeyValuePair<string, string>> GetParams() =>
    [
        .. from parameter in new (string Name, string? Value)[]
            {
                ("StatusCallback", StatusCallback?.OriginalString),
                ("StatusCallbackMethod", StatusCallbackMethod?.ToString()),
                ("VoiceApplicationSid", VoiceApplicationSid),
                ("VoiceFallbackMethod", VoiceFallbackMethod?.ToString()),
                ("VoiceFallbackUrl", VoiceFallbackUrl?.OriginalString),
                ("VoiceMethod", VoiceMethod?.ToString()),
                ("VoiceUrl", VoiceUrl?.OriginalString),
                ("TrunkSid", TrunkSid),
            }
            where parameter.Value is not null
            select KeyValuePair.Create(parameter.Name, parameter.Value),
    ];
}

/// <content>How a number is changed.</content>
public partial class IncomingPhoneNumberResource
{
    /// <summary>Changes a number.</summary>
    /// <param name="options">What is to change.</param>
    /// <param name="client">Who sends the request. The stand-in has no default.</param>
    /// <exception cref="Exceptions.ApiException">The change is refused.</exception>
    /// <exception cref="Exceptions.ApiConnectionException">There is no answer.</exception>
    public static async Task<IncomingPhoneNumberResource> UpdateAsync(UpdateIncomingPhoneNumberOptions options, ITwilioRestClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = new Request(HttpMethod.Post, Url(client.AccountSid, $"IncomingPhoneNumbers/{options.PathSid}.json"));
        request.PostParams.AddRange(options.GetParams());
        return Json.Read((await client.RequestAsync(request)).Content, Read);
    }
}
