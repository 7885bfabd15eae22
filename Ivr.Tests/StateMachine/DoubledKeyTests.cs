using Ivr.StateMachine;
using Ivr.StateMachine.Answers;
using Ivr.StateMachine.Flow;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>A key that comes twice: at once after a question was put, or within a user number.</summary>
public sealed class DoubledKeyTests
{
    private static readonly DateTimeOffset InTime = At.StartTime.AddSeconds(0.999);
    private static readonly DateTimeOffset Later = At.StartTime.AddSeconds(1);

    private static readonly Call Retry = At.State(TestLines.Flanders, CallState.UserNumber).Keys("100000000539").Takes(new ClientResult.NotKnown());

    public static TheoryData<string, CallState> Questions
    {
        get
        {
            var data = FlowSteps.QuestionsOnLines;
            foreach (var line in TestLines.Names)
            {
                data.Add(line.Data, CallState.Recorded);
                data.Add(line.Data, CallState.Undo);
                data.Add(line.Data, CallState.Undone);
                data.Add(line.Data, CallState.LeftInJournal);
                data.Add(line.Data, CallState.Practised);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void The_same_key_within_a_second_has_the_same_question_put_again(string line, CallState question)
    {
        var asked = At.State(TestLines.Named(line), question).After('1') with { Tries = 1, Notice = Notice.NoMatch };

        Assert.Equal(asked with { Webhooks = 2 }, asked.Keys("1", InTime));
    }

    [Theory]
    [InlineData(CallState.Activity, "1", CallState.Hours)]
    [InlineData(CallState.Hours, "1", CallState.Summary)]
    [InlineData(CallState.Summary, "1", CallState.Storing)]
    [InlineData(CallState.MainMenu, "1", CallState.UserNumber)]
    [InlineData(CallState.Recorded, "1", CallState.UserNumber)]
    [InlineData(CallState.Undo, "1", CallState.Undoing)]
    public void A_second_later_it_is_an_answer_and_so_is_another_key_at_once(CallState question, string key, CallState next)
    {
        var asked = At.State(TestLines.Flanders, question);

        Assert.Equal(next, asked.After('1').Keys(key, Later).State);
        Assert.Equal(next, asked.After('3').Keys(key, InTime).State);
    }

    [Fact]
    public void More_than_that_key_is_an_answer() =>
        Assert.Equal(CallState.LookingUpClient, At.State(TestLines.Flanders, CallState.UserNumber).After('1').Keys(At.UserNumber, InTime).State);

    // The key that the next question notes.
    [Theory]
    [InlineData(CallState.Activity, "1", '1')]
    [InlineData(CallState.Summary, "2", '2')]
    [InlineData(CallState.Activity, "#", '#')]
    [InlineData(CallState.Activity, "", null)]
    [InlineData(CallState.Login, "1", null)]
    [InlineData(CallState.Password, "47110", null)]
    [InlineData(CallState.UserNumber, "100000000135", null)]
    [InlineData(CallState.UserNumber, "1", null)]
    public void A_question_remembers_the_key_that_led_to_it(CallState question, string keys, char? key)
    {
        var asked = At.State(TestLines.Flanders, question);

        Assert.Equal(key is { } one ? new PutQuestion(Later, one) : null, Conversation.Put(asked, keys, asked.Keys(keys), Later).Put);
    }

    [Fact]
    public void The_rest_of_a_number_that_was_started_over_is_no_doubled_key()
    {
        var asked = At.State(TestLines.Flanders, CallState.UserNumber);

        Assert.Null(Conversation.Put(asked, "*10000000013", asked.Keys("*10000000013"), Later).Put);
    }

    [Fact]
    public void A_lost_webhook_forgets_the_key() => Assert.Null(At.State(TestLines.Flanders, CallState.Hours).After('1').Resumes().Put);

    [Fact]
    public void Thirteen_keys_are_awaited_from_the_second_try_on()
    {
        Assert.Equal(12, UserNumber.MaxKeys(At.State(TestLines.Flanders, CallState.UserNumber)));
        Assert.Equal(13, UserNumber.MaxKeys(Retry));
    }

    [Theory]
    [InlineData("1000000001335")]
    [InlineData("1000000001355")]
    [InlineData("1100000000135")]
    [InlineData("1000000000135")]
    [InlineData("100000000135")]
    public void A_number_in_which_one_digit_came_twice_is_seen_through(string keys)
    {
        var call = Retry.Keys(keys);

        Assert.Equal((CallState.LookingUpClient, At.UserNumber), (call.State, call.KeyedUserNumber));
    }

    [Theory]
    [InlineData("1000000001352")]
    [InlineData("1000000001366")]
    [InlineData("10000000013355")]
    [InlineData("100000000133*")]
    public void Thirteen_other_keys_are_no_number(string keys) => Assert.Equal(CallState.UserNumber, Retry.Keys(keys).State);

    [Fact]
    public void A_number_that_is_seen_through_and_not_known_costs_a_try()
    {
        var call = Retry.Keys("1000000005539").Takes(new ClientResult.NotKnown());

        Assert.Equal((CallState.UserNumber, 2, Notice.UserNumberNotKnown), (call.State, call.Tries, call.Notice));
    }

    [Fact]
    public void Two_numbers_with_right_check_digits_are_none()
    {
        // Without one of the doubled keys it is one number, without the other another. Both have right check digits.
        const string keys = "0226964407782";

        Assert.Null(UserNumber.WithoutDoubledKey(keys));
    }
}
