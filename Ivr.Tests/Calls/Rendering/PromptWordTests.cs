using System.Text.RegularExpressions;
using Ivr.StateMachine;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>Properties of all words in all documents.</summary>
public partial class PromptWordTests
{
    private const int MaxCharacters = 3000;

    /// <summary>Words that tell the caller that he did something wrong; the line uses them in no language.</summary>
    private static readonly string[] Blame =
    [
        "fout", "foute", "fouten", "vergist", "vergissing", "ongeldig", "ongeldige", "onjuist", "mislukt", "verkeerde",
        "erreur", "faute", "trompé", "trompée", "incorrect", "incorrecte", "invalide", "mauvais", "mauvaise", "raté",
        "Fehler", "falsche", "falscher", "falschen", "falsches", "ungültig", "ungültige", "geirrt", "vertippt",
        "error", "mistake", "wrong", "invalid", "incorrect", "fault", "failed", "you pressed", "you did not",
    ];

    private static readonly HashSet<string> Texts = [.. Documents.All.SelectMany(Documents.Texts)];

    [Fact]
    public void Every_text_has_words_and_fits() => Assert.All(Texts, text =>
    {
        Assert.InRange(text.Length, 1, MaxCharacters);
        Assert.Matches(@"\p{L}", text);
        Assert.Matches(@"[.?:]$", text);
    });

    [Fact]
    public void Nothing_is_left_that_a_voice_cannot_say() => Assert.All(Texts, text =>
    {
        Assert.DoesNotMatch(@"[{}<>/\\*#_|@&=+()]|\p{C}|  |\s$|^\s", text);
        Assert.DoesNotMatch(Abbreviation(), text);
    });

    [Fact]
    public void Numbers_of_three_digits_and_more_are_said_digit_by_digit() =>
        Assert.All(Texts, text => Assert.DoesNotMatch("[0-9]{3}", text));

    [Fact]
    public void Digits_are_grouped_by_three_and_a_short_number_has_two()
    {
        var numbers = Texts.SelectMany(text => DigitByDigit().Matches(text)).Select(number => number.Value).ToHashSet();

        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.Matches("^([0-9] [0-9]|[0-9] [0-9] [0-9](, [0-9] [0-9] [0-9])*)$", number));
    }

    [Fact]
    public void User_numbers_and_references_are_said_in_full()
    {
        Assert.Contains(Texts, text => text.Contains("1 0 0, 0 0 0, 0 0 0, 1 3 5", StringComparison.Ordinal));
        Assert.Contains(Texts, text => text.Contains("9 9 9, 9 9 9, 9 9 5, 1 9 7", StringComparison.Ordinal));
        Assert.Contains(Texts, text => text.Contains("1 2 3, 4 5 6, 7 8 2.", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_blamed() => Assert.All(Texts, text => Assert.DoesNotContain(Blame, word => Says(text, word)));

    [Fact]
    public void The_login_is_never_said()
    {
        // The call does not contain the password at all; see AnyAnswerTests.
        Assert.DoesNotContain(Texts, text => text.Contains("9 8 0, 0 0 0", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts, text => text.Contains(At.WorkerLogin, StringComparison.Ordinal));
    }

    // The login offers the other languages, until one is picked, and in its help.
    [Fact]
    public void All_documents_but_the_offer_of_languages_are_in_one_language()
    {
        var calls = TestLines.Configured.All.SelectMany(SpeakingCalls.On)
            .Where(call => call.State != CallState.Login || call is { LanguagePicked: true, Notice: not Notice.Help }).ToList();

        Assert.Contains(calls, call => call.State == CallState.Login);
        Assert.All(calls, call => Assert.Single(
            Regex.Matches(Documents.For(call), "language=\"[^\"]*\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value).Distinct()));
    }

    [Fact]
    public void The_same_call_renders_to_the_same_document()
    {
        var calls = TestLines.Configured.All.SelectMany(SpeakingCalls.On).ToList();

        Assert.Equal(calls.Select(Documents.For), calls.Select(Documents.For));
    }

    private static bool Says(string text, string word) =>
        Regex.IsMatch(text, $@"\b{word}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\b(nr|tel|tél|enz|bv|bijv|etc|z\.B|usw|bzw|ca|e\.g|i\.e|min)\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"(?<![0-9])[0-9] [0-9](,? [0-9](?![0-9]))*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DigitByDigit();
}
