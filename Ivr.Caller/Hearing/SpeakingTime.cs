using System.Text.RegularExpressions;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Hearing;

/// <summary>
/// Estimates how long a prompt is heard. The estimate is rough: a synthetic voice says about 14 characters a second, reads single digits
/// one by one, and pauses at each comma and full stop. It is good enough to compare calls, but not to synchronise with a recording.
/// </summary>
internal static partial class SpeakingTime
{
    private const double CharactersPerSecond = 14;
    private const double SecondsPerSingleDigit = 0.45;
    private const double SecondsPerBreath = 0.3;

    /// <summary>Files are not downloaded, so every file is assumed to last this long.</summary>
    private const double SecondsPerFile = 3;
    private const double SecondsPerTone = 0.5;

    /// <summary>For loop="0", which lasts until the call ends. somleng has the same limit.</summary>
    private const int ForEver = 1000;

    /// <summary>The estimate includes repetitions.</summary>
    public static TimeSpan Of(Prompt prompt) => prompt switch
    {
        Say say => Of(say.Text) * Times(say.Loop),
        Play play => TimeSpan.FromSeconds(play.Digits?.Length * SecondsPerTone ?? SecondsPerFile) * Times(play.Loop),
        Pause pause => pause.Length,
        _ => TimeSpan.Zero,
    };

    /// <summary>The estimate for words that are said once.</summary>
    public static TimeSpan Of(string text)
    {
        var digits = SingleDigit().Count(text);
        var breaths = Breath().Count(text);
        return TimeSpan.FromSeconds(Math.Round(
            (text.Length - digits) / CharactersPerSecond + digits * SecondsPerSingleDigit + breaths * SecondsPerBreath, 1));
    }

    private static int Times(int loop) => loop == 0 ? ForEver : loop;

    [GeneratedRegex(@"(?<!\d)\d(?!\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SingleDigit();

    [GeneratedRegex(@"[,.:;?!](?=\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Breath();
}
