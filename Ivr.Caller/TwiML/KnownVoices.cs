namespace Ivr.Caller.TwiML;

/// <summary>The languages of the voices, for the four languages of Belgian lines. A wrong pair makes Twilio's Say fail.</summary>
internal static class KnownVoices
{
    private static readonly string[] Basic = ["man", "woman", "alice"];

    private static readonly Dictionary<string, string> Locales = new()
    {
        ["Polly.Lisa"] = "nl-BE",
        ["Polly.Laura"] = "nl-NL",
        ["Polly.Lotte"] = "nl-NL",
        ["Polly.Ruben"] = "nl-NL",
        ["Polly.Isabelle"] = "fr-BE",
        ["Polly.Celine"] = "fr-FR",
        ["Polly.Lea"] = "fr-FR",
        ["Polly.Mathieu"] = "fr-FR",
        ["Polly.Remi"] = "fr-FR",
        ["Polly.Daniel"] = "de-DE",
        ["Polly.Hans"] = "de-DE",
        ["Polly.Marlene"] = "de-DE",
        ["Polly.Vicki"] = "de-DE",
        ["Polly.Amy"] = "en-GB",
        ["Polly.Arthur"] = "en-GB",
        ["Polly.Brian"] = "en-GB",
        ["Polly.Emma"] = "en-GB",
    };

    /// <summary>Null when no fault is known. Twilio adds and removes voices, so an unknown Polly or Google voice is accepted.</summary>
    public static string? FindFault(string? voice, string? language)
    {
        if (language is not null && !IsLocale(language)) return $"language=\"{language}\" is not a locale such as nl-BE.";
        if (voice is null) return null;
        if (voice.StartsWith("Google.", StringComparison.Ordinal))
            return language is null || voice.StartsWith($"Google.{language}-", StringComparison.Ordinal) ? null : Mismatch(voice, language);
        if (voice.StartsWith("Polly.", StringComparison.Ordinal))
            return language is null || Locales.GetValueOrDefault(Name(voice), language) == language ? null : Mismatch(voice, language);
        return Basic.Contains(voice) ? null : $"voice=\"{voice}\" is not a voice of Twilio's.";
    }

    private static string Mismatch(string voice, string language) => $"voice=\"{voice}\" does not speak {language}.";

    /// <summary>The name without the engine: Polly.Vicki, Polly.Vicki-Neural and Polly.Vicki-Generative are one voice.</summary>
    private static string Name(string voice) => voice.Split('-')[0];

    private static bool IsLocale(string language) =>
        language.Split('-') is [{ Length: 2 or 3 } tongue, ..] && tongue.All(char.IsAsciiLetterLower) &&
        language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
