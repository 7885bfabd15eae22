using Ivr.StateMachine;
using Ivr.StateMachine.Answers;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>A short number, 10 to 99, is the worker's own number for a client.</summary>
public class ShortNumberTests
{
    private static readonly Call Menu = At.State(TestLines.Flanders, CallState.UserNumber);

    [Theory]
    [InlineData("10", 10)]
    [InlineData("14", 14)]
    [InlineData("99", 99)]
    [InlineData("1*14", 14)]
    public void Two_digits_of_which_the_first_is_not_0_are_looked_up(string keys, int number)
    {
        var call = Menu.Keys(keys);

        Assert.Equal((CallState.LookingUpClient, number, null), (call.State, call.KeyedShortNumber, call.KeyedUserNumber));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("01")]
    [InlineData("00")]
    [InlineData("100")]
    [InlineData("1#")]
    public void Other_keys_are_none(string keys) =>
        Assert.Equal((CallState.UserNumber, Notice.NoMatch, null), (Menu.Keys(keys).State, Menu.Keys(keys).Notice, Menu.Keys(keys).KeyedShortNumber));

    [Fact]
    public void The_beginning_of_a_number_that_was_cut_off_is_none()
    {
        var cutOff = Menu.Keys("100000000*10");

        Assert.Equal((CallState.UserNumber, "10", null), (cutOff.State, cutOff.KeyedSoFar, cutOff.KeyedShortNumber));
        Assert.Equal(At.UserNumber, cutOff.Keys(At.UserNumber[2..]).KeyedUserNumber);
    }

    [Fact]
    public void Whoever_records_a_call_asks_the_same_question()
    {
        Assert.True(ShortKey.IsShortNumber(Menu, "1*14"));
        foreach (var call in new[] { Menu.Keys("10000000000*"), Menu with { IsPractice = true }, Menu with { IsEmergency = true } })
        {
            Assert.False(ShortKey.IsShortNumber(call, "14"));
            Assert.Equal((CallState.UserNumber, Notice.NoMatch), (call.Keys("14").State, call.Keys("14").Notice));
        }
    }

    [Fact]
    public void Its_client_is_that_of_the_entry_and_is_read_in_full()
    {
        var call = Menu.Keys("14").Takes(Saved());

        Assert.Equal((CallState.Activity, 0, null), (call.State, call.Tries, call.KeyedShortNumber));
        Assert.Equal((At.UserNumber, At.ClientId, false), (call.Draft.UserNumber, call.Draft.ClientId, call.Draft.IsKnownClient));
        Assert.Equal([1], call.Draft.ActivitiesOnRecord);
    }

    [Fact]
    public void To_correct_the_client_it_will_do_too()
    {
        var call = At.State(TestLines.Flanders, CallState.MainMenu) with { Draft = new() { UserNumber = "100000000236", ClientId = 36, Activity = 1, Hours = 3 } };

        var corrected = call.Keys("1").Keys("14").Takes(Saved());

        Assert.Equal((CallState.Summary, At.UserNumber, 3), (corrected.State, corrected.Draft.UserNumber, corrected.Draft.Hours));
    }

    [Fact]
    public void What_it_is_not_is_told_and_costs_a_try()
    {
        foreach (var (result, notice) in new (ClientResult, Notice)[]
                 {
                     (new ClientResult.NotKnown(), Notice.ShortNumberNotKnown),
                     (new ClientResult.Removed(), Notice.ShortNumberRemoved),
                     (new ClientResult.Inactive(), Notice.ClientInactive),
                 })
        {
            var call = Menu.Keys("14").Takes(result);

            Assert.Equal((CallState.UserNumber, notice, 1, null), (call.State, call.Notice, call.Tries, call.KeyedShortNumber));
            Assert.Equal(new Draft(), call.Draft);
        }
    }

    [Fact]
    public void After_three_of_nobody_the_call_ends()
    {
        var call = Menu;
        for (var i = 0; i < 3; i++)
            call = call.Keys("14").Takes(new ClientResult.NotKnown());

        Assert.Equal((CallState.Ended, CallTrigger.TooManyTries), (call.State, call.EndedBy));
    }

    [Fact]
    public void With_the_database_away_the_question_is_put_again_for_the_twelve_digits()
    {
        var call = Menu.Keys("14").IsOnItsOwn();

        Assert.Equal((CallState.UserNumber, Notice.Emergency, 0, true), (call.State, call.Notice, call.Tries, call.IsEmergency));
        Assert.Null(call.KeyedShortNumber);
        Assert.Equal((CallState.UserNumber, Notice.NoMatch), (call.Keys("14").State, call.Keys("14").Notice));
        Assert.Equal(CallState.Activity, call.Keys(At.UserNumber).IsOnItsOwn().State);
    }

    [Fact]
    public void A_new_one_is_known_until_the_next_entry()
    {
        var recorded = At.State(TestLines.Flanders, CallState.Storing).Takes(new StoreResult.Committed(At.Reference, At.UserNumber, 1, 3) { NewShortNumber = 14 });

        Assert.Equal((CallState.Recorded, 14), (recorded.State, recorded.NewShortNumber));
        Assert.Equal(14, recorded.Keys("7").NewShortNumber);
        Assert.Null(recorded.Keys("1").NewShortNumber);
    }

    private static ClientResult.Found Saved() => FlowSteps.Client(1) with { UserNumber = At.UserNumber };
}
