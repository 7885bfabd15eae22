using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>The login is locked: the caller leaves entries as in an emergency, and they are limited.</summary>
public class LockedLoginStateTests
{
    private static readonly Call AtMenu = Locked(seconds: 90);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(3599, 60)]
    [InlineData(3600, 60)]
    public void The_call_goes_on_at_the_user_number_and_the_minutes_are_rounded_up(int seconds, int minutes)
    {
        var checking = At.State(TestLines.Flanders, CallState.CheckingLogin);

        Assert.Equal(
            checking with { State = CallState.UserNumber, IsEmergency = true, LockedMinutes = minutes, Notice = Notice.LoginLocked },
            Locked(seconds));
    }

    [Fact]
    public void Nobody_is_logged_in_and_no_client_is_looked_up()
    {
        var summary = AtMenu.Keys(At.UserNumber).IsOnItsOwn().Keys("1").Keys("3");

        Assert.Equal((CallState.Summary, null, null, Notice.None), (summary.State, summary.WorkerId, summary.Draft.ClientId, summary.Notice));
        Assert.Equal((CallState.Journaling, CallState.MainMenu), (summary.Keys("1").State, summary.Keys("2").State));
    }

    [Fact]
    public void Without_a_place_for_the_entry_the_call_ends()
    {
        var call = AtMenu.Keys(At.UserNumber).Takes(new ClientResult.UsedUp());

        Assert.Equal((CallState.Ended, CallTrigger.LookUpsUsedUp, true), (call.State, call.EndedBy, call.IsLockedOut));
    }

    [Fact]
    public void After_the_last_entry_key_1_has_the_reference_said_again()
    {
        var left = At.State(TestLines.Flanders, CallState.LeftInJournal) with { WorkerId = null, LockedMinutes = 2 };
        Assert.Equal((CallState.UserNumber, 2), (left.Keys("1").State, left.Keys("1").EntryNumber));

        var last = (left with { IsLastEntry = true }).Keys("1");
        Assert.Equal((CallState.LeftInJournal, 1, Notice.NoMatch), (last.State, last.EntryNumber, last.Notice));
    }

    [Fact]
    public void A_webhook_that_fails_keeps_the_lock()
    {
        var twice = AtMenu.Resumes().Resumes();

        Assert.Equal((CallState.UserNumber, true, true, Notice.Apology), (twice.State, twice.IsEmergency, twice.IsLockedOut, twice.Notice));
    }

    private static Call Locked(int seconds) =>
        At.State(TestLines.Flanders, CallState.CheckingLogin).Takes(new LoginResult.Locked(TimeSpan.FromSeconds(seconds)));
}
