using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>Key 9 after "recorded": a second question, and key 1 cancels the entry.</summary>
public sealed class UndoTests
{
    private static readonly Call Recorded = At.State(TestLines.Flanders, CallState.Recorded);
    private static readonly Call Undo = Recorded.Keys("9");
    private static readonly Call Undoing = Undo.Keys("1");

    [Fact]
    public void Key_9_asks_and_key_1_cancels()
    {
        Assert.Equal(Recorded with { State = CallState.Undo, Webhooks = 2 }, Undo);
        Assert.Equal(Recorded with { State = CallState.Undoing, Webhooks = 3 }, Undoing);
        Assert.Equal(Undoing with { State = CallState.Undone }, Undoing.Takes(new UndoResult.Undone()));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("")]
    public void Key_2_and_silence_lead_back_and_nothing_is_cancelled(string keys) =>
        Assert.Equal(Recorded with { Webhooks = 3 }, Undo.Keys(keys));

    [Theory]
    [InlineData("3")]
    [InlineData("9")]
    [InlineData("*")]
    public void Another_key_has_the_question_put_again_twice_and_then_leads_back(string keys)
    {
        var again = Undo.Keys(keys);
        Assert.Equal((CallState.Undo, 1, Notice.NoMatch), (again.State, again.Tries, again.Notice));

        var back = again.Keys(keys).Keys(keys);
        Assert.Equal((CallState.Recorded, 0, Notice.None, At.Reference), (back.State, back.Tries, back.Notice, back.Reference));
    }

    [Fact]
    public void A_lone_hash_costs_no_try() => Assert.Equal(Undo with { Webhooks = 3 }, Undo.Keys("#"));

    [Fact]
    public void What_the_company_has_decided_stays_and_is_told()
    {
        var call = Undoing.Takes(new UndoResult.Refused());

        Assert.Equal((CallState.Recorded, true, false), (call.State, call.IsCorrectedByCompany, call.InDoubt));
    }

    [Fact]
    public void Not_knowing_whether_it_is_cancelled_is_a_doubt_that_stays_until_it_is_known()
    {
        var doubtful = Undoing.Takes(new UndoResult.Unknown());
        Assert.Equal((CallState.Recorded, true, false), (doubtful.State, doubtful.InDoubt, doubtful.IsEmergency));
        Assert.True(doubtful.Keys("0").InDoubt);
        Assert.True(doubtful.Keys("9").Keys("2").InDoubt);

        Assert.False(doubtful.Keys("9").Keys("1").Takes(new UndoResult.Undone()).InDoubt);
        Assert.False(doubtful.Keys("9").Keys("1").Takes(new UndoResult.Refused()).InDoubt);
        Assert.False(doubtful.Keys("1").InDoubt);
    }

    [Fact]
    public void Without_the_database_the_entry_stays_recorded_and_the_call_is_no_emergency_yet()
    {
        var call = Undoing.IsOnItsOwn();

        Assert.Equal((CallState.Recorded, Notice.CannotUndo, false, false), (call.State, call.Notice, call.InDoubt, call.IsEmergency));
    }

    [Fact]
    public void A_webhook_that_was_lost_at_the_question_may_have_cancelled()
    {
        var asked = Undo.Resumes();

        Assert.Equal((CallState.Undo, Notice.Apology, true), (asked.State, asked.Notice, asked.InDoubt));
        Assert.True(asked.Keys("2").InDoubt);
        Assert.False(asked.Keys("1").Takes(new UndoResult.Undone()).InDoubt);
    }

    [Fact]
    public void After_two_lost_webhooks_key_9_has_no_meaning()
    {
        var call = Recorded.Resumes().Resumes().Keys("9");

        Assert.Equal((CallState.Recorded, Notice.NoMatch), (call.State, call.Notice));
    }

    [Fact]
    public void An_entry_that_was_passed_on_in_an_emergency_cannot_be_cancelled() =>
        Assert.Equal(CallState.LeftInJournal, At.State(TestLines.Flanders, CallState.LeftInJournal).Keys("9").State);

    [Fact]
    public void After_the_cancellation_key_1_begins_the_next_entry()
    {
        var call = Undoing.Takes(new UndoResult.Undone()).Keys("1");

        Assert.Equal((CallState.UserNumber, 2, new Draft(), null), (call.State, call.EntryNumber, call.Draft, call.Reference));
    }

    [Fact]
    public void A_call_that_takes_too_long_after_the_cancellation_does_not_end_with_a_reference() =>
        Assert.Null((At.State(TestLines.Flanders, CallState.Undone) with { Webhooks = 60 }).Keys("0").Reference);
}
