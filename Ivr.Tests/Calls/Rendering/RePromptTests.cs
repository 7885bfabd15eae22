using Ivr.StateMachine;
using Ivr.Tests.StateMachine;

namespace Ivr.Tests.Calls.Rendering;

/// <summary>Each try at a question has other words, and the third try gives help.</summary>
public class RePromptTests
{
    public static TheoryData<string, Language> LinesAndLanguages
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var line in TestLines.Configured.All)
            {
                foreach (var language in Enum.GetValues<Language>())
                    data.Add(line.Name, language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(LinesAndLanguages))]
    public void Three_tries_have_three_wordings_and_the_third_is_longer_than_the_first(string line, Language language) => Assert.All(
        // The warning of a duplicate is longer at first.
        Questions(line, language).Where(first => !first.Draft.MayBeDuplicate),
        first =>
        {
            string[] said = [.. Enumerable.Range(0, 3).Select(tries => Documents.Said(first with { Tries = tries }))];
            Assert.Equal(3, said.Distinct().Count());

            // The welcome and the languages come at the first try only and are not part of the question.
            var question = first with { LanguagePicked = true };
            Assert.True(
                Documents.Said(question with { Tries = 2 }).Length > Documents.Said(question).Length);
        });

    [Theory]
    [MemberData(nameof(LinesAndLanguages))]
    public void The_notice_is_worded_differently_the_second_time(string line, Language language)
    {
        foreach (var notice in (Notice[])[Notice.NoInput, Notice.NoMatch])
        {
            var once = At.State(TestLines.Named(line), CallState.Password) with { Language = language, Tries = 1, Notice = notice };
            Assert.NotEqual(Opening(once), Opening(once with { Tries = 2 }));
        }

        var wrong = At.State(TestLines.Named(line), CallState.Login) with { Language = language, WrongLogins = 1, Notice = Notice.LoginRefused };
        Assert.True(Opening(wrong with { WrongLogins = 2 }).Length > Opening(wrong).Length);
    }

    [Theory]
    [MemberData(nameof(LinesAndLanguages))]
    public void Help_is_said_first_and_the_question_after_it_is_the_short_one(string line, Language language) => Assert.All(
        // The login says the languages last, and the warning of a duplicate is longer at first.
        Questions(line, language).Where(first => first.State != CallState.Login && !first.Draft.MayBeDuplicate),
        first =>
        {
            var asked = Documents.Said(first);
            var helped = Documents.Said(first with { Tries = 2, Notice = Notice.Help });
            Assert.EndsWith(asked, helped, StringComparison.Ordinal);
            Assert.NotEqual(asked, helped);
        });

    [Theory]
    [MemberData(nameof(LinesAndLanguages))]
    public void Every_notice_has_words_of_its_own_at_every_place_where_it_occurs(string line, Language language)
    {
        var calls = SpeakingCalls.On(TestLines.Named(line)).Where(call => call.Language == language && call.State != CallState.Ended);
        var places = calls.GroupBy(call => call with { Notice = Notice.None }).ToList();

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.Equal(place.Distinct().Count(), place.Distinct().Select(Documents.Said).Distinct().Count()));
    }

    private static IEnumerable<Call> Questions(string line, Language language) =>
        SpeakingCalls.FirstTries(TestLines.Named(line)).Select(call => call with { Language = language });

    private static string Opening(Call call) => Documents.Texts(Documents.For(call))[0];
}
