namespace Ivr.Server.Voice.Settings;

/// <summary>
/// Which voice speaks what at Twilio. With a wrong pair nothing is spoken at all, on every call. From the list of the official SDK
/// (<c>SayVoice</c>); its voices of the locales that nobody here speaks are not in it, and pass.
/// </summary>
public static class TwilioVoices
{
    private const string PollyPrefix = "Polly.";
    private const string GooglePrefix = "Google.";

    private static readonly Dictionary<string, string[]> PollyByLocale = new()
    {
        ["nl-BE"] = ["Lisa-Neural"],
        ["nl-NL"] = ["Lotte", "Ruben", "Laura-Neural"],
        ["fr-BE"] = ["Isabelle-Neural"],
        ["fr-FR"] = ["Celine", "Lea", "Mathieu", "Lea-Neural", "Remi-Neural", "Lea-Generative", "Rémi-Generative"],
        ["de-DE"] = ["Hans", "Marlene", "Vicki", "Daniel-Neural", "Vicki-Neural", "Daniel-Generative", "Vicki-Generative"],
        ["en-GB"] = ["Amy", "Brian", "Emma", "Amy-Neural", "Arthur-Neural", "Brian-Neural", "Emma-Neural", "Amy-Generative"],
    };

    /// <summary>Amazon Polly's voices of the locales that are checked by name.</summary>
    public static IEnumerable<string> Polly => PollyByLocale.Values.SelectMany(names => names).Select(name => $"{PollyPrefix}{name}");

    /// <summary>Whether a voice speaks a locale, as far as is known.</summary>
    /// <param name="voice">Such as <c>Polly.Lisa-Neural</c> or <c>Google.nl-BE-Wavenet-C</c>.</param>
    /// <param name="locale">Such as <c>nl-BE</c>.</param>
    public static bool Speaks(string voice, string locale) => voice switch
    {
        "man" or "woman" or "alice" => true,
        _ when voice.StartsWith(PollyPrefix, StringComparison.Ordinal) => PollySpeaks(voice[PollyPrefix.Length..], locale),
        // They come and go by the dozen, and each names its locale.
        _ => voice.StartsWith($"{GooglePrefix}{locale}-", StringComparison.Ordinal),
    };

    private static bool PollySpeaks(string name, string locale) => PollyByLocale.TryGetValue(locale, out var names)
        ? names.Contains(name)
        : name is [>= 'A' and <= 'Z', ..] && !PollyByLocale.Values.Any(others => others.Contains(name));
}
