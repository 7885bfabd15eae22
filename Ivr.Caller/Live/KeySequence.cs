using System.Text;
using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Live;

/// <summary>The keys of a call, with the silences between them, in the notation that Twilio presses keys from.</summary>
/// <remarks>
/// Each silence is counted from the key before it, as a caller counts: a voice that is slower or faster than thought shifts what
/// comes after, and no error adds up.
/// </remarks>
/// <param name="Dialled">0-9, # and *; <c>W</c> waits a second and <c>w</c> half a second. Silence after the last key is not in it.</param>
/// <param name="After">From the last key, or the answer, to the end of the call.</param>
internal sealed record KeySequence(string Dialled, TimeSpan After)
{
    public const char Second = 'W';
    public const char HalfSecond = 'w';

    /// <summary>The silences alone. The call cannot have been shorter if all keys were pressed, however fast Twilio presses.</summary>
    public TimeSpan Silences => TimeSpan.FromSeconds(Dialled.Count(key => key == Second) + Dialled.Count(key => key == HalfSecond) / 2d);

    /// <summary>The keys alone.</summary>
    public int Keys => Dialled.Count(key => !IsSilence(key));

    /// <summary>The keys that a caller pressed, at the moments at which they were pressed.</summary>
    /// <param name="call">The call, which is over.</param>
    /// <param name="margin">How much later each entry is keyed: the voice may be slower than thought, the line has a delay.</param>
    /// <param name="write">How an entry is written, key for key: as it is, or hidden.</param>
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
