using Ivr.StateMachine;

namespace Ivr.Tests.StateMachine;

/// <summary>Each question allows three tries: two re-prompts, then the call ends.</summary>
public class TriesTests
{
    public static TheoryData<string, CallState> Questions => FlowSteps.QuestionsOnLines;

    [Theory]
    [MemberData(nameof(Questions))]
    public void Silence_is_met_by_two_re_prompts_and_then_the_end(string line, CallState question)
    {
        var first = At.State(TestLines.Named(line), question);
        // There, silence means that nothing is to be corrected.
        if (question == CallState.MainMenu)
            return;

        var second = first.Silence();
        var third = second.Silence();
        var last = third.Silence();

        Assert.Equal(first with { Tries = 1, Notice = Notice.NoInput, Webhooks = 2 }, second);
        Assert.Equal(first with { Tries = 2, Notice = Notice.NoInput, Webhooks = 3 }, third);
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (last.State, last.EndedBy));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Keys_that_are_no_answer_are_met_by_two_re_prompts_and_then_the_end(string line, CallState question)
    {
        var first = At.State(TestLines.Named(line), question);

        var second = first.Keys(question.Nonsense());
        var third = second.Keys(question.Nonsense());
        var last = third.Keys(question.Nonsense());

        Assert.Equal(first with { Tries = 1, Notice = Notice.NoMatch, Webhooks = 2 }, second);
        Assert.Equal(first with { Tries = 2, Notice = Notice.NoMatch, Webhooks = 3 }, third);
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (last.State, last.EndedBy));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Silence_and_nonsense_count_together(string line, CallState question)
    {
        var call = At.State(TestLines.Named(line), question);
        if (question == CallState.MainMenu)
            return;

        var last = call.Keys(question.Nonsense()).Silence().Keys(question.Nonsense());

        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (last.State, last.EndedBy));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Help_costs_no_try_however_often_it_is_asked(string line, CallState question)
    {
        var call = At.State(TestLines.Named(line), question) with { Tries = 2 };

        var helped = call.Keys("0").Keys("0").Keys("0").Keys("0");

        Assert.Equal(call with { Notice = Notice.Help, Webhooks = 5 }, helped);
    }

    [Theory]
    [InlineData(CallState.Login, At.WorkerLogin)]
    [InlineData(CallState.Password, "47110")]
    [InlineData(CallState.Activity, "4")]
    [InlineData(CallState.Hours, "9")]
    [InlineData(CallState.Summary, "1")]
    [InlineData(CallState.Summary, "2")]
    [InlineData(CallState.MainMenu, "3")]
    public void An_answer_gives_the_next_question_all_its_tries(CallState question, string answer)
    {
        var call = (At.State(TestLines.Flanders, question) with { Tries = 2 }).Keys(answer);

        Assert.NotEqual(question, call.State);
        Assert.Equal((0, Notice.None), (call.Tries, call.Notice));
    }

    [Theory]
    [InlineData(CallState.Login, "123")]
    [InlineData(CallState.Login, "123456789012345678901")]
    [InlineData(CallState.Login, "980000000011*123")]
    [InlineData(CallState.Password, "123")]
    [InlineData(CallState.Password, "00")]
    [InlineData(CallState.UserNumber, "00")]
    [InlineData(CallState.UserNumber, "10000000013")]
    [InlineData(CallState.UserNumber, "1000000001350")]
    [InlineData(CallState.UserNumber, "10000000001350")]
    [InlineData(CallState.UserNumber, "1000*00")]
    [InlineData(CallState.Activity, "5")]
    [InlineData(CallState.Activity, "9")]
    [InlineData(CallState.Activity, "12")]
    [InlineData(CallState.Hours, "10")]
    [InlineData(CallState.Hours, "*")]
    [InlineData(CallState.Summary, "*")]
    [InlineData(CallState.Summary, "9")]
    [InlineData(CallState.Summary, "11")]
    [InlineData(CallState.MainMenu, "4")]
    public void These_keys_are_no_answer(CallState question, string keys)
    {
        var call = At.State(TestLines.Flanders, question).Keys(keys);

        Assert.Equal((question, Notice.NoMatch, 1), (call.State, call.Notice, call.Tries));
    }

    [Fact]
    public void Shortest_and_longest_secrets_are_answers()
    {
        Assert.Equal(CallState.Password, At.Start(TestLines.Flanders).Keys("1234").State);
        Assert.Equal(CallState.Password, At.Start(TestLines.Flanders).Keys("12345678901234567890").State);
        Assert.Equal(CallState.CheckingLogin, At.State(TestLines.Flanders, CallState.Password).Keys("0000").State);
    }
}
