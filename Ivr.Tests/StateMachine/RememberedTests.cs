using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>A login that is remembered on a telephone: only its password is asked. It is offered once, and forgotten with a key.</summary>
public class RememberedTests
{
    [Fact]
    public void The_call_begins_at_the_password_in_the_workers_language()
    {
        var call = At.Remembered(TestLines.Flanders);

        Assert.Equal((CallState.Password, At.WorkerLogin, Language.Fr, null), (call.State, call.Login, call.Language, call.WorkerId));
        Assert.Equal(CallState.CheckingLogin, call.Keys("47110").State);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("**")]
    public void A_star_asks_for_another_login_in_the_language_of_the_line(string keys)
    {
        var call = At.Remembered(TestLines.Flanders).Silence().Keys(keys);

        Assert.Equal((CallState.Login, null, false, Language.Nl), (call.State, call.Login, call.IsRemembered, call.Language));
        Assert.Equal((0, Notice.OtherLogin), (call.Tries, call.Notice));
        Assert.Equal(CallState.Password, call.Keys("980000000022").State);
    }

    [Fact]
    public void A_star_in_a_password_starts_the_password_over()
    {
        var call = At.Remembered(TestLines.Flanders).Keys("47*");

        Assert.Equal((CallState.Password, At.WorkerLogin, 0), (call.State, call.Login, call.Tries));
        Assert.Equal(CallState.CheckingLogin, call.Keys("47*47110").State);
    }

    [Fact]
    public void A_star_after_a_keyed_login_asks_for_no_other()
    {
        var call = At.State(TestLines.Flanders, CallState.Password).Keys("*");

        Assert.Equal((CallState.Password, At.WorkerLogin), (call.State, call.Login));
    }

    [Fact]
    public void A_wrong_password_asks_for_the_password_again_and_the_third_ends_the_call()
    {
        var first = Wrong(At.Remembered(TestLines.Flanders));
        var second = Wrong(first);
        var third = Wrong(second);

        Assert.Equal((CallState.Password, At.WorkerLogin, 1, Notice.LoginRefused), (first.State, first.Login, first.WrongLogins, first.Notice));
        Assert.Equal((CallState.Password, 2), (second.State, second.WrongLogins));
        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (third.State, third.EndedBy));
    }

    [Fact]
    public void Another_login_has_no_more_tries_than_are_left()
    {
        var call = Wrong(Wrong(At.Remembered(TestLines.Flanders))).Keys("*").Keys("980000000022").Keys("00000").Takes(new LoginResult.Refused());

        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (call.State, call.EndedBy));
    }

    [Fact]
    public void Key_4_after_recorded_remembers_only_when_it_was_offered()
    {
        var offered = Recorded(mayRemember: true);
        var remembered = offered.Keys("4");

        Assert.Equal(CallState.RememberingPhone, remembered.State);
        Assert.Equal((CallState.Recorded, Notice.PhoneRemembered), Seen(remembered.Takes(PhoneResult.Remembered)));
        Assert.Equal((CallState.Recorded, Notice.PhoneNotSet), Seen(remembered.Takes(PhoneResult.NotSet)));
        Assert.Equal((CallState.Recorded, Notice.NoMatch), Seen(remembered.Takes(PhoneResult.Remembered).Keys("4")));
        Assert.Equal((CallState.Recorded, Notice.NoMatch), Seen(Recorded(mayRemember: false).Keys("4")));
        Assert.Equal((CallState.UserNumber, false), (offered.Keys("1").State, offered.Keys("1").RememberOffered));
    }

    [Fact]
    public void What_stands_instead_of_the_entry_offers_nothing()
    {
        var call = At.State(TestLines.Flanders, CallState.Storing).Takes(new StoreResult.Committed(At.Reference, At.UserNumber, 1, 9, MayRemember: true));

        Assert.False(call.RememberOffered);
    }

    [Fact]
    public void Key_4_at_the_user_number_forgets()
    {
        var call = At.State(TestLines.Flanders, CallState.UserNumber).Keys("4");

        Assert.Equal(CallState.ForgettingPhone, call.State);
        Assert.Equal((CallState.UserNumber, Notice.PhoneForgotten), Seen(call.Takes(PhoneResult.Forgotten)));
    }

    [Fact]
    public void Without_the_database_the_call_goes_on_and_is_no_emergency()
    {
        var forgetting = At.State(TestLines.Flanders, CallState.ForgettingPhone).IsOnItsOwn();
        var remembering = At.State(TestLines.Flanders, CallState.RememberingPhone).IsOnItsOwn();

        Assert.Equal((CallState.UserNumber, Notice.PhoneNotSet, false), (forgetting.State, forgetting.Notice, forgetting.IsEmergency));
        Assert.Equal((CallState.Recorded, Notice.PhoneNotSet, false), (remembering.State, remembering.Notice, remembering.IsEmergency));
    }

    [Fact]
    public void In_an_emergency_key_4_forgets_nothing()
    {
        var call = (At.State(TestLines.Flanders, CallState.UserNumber) with { IsEmergency = true }).Keys("4");

        Assert.Equal((CallState.UserNumber, Notice.NoMatch), Seen(call));
    }

    private static Call Wrong(Call call) => call.Keys("00000").Takes(new LoginResult.Refused());

    private static Call Recorded(bool mayRemember) =>
        At.State(TestLines.Flanders, CallState.Storing).Takes(new StoreResult.Committed(At.Reference, At.UserNumber, 1, 3, mayRemember));

    private static (CallState State, Notice Notice) Seen(Call call) => (call.State, call.Notice);
}
