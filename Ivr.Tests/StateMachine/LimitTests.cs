using Ivr.StateMachine;

namespace Ivr.Tests.StateMachine;

/// <summary>A call has at most 60 webhooks and 15 minutes; a webhook exactly at the limit is still answered.</summary>
public class LimitTests
{
    private static readonly DateTimeOffset InTime = At.StartTime.AddMinutes(15);
    private static readonly DateTimeOffset TooLate = InTime.AddTicks(1);

    public static TheoryData<string, CallState> Questions => FlowSteps.QuestionsOnLines;

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_60th_webhook_is_answered_and_the_61st_ends_the_call(string line, CallState question)
    {
        // The first webhook of the call is its start.
        var call = At.State(TestLines.Named(line), question);
        for (var webhook = 2; webhook <= 60; webhook++)
        {
            call = call.Keys("0");
            Assert.Equal((question, webhook), (call.State, call.Webhooks));
        }

        call = call.Keys("0");

        Assert.Equal((CallState.Ended, CallTrigger.TimeUp), (call.State, call.EndedBy));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void After_15_minutes_exactly_keys_still_count_and_a_moment_later_no_more(string line, CallState question)
    {
        var call = At.State(TestLines.Named(line), question);

        Assert.Equal((question, Notice.Help), (call.Keys("0", InTime).State, call.Keys("0", InTime).Notice));
        Assert.Equal((CallState.Ended, CallTrigger.TimeUp), (call.Keys("0", TooLate).State, call.Keys("0", TooLate).EndedBy));
    }

    [Fact]
    public void A_confirmation_that_comes_too_late_stores_nothing()
    {
        var summary = At.State(TestLines.Flanders, CallState.Summary);

        Assert.Equal(CallState.Storing, summary.Keys("1", InTime).State);
        Assert.Equal(
            summary with { State = CallState.Ended, EndedBy = CallTrigger.TimeUp, Webhooks = 2 },
            summary.Keys("1", TooLate));
        Assert.Equal(CallTrigger.TimeUp, (summary with { Webhooks = 60 }).Keys("1").EndedBy);
    }

    [Fact]
    public void The_time_runs_on_through_all_entries_of_a_call()
    {
        var call = At.State(TestLines.Flanders, CallState.Recorded).Keys("1", InTime);

        Assert.Equal(CallTrigger.TimeUp, call.Keys(At.UserNumber, TooLate).EndedBy);
    }

    [Fact]
    public void Where_the_clock_is_set_makes_no_difference()
    {
        var call = At.State(TestLines.Flanders, CallState.Hours);

        Assert.Equal(CallState.Summary, call.Keys("3", InTime.ToUniversalTime()).State);
        Assert.Equal(CallTrigger.TimeUp, call.Keys("3", TooLate.ToOffset(TimeSpan.FromHours(-5))).EndedBy);
    }
}
