using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>Keys that callers press out of habit from other lines: # after every answer, * to start a number over.</summary>
public sealed class HabitTests
{
    public static TheoryData<string, CallState> Questions => FlowSteps.QuestionsOnLines;

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_lone_hash_costs_no_try_at_any_question(string line, CallState question)
    {
        var asked = At.State(TestLines.Named(line), question);

        Assert.Equal(asked with { Webhooks = asked.Webhooks + 2 }, asked.Keys("#").Keys("#"));
        var again = asked.Keys(question.Nonsense());
        Assert.Equal(again with { Webhooks = again.Webhooks + 1, Notice = Notice.None }, again.Keys("#"));
    }

    [Fact]
    public void A_hash_after_a_refused_number_costs_no_try()
    {
        var refused = At.State(TestLines.Flanders, CallState.UserNumber).Keys("100000000539").Takes(new ClientResult.NotKnown());

        Assert.Equal((CallState.UserNumber, 1), (refused.Keys("#").State, refused.Keys("#").Tries));
    }

    [Theory]
    [InlineData("*980000000011")]
    [InlineData("9800*980000000011")]
    [InlineData("98**980000000011")]
    public void A_star_starts_the_login_over(string keys) =>
        Assert.Equal((CallState.Password, "980000000011"), (At.Start(TestLines.Flanders).Keys(keys).State, At.Start(TestLines.Flanders).Keys(keys).Login));

    [Theory]
    [InlineData("*47110")]
    [InlineData("47*47110")]
    public void A_star_starts_the_password_over(string keys) =>
        Assert.Equal(CallState.CheckingLogin, At.State(TestLines.Flanders, CallState.Password).Keys(keys).State);

    [Theory]
    [InlineData(CallState.Login, "98*")]
    [InlineData(CallState.Password, "47*")]
    [InlineData(CallState.UserNumber, "10*")]
    public void A_star_as_the_last_key_of_a_number_costs_no_try(CallState question, string keys)
    {
        var asked = At.State(TestLines.Flanders, question);

        Assert.Equal(asked with { Webhooks = asked.Webhooks + 1 }, asked.Keys(keys));
    }

    // Twelve keys end the entry, so the number is cut where the caller started it over late.
    [Theory]
    [InlineData("*10000000013", "5")]
    [InlineData("1000*1000000", "00135")]
    [InlineData("1000*1000*10", "0000000135")]
    [InlineData("10000000023*", "100000000135")]
    public void A_star_starts_the_user_number_over_and_the_rest_is_awaited(string first, string rest)
    {
        var asked = At.State(TestLines.Flanders, CallState.UserNumber);
        var awaited = asked.Keys(first);

        Assert.Equal((CallState.UserNumber, 0, Notice.None), (awaited.State, awaited.Tries, awaited.Notice));
        var keyed = awaited.Keys(rest);
        Assert.Equal((CallState.LookingUpClient, At.UserNumber, null), (keyed.State, keyed.KeyedUserNumber, keyed.KeyedSoFar));
    }

    [Fact]
    public void A_rest_that_does_not_come_is_a_number_that_is_too_short()
    {
        var call = At.State(TestLines.Flanders, CallState.UserNumber).Keys("1000*1000000").Silence();

        Assert.Equal((CallState.UserNumber, 1, Notice.NoMatch, null), (call.State, call.Tries, call.Notice, call.KeyedSoFar));
    }
}
