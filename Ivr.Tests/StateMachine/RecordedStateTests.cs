using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>The call after the confirmation: what was stored, and another prestation in the same call.</summary>
public class RecordedStateTests
{
    private static readonly Call Storing = At.State(TestLines.Flanders, CallState.Summary).Keys("1");
    private static readonly StoreResult.Committed Committed = new(At.Reference, At.UserNumber, Activity: 1, Hours: 3);

    [Fact]
    public void Key_1_at_the_summary_has_the_entry_stored() => Assert.Equal(CallState.Storing, Storing.State);

    [Fact]
    public void What_is_committed_is_recorded_under_its_reference()
    {
        var call = Storing.Takes(Committed);

        Assert.Equal(Storing with { State = CallState.Recorded, Reference = At.Reference }, call);
    }

    [Theory]
    [InlineData("100000000236", 1, 3)]
    [InlineData(At.UserNumber, 2, 3)]
    [InlineData(At.UserNumber, 1, 4)]
    public void What_an_earlier_delivery_stored_stands_and_is_told(string userNumber, int activity, int hours)
    {
        var call = Storing.Takes(Committed with { UserNumber = userNumber, Activity = activity, Hours = hours });

        Assert.Equal((CallState.Recorded, Notice.EarlierConfirmationStands), (call.State, call.Notice));
        Assert.Equal((userNumber, activity, hours), (call.Draft.UserNumber, call.Draft.Activity, call.Draft.Hours));
    }

    [Fact]
    public void Not_knowing_whether_it_is_committed_has_the_entry_kept_in_the_journal_and_the_doubt_with_it() => Assert.Equal(
        Storing with { State = CallState.Journaling, IsEmergency = true, InDoubt = true },
        Storing.Takes(new StoreResult.Unknown()));

    [Fact]
    public void Key_1_begins_the_next_entry_with_nothing_of_the_last_and_without_a_new_login()
    {
        var call = Storing.Takes(Committed).Keys("1");

        Assert.Equal((CallState.UserNumber, 2, new Draft(), null), (call.State, call.EntryNumber, call.Draft, call.Reference));
        Assert.Equal((At.WorkerId, At.WorkerLogin), (call.WorkerId, call.Login));
        Assert.Equal((At.Today, At.StartTime), (call.Date, call.StartedAt));
    }

    [Fact]
    public void Entries_are_numbered_through_the_call_and_corrections_count_for_none()
    {
        var call = Storing;
        for (var entry = 1; entry <= 5; entry++)
        {
            Assert.Equal((CallState.Storing, entry), (call.State, call.EntryNumber));
            call = call.Takes(Committed).Keys("1").Keys(At.UserNumber).Takes(FlowSteps.Client()).Keys("1").Keys("4").Keys("2")
                .Keys("3").Keys("3").Keys("1");
        }
    }

    [Fact]
    public void Silence_after_recorded_is_goodbye()
    {
        var call = Storing.Takes(Committed).Silence();

        Assert.Equal((CallState.Ended, CallTrigger.NoInput), (call.State, call.EndedBy));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("8")]
    [InlineData("#")]
    [InlineData("*")]
    public void A_key_without_a_meaning_after_recorded_has_the_reference_said_again_twice_and_then_goodbye(string keys)
    {
        var recorded = Storing.Takes(Committed);
        var again = recorded.Keys(keys).Keys(keys);

        Assert.Equal((CallState.Recorded, At.Reference), (again.State, again.Reference));
        Assert.Equal(recorded.Draft, again.Draft);
        Assert.Equal((CallState.Ended, CallTrigger.NoInput), (again.Keys(keys).State, again.Keys(keys).EndedBy));
    }

    [Fact]
    public void Help_after_recorded_says_the_reference_again()
    {
        var recorded = Storing.Takes(Committed);

        Assert.Equal(recorded with { Notice = Notice.Help, Webhooks = recorded.Webhooks + 1 }, recorded.Keys("0"));
    }
}
