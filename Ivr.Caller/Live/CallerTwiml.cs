using System.Text.RegularExpressions;
using System.Xml.Linq;
using Twilio.TwiML;
using Twilio.TwiML.Voice;

namespace Ivr.Caller.Live;

/// <summary>Writes the TwiML for the caller's end of a real call, with Twilio's official builder.</summary>
internal static partial class CallerTwiml
{
    /// <summary>Writes TwiML that presses keys, holds the line and hangs up.</summary>
    /// <param name="keys">Keys and silences; may be empty.</param>
    /// <param name="hold">How long the line is held after the last key.</param>
    public static string Write(string keys, TimeSpan hold)
    {
        var response = new VoiceResponse();
        foreach (Match entry in Entries().Matches(keys))
        {
            var seconds = entry.Value.Count(key => key == KeySequence.Second);
            if (seconds > 0)
                response.Append(new Pause(seconds));
            // The only silence in Play is half a second.
            response.Append(new Play(digits: entry.Value.Replace("W", "", StringComparison.Ordinal)));
        }

        return response.Append(new Pause((int)Math.Ceiling(hold.TotalSeconds))).Hangup().ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Silences, then the keys up to the next silence.</summary>
    [GeneratedRegex("W*w*[^wW]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entries();
}
