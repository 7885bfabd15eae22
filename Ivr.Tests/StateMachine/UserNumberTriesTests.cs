using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>
/// The look-up decides whether a user number is valid. Refused numbers and invalid input are tries at the same question.
/// </summary>
public class UserNumberTriesTests
{
    private static readonly Call Asked = At.State(TestLines.Flanders, CallState.UserNumber);

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Three_refusals_end_the_call(string line)
    {
        var first = Refused(At.State(TestLines.Named(line), CallState.UserNumber));
        var second = Refused(first);
        var third = Refused(second);

        Assert.Equal((CallState.UserNumber, 1), (first.State, first.Tries));
        Assert.Equal((CallState.UserNumber, 2), (second.State, second.Tries));
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (third.State, third.EndedBy));
    }

    [Fact]
    public void Refusals_silence_and_nonsense_count_together()
    {
        var ended = Refused(Asked).Silence().Keys("123");
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (ended.State, ended.EndedBy));

        ended = Refused(Asked.Silence().Keys("123"));
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (ended.State, ended.EndedBy));

        ended = Refused(Asked.Silence().Keys("0")).Silence();
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (ended.State, ended.EndedBy));
    }

    [Fact]
    public void A_number_that_is_found_gives_the_next_question_all_its_tries()
    {
        var call = Refused(Refused(Asked)).Keys(At.UserNumber).Takes(FlowSteps.Client());

        Assert.Equal((CallState.Activity, 0, Notice.None), (call.State, call.Tries, call.Notice));
    }

    [Fact]
    public void What_is_found_is_filled_in()
    {
        var call = Asked.Keys(At.UserNumber).Takes(FlowSteps.Client(1, 4));

        Assert.Null(call.KeyedUserNumber);
        Assert.Equal(
            new Draft { UserNumber = At.UserNumber, ClientId = At.ClientId, IsKnownClient = true, ActivitiesOnRecord = [1, 4] },
            call.Draft);
    }

    [Theory]
    [InlineData("100000000539", Notice.UserNumberNotKnown)]
    [InlineData("100000001035", Notice.DigitMayBeWrong)]
    [InlineData("980000000022", Notice.LoginKeyedAsUserNumber)]
    [InlineData("980000000097", Notice.LoginKeyedAsUserNumber)]
    public void The_check_digits_and_the_first_three_pick_the_words(string number, Notice notice)
    {
        var call = Asked.Keys(number).Takes(new ClientResult.NotKnown());

        Assert.Equal(Asked with { Tries = 1, Notice = notice, Webhooks = 2 }, call);
    }

    [Fact]
    public void The_worker_s_own_login_has_its_words_whatever_it_begins_with()
    {
        var call = Asked with { Login = "100000000539" };

        Assert.Equal(Notice.LoginKeyedAsUserNumber, call.Keys("100000000539").Takes(new ClientResult.NotKnown()).Notice);
    }

    [Theory]
    [InlineData(At.WorkerLogin)]
    [InlineData("123456789012")]
    public void A_number_that_looks_like_a_login_or_has_wrong_check_digits_is_looked_up_all_the_same(string number)
    {
        var call = Asked.Keys(number);

        Assert.Equal((CallState.LookingUpClient, number), (call.State, call.KeyedUserNumber));
        Assert.Equal(CallState.Activity, call.Takes(FlowSteps.Client()).State);
    }

    [Fact]
    public void An_inactive_client_has_neutral_words_and_costs_a_try()
    {
        var call = Asked.Keys(At.UserNumber).Takes(new ClientResult.Inactive());

        Assert.Equal(Asked with { Tries = 1, Notice = Notice.ClientInactive, Webhooks = 2 }, call);
        Assert.Equal(CallTrigger.TooManyTries, Refused(Refused(Asked)).Keys(At.UserNumber).Takes(new ClientResult.Inactive()).EndedBy);
    }

    private static Call Refused(Call call) => call.Keys("100000000539").Takes(new ClientResult.NotKnown());
}
