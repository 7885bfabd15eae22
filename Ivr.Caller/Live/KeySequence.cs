using System.Text;
using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Live;

/// <summary>The keys of a call and the silences between them, in Twilio's notation.</summary>
/// <remarks>
/// Each silence counts from the key before it, as a caller counts. When the voice is slower or faster than estimated, later keys shift, but
/// errors do not add up.
/// </remarks>
/// <param name="Dialled">
/// 0-9, # and *; <c>W</c> waits a second and <c>w</c> half a second. The silence after the last key is not included.
/// </param>
/// <param name="After">The time from the last key, or from the answer when there is no key, to the end of the call.</param>
internal sealed record KeySequence(string Dialled, TimeSpan After)
{
    public const char Second = 'W';
    public const char HalfSecond = 'w';

    /// <summary>
    /// The length of the silences. A call in which all keys were pressed cannot be shorter, however fast Twilio presses them.
    /// </summary>
    public TimeSpan Silences => TimeSpan.FromSeconds(Dialled.Count(key => key == Second) + Dialled.Count(key => key == HalfSecond) / 2d);

    /// <summary>The number of keys, without silences.</summary>
    public int Keys => Dialled.Count(key => !IsSilence(key));

    /// <summary>Returns the keys that a caller pressed, at the times when the caller pressed them.</summary>
    /// <param name="call">The call, which is over.</param>
    /// <param name="margin">How much later each entry is keyed. The voice may be slower than estimated, and the line has a delay.</param>
    /// <param name="write">Writes the keys of an entry, one character for each key: as they are, or masked.</param>
    public static KeySequence Of(PhoneCall call, TimeSpan margin, Func<Keyed, string> write)
    {
        var dialled = new StringBuilder();
        var last = TimeSpan.Zero;
        foreach (var keyed in call.Transcript.Entries.OfType<Keyed>())
        {
            AppendSilence(dialled, keyed.At - last + margin);
            dialled.Append(write(keyed));
            last = keyed.At + keyed.Duration;
        }

        return new(dialled.ToString(), call.Elapsed - last);
    }

    public static bool IsSilence(char key) => key is Second or HalfSecond;

    private static void AppendSilence(StringBuilder dialled, TimeSpan silence)
    {
        var halves = (int)Math.Ceiling(silence / TimeSpan.FromSeconds(0.5));
        dialled.Append(Second, halves / 2).Append(HalfSecond, halves % 2);
    }
}
