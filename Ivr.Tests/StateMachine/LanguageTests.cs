using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

public class LanguageTests
{
    public static TheoryData<string> Lines => TestLines.Names;

    public static TheoryData<string, string, Language> Picks => new()
    {
        { "flanders-brussels", "1", Language.Nl },
        { "flanders-brussels", "2", Language.Fr },
        { "flanders-brussels", "3", Language.De },
        { "flanders-brussels", "4", Language.En },
        { "wallonia", "1", Language.Fr },
        { "wallonia", "2", Language.De },
        { "wallonia", "3", Language.Nl },
        { "wallonia", "4", Language.En },
    };

    [Fact]
    public void A_call_begins_at_the_login_in_the_first_language_of_its_line()
    {
        Assert.Equal(Language.Nl, At.Start(TestLines.Flanders).Language);
        Assert.Equal(Language.Fr, At.Start(TestLines.Wallonia).Language);
        Assert.Equal(Language.De, At.Start(TestLines.OneLanguage).Language);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_call_begins_with_nothing_known_but_line_date_and_time(string name)
    {
        var line = TestLines.Named(name);

        var expected = new Call
        {
            State = CallState.Login,
            Line = name,
            Language = line.Languages[0],
            LanguagePicked = false,
            Date = new(2026, 3, 12),
            StartedAt = At.StartTime,
            Webhooks = 1,
            EntryNumber = 1,
        };

        Assert.Equal(expected, new Conversation(line).Begin(new(2026, 3, 12), At.StartTime));
    }

    [Theory]
    [MemberData(nameof(Picks))]
    public void A_language_is_picked_by_its_place_on_the_line(string line, string key, Language language)
    {
        var begun = At.Start(TestLines.Named(line));

        Assert.Equal(begun with { Language = language, LanguagePicked = true, Webhooks = 2 }, begun.Keys(key));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("9")]
    [InlineData("12")]
    [InlineData("*9")]
    public void What_is_no_place_on_the_line_picks_nothing(string keys)
    {
        var call = At.Start(TestLines.Flanders).Keys(keys);

        Assert.Equal((Language.Nl, false, Notice.NoMatch), (call.Language, call.LanguagePicked, call.Notice));
    }

    [Fact]
    public void A_line_with_one_language_offers_no_pick()
    {
        var call = At.Start(TestLines.OneLanguage).Keys("1");

        Assert.Equal((Language.De, false, Notice.NoMatch), (call.Language, call.LanguagePicked, call.Notice));
    }

    [Fact]
    public void Picking_a_language_costs_no_try_and_gives_the_tries_back()
    {
        var call = At.Start(TestLines.Flanders).Silence().Keys("2");

        Assert.Equal((CallState.Login, 0, Notice.None), (call.State, call.Tries, call.Notice));
    }

    [Fact]
    public void The_last_pick_counts() =>
        Assert.Equal(Language.En, At.Start(TestLines.Wallonia).Keys("2").Keys("4").Language);

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_language_on_the_worker_s_record_is_spoken_from_the_main_menu_on(string line)
    {
        var call = At.State(TestLines.Named(line), CallState.CheckingLogin).Takes(new LoginResult.Accepted(At.WorkerId, Language.En));

        Assert.Equal((CallState.UserNumber, Language.En), (call.State, call.Language));
    }

    [Fact]
    public void A_pick_on_the_line_wins_over_the_worker_s_record()
    {
        var picked = At.State(TestLines.Flanders, CallState.CheckingLogin) with { Language = Language.Fr, LanguagePicked = true };

        Assert.Equal(Language.Fr, picked.Takes(new LoginResult.Accepted(At.WorkerId, Language.De)).Language);
        Assert.Equal(Language.Fr, picked.Takes(new LoginResult.Inactive(Language.De)).Language);
    }

    [Fact]
    public void Picking_the_language_that_is_spoken_already_is_a_pick_too()
    {
        var call = At.Start(TestLines.Flanders).Keys("1").Keys(At.WorkerLogin).Keys("47110");

        Assert.Equal(Language.Nl, call.Takes(new LoginResult.Accepted(At.WorkerId, Language.Fr)).Language);
    }

    [Fact]
    public void An_inactive_worker_hears_so_in_the_language_on_record()
    {
        var call = At.State(TestLines.Flanders, CallState.CheckingLogin).Takes(new LoginResult.Inactive(Language.Fr));

        Assert.Equal((CallState.Ended, CallTrigger.WorkerInactive, Language.Fr), (call.State, call.EndedBy, call.Language));
    }
}
