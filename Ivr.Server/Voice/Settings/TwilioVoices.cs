using System.Collections.Frozen;
using System.Reflection;
using Twilio.TwiML.Voice;
using Twilio.Types;

namespace Ivr.Server.Voice.Settings;

/// <summary>
/// The locales that each Twilio voice speaks. With a wrong pair Twilio speaks nothing at all, on every call. The names come from the
/// package's enumerations. They do not tell the locale of an Amazon Polly voice, so this table does, for the locales of our four languages.
/// </summary>
internal static class TwilioVoices
{
    private const string PollyPrefix = "Polly.";
    private const string GooglePrefix = "Google.";

    private static readonly FrozenSet<string> Names = ValuesOf(typeof(Say.VoiceEnum));
    private static readonly FrozenSet<string> Locales = ValuesOf(typeof(Say.LanguageEnum));

    private static readonly Dictionary<string, string[]> PollyByLocale = new()
    {
        ["nl-BE"] = ["Lisa-Neural"],
        ["nl-NL"] = ["Lotte", "Ruben", "Laura-Neural"],
        ["fr-BE"] = ["Isabelle-Neural"],
        ["fr-FR"] = ["Celine", "Lea", "Mathieu", "Lea-Neural", "Remi-Neural", "Lea-Generative", "Rémi-Generative"],
        ["de-DE"] = ["Hans", "Marlene", "Vicki", "Daniel-Neural", "Vicki-Neural", "Daniel-Generative", "Vicki-Generative"],
        ["en-GB"] = ["Amy", "Brian", "Emma", "Amy-Neural", "Arthur-Neural", "Brian-Neural", "Emma-Neural", "Amy-Generative"],
    };

    /// <summary>The Amazon Polly voices in the table.</summary>
    public static IEnumerable<string> Polly => PollyByLocale.Values.SelectMany(names => names).Select(name => $"{PollyPrefix}{name}");

    /// <summary>Returns whether Twilio has a voice such as <c>Polly.Lisa-Neural</c> or <c>Google.nl-BE-Wavenet-C</c>.</summary>
    public static bool HasVoice(string voice) => Names.Contains(voice);

    /// <summary>Returns whether Twilio speaks a locale such as <c>nl-BE</c>.</summary>
    public static bool HasLocale(string locale) => Locales.Contains(locale);

    /// <summary>Returns whether Twilio has a voice and, as far as is known, the voice speaks a locale.</summary>
    /// <param name="voice">Such as <c>Polly.Lisa-Neural</c> or <c>Google.nl-BE-Wavenet-C</c>.</param>
    /// <param name="locale">Such as <c>nl-BE</c>.</param>
    public static bool Speaks(string voice, string locale) => HasVoice(voice) && voice switch
    {
        "man" or "woman" or "alice" => true,
        _ when voice.StartsWith(PollyPrefix, StringComparison.Ordinal) => PollySpeaks(voice[PollyPrefix.Length..], locale),
        // The names of these voices contain the locale.
        _ => voice.StartsWith($"{GooglePrefix}{locale}-", StringComparison.Ordinal),
    };

    private static bool PollySpeaks(string name, string locale) => PollyByLocale.TryGetValue(locale, out var names)
        ? names.Contains(name)
        : !PollyByLocale.Values.Any(others => others.Contains(name));

    private static FrozenSet<string> ValuesOf(Type enumeration) => enumeration
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null))
        .OfType<StringEnum>()
        .Select(value => value.ToString())
        .ToFrozenSet(StringComparer.Ordinal);
}
