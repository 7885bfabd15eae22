using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>After key 2 at the summary all answers are kept, and each question can be answered by keeping the earlier answer.</summary>
public class CorrectionTests
{
    private static readonly Call Summary = At.State(TestLines.Flanders, CallState.Summary);

    private static readonly Call Correcting = Summary.Keys("2");

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Going_back_to_the_main_menu_keeps_the_whole_draft(string line)
    {
        var summary = At.State(TestLines.Named(line), CallState.Summary);

        Assert.Equal(summary with { State = CallState.MainMenu, Webhooks = 2 }, summary.Keys("2"));
    }

    [Fact]
    public void Correcting_the_hours_costs_one_digit()
    {
        // At the user number # ends the input, so # alone arrives as empty input.
        var call = Correcting.Keys("").Takes(FlowSteps.Client()).Keys("#").Keys("5");

        Assert.Equal((CallState.Summary, Summary.Draft with { Hours = 5 }), (call.State, call.Draft));
    }

    [Fact]
    public void Silence_keeps_as_hash_does()
    {
        var call = Correcting.Silence().Takes(FlowSteps.Client()).Silence().Silence();

        Assert.Equal((CallState.Summary, 0, Summary.Draft), (call.State, call.Tries, call.Draft));
    }

    [Fact]
    public void A_kept_user_number_is_looked_up_again()
    {
        var call = Correcting.Silence();

        Assert.Equal((CallState.LookingUpClient, At.UserNumber), (call.State, call.KeyedUserNumber));
        Assert.Equal([1], call.Takes(FlowSteps.Client(1)).Draft.ActivitiesOnRecord);
    }

    [Fact]
    public void A_new_answer_replaces_the_earlier_one_and_that_one_alone()
    {
        var call = Correcting.Keys("100000000236").Takes(new ClientResult.Found(36, [2])).Keys("2").Silence();

        Assert.Equal(CallState.Summary, call.State);
        Assert.Equal(
            new Draft { UserNumber = "100000000236", ClientId = 36, ActivitiesOnRecord = [2], Activity = 2, Hours = 3 },
            call.Draft);
    }

    [Fact]
    public void A_number_that_is_refused_leaves_the_earlier_client_in_the_draft()
    {
        var call = Correcting.Keys("100000000539").Takes(new ClientResult.NotKnown());

        Assert.Equal((CallState.MainMenu, 1, Summary.Draft), (call.State, call.Tries, call.Draft));
        Assert.Equal(At.UserNumber, call.Silence().KeyedUserNumber);
    }

    [Fact]
    public void Keeping_is_still_possible_after_keys_that_were_no_answer()
    {
        var hours = Correcting.Silence().Takes(FlowSteps.Client()).Silence().Keys("0").Keys("*").Keys("#");

        Assert.Equal((CallState.Summary, 3), (hours.State, hours.Draft.Hours));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_draft_may_be_a_duplicate_when_its_activity_is_on_record(int activity, bool duplicate)
    {
        var call = At.State(TestLines.Flanders, CallState.MainMenu).Keys(At.UserNumber).Takes(FlowSteps.Client(1, 3));

        Assert.False(call.Draft.MayBeDuplicate);
        Assert.Equal(duplicate, call.Keys($"{activity}").Draft.MayBeDuplicate);
    }
}
