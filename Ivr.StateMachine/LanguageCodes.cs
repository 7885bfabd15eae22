using System.Diagnostics;

namespace Ivr.StateMachine;

/// <summary>The two-letter codes of the languages in configuration, CSV and tables.</summary>
public static class LanguageCodes
{
    /// <summary>Returns <c>nl</c>, <c>fr</c>, <c>de</c> or <c>en</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Nl => "nl",
        Language.Fr => "fr",
        Language.De => "de",
        Language.En => "en",
        _ => throw new UnreachableException($"{language} has no code."),
    };

    /// <summary>All codes, in the order of <see cref="Language"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Language>().Select(Code)];

    /// <summary>Returns the language of a valid code.</summary>
    /// <exception cref="FormatException">The code is not valid.</exception>
    public static Language Read(string code) =>
        TryRead(code, out var language) ? language : throw new FormatException($"'{code}' is no language.");

    /// <summary>Returns whether a code is valid, and its language. Codes are lower case only.</summary>
    public static bool TryRead(string? code, out Language language)
    {
        foreach (var candidate in Enum.GetValues<Language>())
        {
            if (candidate.Code() == code)
            {
                language = candidate;
                return true;
            }
        }

        language = default;
        return false;
    }
}
