using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>Three wrong pairs of login and password end the call; they are counted apart from the tries at a question.</summary>
public class LoginTriesTests
{
    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Two_wrong_pairs_ask_again_and_the_third_ends_the_call(string line)
    {
        var first = WrongPair(At.Start(TestLines.Named(line)));
        var second = WrongPair(first);
        var third = WrongPair(second);

        Assert.Equal((CallState.Login, 1, Notice.LoginRefused), (first.State, first.WrongLogins, first.Notice));
        Assert.Equal((CallState.Login, 2, Notice.LoginRefused), (second.State, second.WrongLogins, second.Notice));
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (third.State, third.EndedBy));
    }

    [Fact]
    public void A_refused_login_is_forgotten()
    {
        var call = WrongPair(At.Start(TestLines.Flanders));

        Assert.Null(call.Login);
        Assert.Null(call.WorkerId);
    }

    [Fact]
    public void Wrong_pairs_cost_no_try_at_the_questions_nor_tries_a_pair()
    {
        var call = WrongPair(At.Start(TestLines.Flanders).Silence().Silence());
        Assert.Equal((0, 1), (call.Tries, call.WrongLogins));

        call = WrongPair(call.Silence().Silence());
        Assert.Equal((0, 2), (call.Tries, call.WrongLogins));

        call = call.Silence().Keys("12");
        Assert.Equal((CallState.Login, 2, 2), (call.State, call.Tries, call.WrongLogins));
    }

    [Fact]
    public void After_two_wrong_pairs_the_right_one_is_in()
    {
        var call = WrongPair(WrongPair(At.Start(TestLines.Flanders))).Keys(At.WorkerLogin).Keys("47110")
            .Takes(new LoginResult.Accepted(At.WorkerId, Language.Nl));

        Assert.Equal((CallState.UserNumber, At.WorkerId, At.WorkerLogin), (call.State, call.WorkerId, call.Login));
    }

    [Fact]
    public void The_password_is_nowhere_in_the_call()
    {
        var call = At.State(TestLines.Flanders, CallState.Password);

        Assert.Equal(call with { State = CallState.CheckingLogin, Webhooks = 2 }, call.Keys("47110"));
    }

    private static Call WrongPair(Call call) => call.Keys(At.WorkerLogin).Keys("00000").Takes(new LoginResult.Refused());
}
