using Twilio.Rest.Api.V2010.Account;

namespace Ivr.Server.Commands.Provisioning;

/// <summary>What a number does when it is called, as Twilio's API names it.</summary>
/// <param name="VoiceUrl">Where a call is told; empty for nowhere.</param>
/// <param name="VoiceMethod">How.</param>
/// <param name="VoiceFallbackUrl">Where it is told when that failed.</param>
/// <param name="VoiceFallbackMethod">How.</param>
/// <param name="StatusCallback">Where the end of a call is told.</param>
/// <param name="StatusCallbackMethod">How.</param>
/// <param name="VoiceApplicationSid">An application that takes the calls, and the URLs are not looked at; empty for none.</param>
/// <param name="TrunkSid">A trunk that takes the calls, and the URLs are not looked at; empty for none.</param>
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

    /// <summary>What a number of this server's should do.</summary>
    /// <param name="publicUrl">The base URL that signatures cover.</param>
    public static NumberSettings For(string publicUrl)
    {
        var voice = $"{publicUrl.TrimEnd('/')}/voice";
        return new($"{voice}/incoming", Post, $"{voice}/fallback", Post, $"{voice}/status", Post, VoiceApplicationSid: "", TrunkSid: "");
    }

    /// <summary>What a number does.</summary>
    public static NumberSettings Of(IncomingPhoneNumberResource number) => new(
        number.VoiceUrl?.OriginalString ?? "",
        $"{number.VoiceMethod}",
        number.VoiceFallbackUrl?.OriginalString ?? "",
        $"{number.VoiceFallbackMethod}",
        number.StatusCallback?.OriginalString ?? "",
        $"{number.StatusCallbackMethod}",
        number.VoiceApplicationSid ?? "",
        number.TrunkSid ?? "");

    /// <summary>Where this differs from what should be.</summary>
    public IReadOnlyList<Difference> DifferencesTo(NumberSettings wanted) =>
    [
        .. Named.Zip(wanted.Named, (now, should) => new Difference(now.Name, now.Value, should.Value)).Where(each => each.Is != each.Should),
    ];

    /// <summary>The request that makes a number do this.</summary>
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

    // With the console's names.
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

/// <summary>Something that is not as it should be.</summary>
/// <param name="Name">What the console calls it.</param>
/// <param name="Is">What it is; empty for nothing.</param>
/// <param name="Should">What it should be; empty for nothing.</param>
internal sealed record Difference(string Name, string Is, string Should);
