using System.Globalization;
using System.Text.RegularExpressions;

namespace Ivr.Server.Voice;

/// <summary>One webhook: the validated fields that a call uses. The code behind it needs no HTTP types.</summary>
/// <param name="CallSid">CA and 32 hexadecimal digits.</param>
/// <param name="Dialled">The dialled number as Twilio sends it (E.164).</param>
/// <param name="Caller">The caller's number. All withheld numbers have the same value.</param>
/// <param name="Digits">The keys, without the key that ended the entry. Empty for silence.</param>
/// <param name="ErrorUrl">Fallback only: the URL that failed.</param>
/// <param name="ErrorCode">Fallback only: Twilio's error code.</param>
/// <param name="CallStatus">ringing, in-progress, completed, no-answer ...</param>
/// <param name="Seconds">Status only, after the end of the call: its duration. Null when Twilio does not send it.</param>
internal sealed partial record VoiceWebhook(
    string CallSid, string Dialled, string Caller, string Digits, string ErrorUrl, string ErrorCode, string CallStatus, int? Seconds)
{
    // Twilio's phone numbers are shorter than this. A longer SIP address or client name is cut.
    private const int LongestParty = 64;

    /// <summary>When the server asked the question that this webhook answers.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The keys as an answer: a # that ended an empty entry is a key, not silence.</summary>
    public string Answer => Digits.Length == 0 && FinishedOnKey == "#" ? "#" : Digits;

    /// <summary>The key that ended the entry; empty for another end. Twilio does not document this field, so nothing depends on it.</summary>
    private string FinishedOnKey { get; init; } = "";

    /// <summary>Reads the form.</summary>
    /// <returns>Null when the form is not one of a call: no call sid of Twilio's form, or nobody dialled.</returns>
    public static VoiceWebhook? Parse(IFormCollection form)
    {
        string Field(string name) => form[name].ToString();
        string Party(string name) => Cut(Printable(Field(name)));
        // Twilio sends nothing else here, and the text goes into the log.
        string Word(string name) => WordForm().IsMatch(Field(name)) ? Field(name) : "";

        return CallSidForm().IsMatch(Field("CallSid")) && Field("To") != ""
            ? new(Field("CallSid"), Party("To"), Party("From"), Field("Digits"), Field("ErrorUrl"), Word("ErrorCode"), Word("CallStatus"), Count(Field("CallDuration")))
            {
                FinishedOnKey = Field("FinishedOnKey"),
            }
            : null;
    }

    /// <summary>Contains the call sid and the number of keys, but not the keys, which may be a password.</summary>
    public override string ToString() => $"{CallSid}, {Digits.Length} keys";

    // PostgreSQL does not store half of a surrogate pair.
    private static string Cut(string party) => party.Length <= LongestParty
        ? party
        : party[..(char.IsHighSurrogate(party[LongestParty - 1]) ? LongestParty - 1 : LongestParty)];

    // A control character would act on the terminal that shows the log.
    private static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Where(one => !char.IsControl(one))) : text;

    private static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>A number or a name of Twilio's, such as <c>11200</c> and <c>in-progress</c>.</summary>
    [GeneratedRegex(@"\A[0-9A-Za-z-]{1,20}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WordForm();

    [GeneratedRegex(@"\ACA[0-9a-f]{32}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CallSidForm();
}
