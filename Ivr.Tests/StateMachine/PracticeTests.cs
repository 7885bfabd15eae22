using Ivr.StateMachine;

namespace Ivr.Tests.StateMachine;

/// <summary>8 and # at the user number: the same questions, and nothing is recorded.</summary>
public sealed class PracticeTests
{
    private static readonly Call Menu = At.State(TestLines.Flanders, CallState.UserNumber);
    private static readonly Call Practice = Menu.Keys("8");
    private static readonly Call Summary = Practice.Keys(At.UserNumber).Practises().Keys("1").Keys("3");

    [Fact]
    public void Eight_begins_it_at_the_same_question() =>
        Assert.Equal(Menu with { IsPractice = true, Notice = Notice.Practice, Webhooks = 2 }, Practice);

    [Fact]
    public void The_questions_are_the_same_and_key_1_records_nothing()
    {
        Assert.Equal((CallState.Summary, At.UserNumber, 1, 3), (Summary.State, Summary.Draft.UserNumber, Summary.Draft.Activity, Summary.Draft.Hours));

        var done = Summary.Keys("1");
        Assert.Equal((CallState.Practised, null, 1), (done.State, done.Reference, done.EntryNumber));
    }

    [Fact]
    public void Key_2_corrects() => Assert.Equal((CallState.Summary, 4), (Summary.Keys("2").Keys("3").Keys("4").State, Summary.Keys("2").Keys("3").Keys("4").Draft.Hours));

    [Theory]
    [InlineData("100000001035", Notice.DigitMayBeWrong)]
    [InlineData(At.WorkerLogin, Notice.LoginKeyedAsUserNumber)]
    public void A_wrong_number_is_told(string number, Notice notice)
    {
        var call = Practice.Keys(number).Practises();

        Assert.Equal((CallState.UserNumber, notice, 1), (call.State, call.Notice, call.Tries));
    }

    [Fact]
    public void Key_1_at_the_end_begins_again_and_says_that_it_is_practice()
    {
        var again = Summary.Keys("1").Keys("1");

        Assert.Equal((CallState.UserNumber, true, Notice.Practice, new Draft()), (again.State, again.IsPractice, again.Notice, again.Draft));
    }

    [Fact]
    public void Silence_at_the_end_is_goodbye() =>
        Assert.Equal((CallState.Ended, CallTrigger.NoInput), (Summary.Keys("1").Silence().State, Summary.Keys("1").Silence().EndedBy));

    [Fact]
    public void What_was_to_be_corrected_is_dropped() =>
        Assert.Equal(new Draft(), At.State(TestLines.Flanders, CallState.Summary).Keys("2").Keys("1").Keys("8").Draft);

    [Fact]
    public void Lost_webhooks_make_no_emergency_and_leave_nothing_in_doubt()
    {
        var call = Summary.Resumes().Resumes().Resumes();

        Assert.Equal((CallState.Summary, false, false, Notice.Apology), (call.State, call.IsEmergency, call.InDoubt, call.Notice));
        Assert.Equal(CallState.Practised, call.Keys("1").State);
    }

    [Fact]
    public void Own_entries_that_cannot_be_read_are_no_emergency()
    {
        var call = Practice.Keys("9").IsOnItsOwn();

        Assert.Equal((CallState.UserNumber, Notice.Apology, false), (call.State, call.Notice, call.IsEmergency));
    }

    [Fact]
    public void Eight_ends_it_at_the_same_question_and_drops_what_was_keyed()
    {
        var left = Summary.Keys("2").Keys("1").Keys("8");

        Assert.Equal(Menu with { Notice = Notice.PracticeOver, Webhooks = left.Webhooks }, left);
        Assert.Equal(CallState.Activity, left.Keys(At.UserNumber).Takes(FlowSteps.Client(1)).State);
    }

    [Fact]
    public void After_it_lost_webhooks_count_from_the_first()
    {
        var left = Practice.Resumes().Resumes().Keys("8");

        Assert.False(left.Resumes().IsEmergency);
        Assert.True(left.Resumes().Resumes().IsEmergency);
    }

    [Fact]
    public void An_emergency_has_no_such_key() =>
        Assert.False((Menu with { IsEmergency = true }).Keys("8").IsPractice);
}
