using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Voice.Settings;

/// <summary>A voice as configured under <c>Voices:nl</c>, <c>Voices:fr</c> ...</summary>
public sealed class VoiceOptions
{
    /// <summary>Section that holds the voices, each by its language.</summary>
    public const string Section = "Voices";

    /// <summary>The voice's name at Twilio, such as <c>Polly.Lisa-Neural</c>.</summary>
    public string? Voice { get; init; }

    /// <summary>The voice's locale, such as <c>nl-BE</c>.</summary>
    public string? Language { get; init; }
}

/// <summary>The voice of each language, from configuration, checked at start.</summary>
public sealed class Voices
{
    private readonly Dictionary<Language, VoiceOptions> _voices = [];

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="OptionsValidationException">A voice is missing; the message names the key.</exception>
    public Voices(IConfiguration configuration)
    {
        foreach (var section in configuration.GetSection(VoiceOptions.Section).GetChildren())
        {
            if (!LanguageCodes.TryRead(section.Key, out _))
                throw Wrong($"{section.Path} is not spoken: the languages are nl, fr, de and en.");
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            var key = $"{VoiceOptions.Section}:{language.Code()}";
            var voice = configuration.GetSection(key).Get<VoiceOptions>();
            if (string.IsNullOrEmpty(voice?.Voice))
                throw Missing($"{key}:Voice");
            if (string.IsNullOrEmpty(voice.Language))
                throw Missing($"{key}:Language");
            if (!voice.Language.StartsWith($"{language.Code()}-", StringComparison.Ordinal))
                throw Wrong($"{key}:Language is '{voice.Language}', which is no locale of {language.Code()}.");
            _voices[language] = voice;
        }
    }

    /// <summary>The voice that speaks a language, and its locale.</summary>
    public (string Voice, string Locale) For(Language language) => (_voices[language].Voice!, _voices[language].Language!);

    private static OptionsValidationException Missing(string key) => Wrong($"{key} is missing.");

    private static OptionsValidationException Wrong(string what) => new(VoiceOptions.Section, typeof(VoiceOptions), [what]);
}
