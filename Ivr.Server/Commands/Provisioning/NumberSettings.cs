using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Server.Commands.Provisioning;

/// <summary>
/// Voice settings of a number, named as in Twilio's API. <c>VoiceUrl</c> gets the incoming call, <c>VoiceFallbackUrl</c> gets the request
/// when <c>VoiceUrl</c> failed, <c>StatusCallback</c> gets the end of the call. Empty means not set. When <c>VoiceApplicationSid</c> or
/// <c>TrunkSid</c> is set, that application or trunk takes the calls and Twilio ignores the URLs.
/// </summary>
internal sealed record NumberSettings(
    string VoiceUrl,
    string VoiceMethod,
    string VoiceFallbackUrl,
    string VoiceFallbackMethod,
    string StatusCallback,
    string StatusCallbackMethod,
    string VoiceApplicationSid,
    string TrunkSid)
{
    private const string Post = "POST";

    /// <summary>
    /// The settings that every number of this server needs. <paramref name="publicUrl"/> is the base URL that the webhook signatures cover.
    /// </summary>
    public static NumberSettings For(string publicUrl)
    {
        var voice = $"{publicUrl.TrimEnd('/')}/voice";
        return new($"{voice}/incoming", Post, $"{voice}/fallback", Post, $"{voice}/status", Post, VoiceApplicationSid: "", TrunkSid: "");
    }

    /// <summary>The current settings of a number at Twilio.</summary>
    public static NumberSettings Of(IncomingPhoneNumberResource number) => new(
        number.VoiceUrl?.OriginalString ?? "",
        $"{number.VoiceMethod}",
        number.VoiceFallbackUrl?.OriginalString ?? "",
        $"{number.VoiceFallbackMethod}",
        number.StatusCallback?.OriginalString ?? "",
        $"{number.StatusCallbackMethod}",
        number.VoiceApplicationSid ?? "",
        number.TrunkSid ?? "");

    public IReadOnlyList<Difference> DifferencesTo(NumberSettings wanted) =>
    [
        .. Named.Zip(wanted.Named, (now, should) => new Difference(now.Name, now.Value, should.Value)).Where(each => each.Is != each.Should),
    ];

    public UpdateIncomingPhoneNumberOptions ToUpdate(string numberSid) => new(numberSid)
    {
        VoiceUrl = new(VoiceUrl),
        VoiceMethod = VoiceMethod,
        VoiceFallbackUrl = new(VoiceFallbackUrl),
        VoiceFallbackMethod = VoiceFallbackMethod,
        StatusCallback = new(StatusCallback),
        StatusCallbackMethod = StatusCallbackMethod,
        VoiceApplicationSid = VoiceApplicationSid,
        TrunkSid = TrunkSid,
    };

    // The names are the labels in Twilio's console.
    private IEnumerable<(string Name, string Value)> Named =>
    [
        ("A call comes in", VoiceUrl),
        ("its method", VoiceMethod),
        ("Primary handler fails", VoiceFallbackUrl),
        ("its method", VoiceFallbackMethod),
        ("Call status changes", StatusCallback),
        ("its method", StatusCallbackMethod),
        ("TwiML app", VoiceApplicationSid),
        ("SIP trunk", TrunkSid),
    ];
}

/// <summary>
/// A setting that differs. <c>Name</c> is its label in Twilio's console. <c>Is</c> and <c>Should</c> are empty when nothing is set.
/// </summary>
internal sealed record Difference(string Name, string Is, string Should);
