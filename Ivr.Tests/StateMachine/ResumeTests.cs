using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>A webhook was lost: the call continues at the same question.</summary>
public class ResumeTests
{
    public static TheoryData<string, CallState> Questions => FlowSteps.QuestionsOnLines;

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_question_is_put_again_with_an_apology_and_no_try_is_lost(string line, CallState question)
    {
        var call = At.State(TestLines.Named(line), question) with { Tries = 2, WrongLogins = 1, Notice = Notice.NoMatch };

        // The webhook that was lost at the summary may have been the confirmation.
        Assert.Equal(call with { Notice = Notice.Apology, Webhooks = 2, Failures = 1, InDoubt = question == CallState.Summary }, call.Resumes());
    }

    [Fact]
    public void The_doubt_stays_through_a_correction_and_ends_with_the_reference()
    {
        var back = At.State(TestLines.Flanders, CallState.Summary).Resumes().Keys("2");
        Assert.True(back.InDoubt);

        Assert.False((back with { State = CallState.Storing }).Takes(new StoreResult.Committed("000000012", At.UserNumber, 1, 3)).InDoubt);
    }

    [Fact]
    public void What_was_recorded_stays_recorded()
    {
        var call = At.State(TestLines.Flanders, CallState.Recorded);

        Assert.Equal(call with { Notice = Notice.Apology, Webhooks = 2, Failures = 1 }, call.Resumes());
    }

    [Fact]
    public void The_apology_is_said_once()
    {
        var call = At.State(TestLines.Flanders, CallState.Hours).Resumes();

        Assert.Equal((Notice.NoInput, 1), (call.Silence().Notice, call.Silence().Tries));
    }

    [Fact]
    public void Lost_webhooks_count_as_webhooks()
    {
        var call = At.State(TestLines.Flanders, CallState.Hours) with { Webhooks = 59 };

        Assert.Equal((CallState.Hours, 60), (call.Resumes().State, call.Resumes().Webhooks));
        Assert.Equal(CallTrigger.TimeUp, call.Resumes().Resumes().EndedBy);
    }

    [Fact]
    public void After_15_minutes_the_call_is_not_taken_up_again()
    {
        var call = At.State(TestLines.Flanders, CallState.Hours);

        Assert.Equal(CallState.Hours, call.Resumes(At.StartTime.AddMinutes(15)).State);
        Assert.Equal(CallTrigger.TimeUp, call.Resumes(At.StartTime.AddMinutes(15).AddTicks(1)).EndedBy);
    }
}
