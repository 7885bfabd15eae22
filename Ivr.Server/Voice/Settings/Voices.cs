using Ivr.Server.Configuration;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>A voice, configured under <c>Voices:nl</c>, <c>Voices:fr</c> ...</summary>
internal sealed class VoiceOptions
{
    /// <summary>The section that contains all voices, by language code.</summary>
    public const string Section = "Voices";

    /// <summary>Twilio's name of the voice, such as <c>Polly.Lisa-Neural</c>.</summary>
    public string? Voice { get; init; }

    /// <summary>The locale, such as <c>nl-BE</c>.</summary>
    public string? Language { get; init; }
}

/// <summary>The voice of each language. Validated at startup.</summary>
internal sealed class Voices
{
    private readonly Dictionary<Language, VoiceOptions> _voices = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">A voice is missing or wrong. The messages name the keys.</exception>
    public Voices(IConfiguration configuration)
    {
        var mistakes = new Mistakes();
        foreach (var section in configuration.GetSection(VoiceOptions.Section).GetChildren())
        {
            if (!LanguageCodes.TryRead(section.Key, out _))
                mistakes.Add($"{section.Path} is not spoken: the languages are nl, fr, de and en.");
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            var section = configuration.GetSection($"{VoiceOptions.Section}:{language.Code()}");
            var voice = section.Get<VoiceOptions>() ?? new();
            Check(section.Path, language.Code(), voice, mistakes);
            _voices[language] = voice;
        }

        mistakes.Throw();
    }

    public (string Voice, string Locale) For(Language language) => (_voices[language].Voice!, _voices[language].Language!);

    private static void Check(string key, string code, VoiceOptions voice, Mistakes mistakes)
    {
        var isLocale = false;
        if (string.IsNullOrEmpty(voice.Language))
            mistakes.Add($"{key}:Language is missing.");
        else if (!voice.Language.StartsWith($"{code}-", StringComparison.Ordinal))
            mistakes.Add($"{key}:Language is '{voice.Language}', which is no locale of {code}.");
        else if (!TwilioVoices.HasLocale(voice.Language))
            mistakes.Add($"{key}:Language is '{voice.Language}', which Twilio does not speak.");
        else
            isLocale = true;

        if (string.IsNullOrEmpty(voice.Voice))
            mistakes.Add($"{key}:Voice is missing.");
        else if (isLocale ? !TwilioVoices.Speaks(voice.Voice, voice.Language!) : !TwilioVoices.HasVoice(voice.Voice))
            mistakes.Add($"{key}:Voice is '{voice.Voice}', which Twilio does not have{(isLocale ? $" for {voice.Language}" : "")}.");
    }
}
