using System.Globalization;
using System.Text.RegularExpressions;

namespace Ivr.Server.Voice;

/// <summary>What one webhook says, checked and cut down to what the call uses. Nothing behind it sees HTTP.</summary>
/// <param name="CallSid">CA and 32 hexadecimal digits.</param>
/// <param name="Dialled">The number that was dialled, as Twilio gives it (E.164).</param>
/// <param name="Caller">The caller's number; all withheld numbers share one.</param>
/// <param name="Digits">The keys, without the one that ended the entry; empty for silence.</param>
/// <param name="ErrorUrl">Fallback only: the URL that failed.</param>
/// <param name="ErrorCode">Fallback only: Twilio's error code.</param>
/// <param name="CallStatus">ringing, in-progress, completed, no-answer ...</param>
/// <param name="Seconds">Status only, when the call is over: how long it lasted; null when that is not said.</param>
internal sealed partial record VoiceWebhook(
    string CallSid, string Dialled, string Caller, string Digits, string ErrorUrl, string ErrorCode, string CallStatus, int? Seconds)
{
    // Twilio's numbers are short; a SIP address or a client name is kept as far as it fits.
    private const int LongestParty = 64;

    /// <summary>Reads the form.</summary>
    /// <returns>Null when the form is not one of a call: no call sid of Twilio's form, or nobody dialled.</returns>
    public static VoiceWebhook? Parse(IFormCollection form)
    {
        string Field(string name) => form[name].ToString();
        string Party(string name) => Field(name) is { Length: > LongestParty } party ? party[..LongestParty] : Field(name);

        return CallSidForm().IsMatch(Field("CallSid")) && Field("To") != ""
            ? new(Field("CallSid"), Party("To"), Party("From"), Field("Digits"), Field("ErrorUrl"), Field("ErrorCode"), Field("CallStatus"), Count(Field("CallDuration")))
            : null;
    }

    /// <summary>Says which call, and how many keys, never which.</summary>
    public override string ToString() => $"{CallSid}, {Digits.Length} keys";

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    [GeneratedRegex(@"\ACA[0-9a-f]{32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CallSidForm();
}
