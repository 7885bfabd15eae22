using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Calls;

/// <content>Checks of what the caller hears. Case and white space are ignored, because they cannot be heard.</content>
internal sealed partial class PhoneCall
{
    /// <summary>Expects a text in what was said since the caller's last key or silence.</summary>
    /// <exception cref="NotHeardException">The text was not said. The message contains the whole call.</exception>
    public PhoneCall Hears(string fragment) =>
        Contains(Heard, fragment) ? this : throw new NotHeardException(this, $"\"{fragment}\"");

    /// <summary>
    /// Expects a text, all of it in one language. <paramref name="language"/> is a language or a locale, such as <c>nl</c> or <c>nl-BE</c>.
    /// </summary>
    /// <exception cref="NotHeardException">The text was not said in that language. The message contains the whole call.</exception>
    public PhoneCall HearsIn(string language, string fragment) =>
        Contains(HeardIn(language), fragment) ? this : throw new NotHeardException(this, $"\"{fragment}\" in {language}");

    /// <summary>Expects that a text was not said since the caller's last key or silence.</summary>
    /// <exception cref="NotHeardException">The text was said.</exception>
    public PhoneCall DoesNotHear(string fragment) =>
        Contains(Heard, fragment) ? throw new NotHeardException(this, $"anything but \"{fragment}\"") : this;

    /// <summary>Expects a text, and that the server then hangs up.</summary>
    /// <exception cref="NotHeardException">The text was not said, or the line is still open.</exception>
    public PhoneCall HearsGoodbye(string fragment)
    {
        Hears(fragment);
        return Ending is CallEnding.ServerHungUp or CallEnding.EndOfDocument
            ? this
            : throw new NotHeardException(this, $"\"{fragment}\" and then the end of the call");
    }

    private string HeardIn(string language) => string.Join(' ', Transcript.SinceLastInput.OfType<Spoken>()
        .Where(spoken => spoken.Language == language || spoken.Language?.StartsWith(language + "-", StringComparison.Ordinal) == true)
        .Select(spoken => spoken.Text));

    private static bool Contains(string heard, string fragment)
    {
        var words = fragment.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return heard.Contains(string.Join(' ', words), StringComparison.OrdinalIgnoreCase);
    }
}
