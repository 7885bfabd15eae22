using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>Key 2 at the summary leads to the menu of corrections. One answer is given again, and the summary follows.</summary>
public class CorrectionTests
{
    private static readonly Call Summary = At.State(TestLines.Flanders, CallState.Summary);

    private static readonly Call Menu = Summary.Keys("2");

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void Key_2_at_the_summary_leads_to_the_menu_with_the_whole_draft(string line)
    {
        var summary = At.State(TestLines.Named(line), CallState.Summary);

        Assert.Equal(summary with { State = CallState.MainMenu, Webhooks = 2 }, summary.Keys("2"));
    }

    [Theory]
    [InlineData("1", CallState.UserNumber)]
    [InlineData("2", CallState.Activity)]
    [InlineData("3", CallState.Hours)]
    public void Each_key_of_the_menu_leads_to_its_question(string key, CallState question) =>
        Assert.Equal(Menu with { State = question, Webhooks = 3 }, Menu.Keys(key));

    [Fact]
    public void Correcting_the_hours_costs_one_digit()
    {
        var call = Menu.Keys("3").Keys("5");

        Assert.Equal((CallState.Summary, Summary.Draft with { Hours = 5 }), (call.State, call.Draft));
    }

    [Fact]
    public void Correcting_the_activity_leaves_client_and_hours()
    {
        var call = Menu.Keys("2").Keys("4");

        Assert.Equal((CallState.Summary, Summary.Draft with { Activity = 4 }), (call.State, call.Draft));
    }

    [Fact]
    public void Correcting_the_client_leaves_activity_and_hours()
    {
        var call = Menu.Keys("1").Keys("100000000236").Takes(new ClientResult.Found(36, [1], true));

        Assert.Equal(CallState.Summary, call.State);
        Assert.Equal(
            new Draft { UserNumber = "100000000236", ClientId = 36, IsKnownClient = true, ActivitiesOnRecord = [1], Activity = 1, Hours = 3 },
            call.Draft);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Silence_at_the_menu_returns_to_the_summary_with_all_its_tries(int tries)
    {
        var call = (Menu with { Tries = tries }).Silence();

        Assert.Equal(Summary with { Webhooks = 3 }, call);
    }

    [Fact]
    public void A_number_that_is_refused_leaves_the_client_and_no_key_but_a_number_records_it()
    {
        var call = Menu.Keys("1").Keys("100000000539").Takes(new ClientResult.NotKnown());
        Assert.Equal((CallState.UserNumber, 1, Summary.Draft), (call.State, call.Tries, call.Draft));

        Assert.Equal((CallState.UserNumber, 1), (call.Keys("#").State, call.Keys("#").Tries));
        Assert.Equal((CallState.UserNumber, 2), (call.Silence().State, call.Silence().Tries));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void Silence_and_hash_keep_no_answer(string key)
    {
        var asked = Menu.Keys(key);

        Assert.Equal((asked.State, 1, Notice.NoInput), (asked.Silence().State, asked.Silence().Tries, asked.Silence().Notice));
        Assert.Equal((asked.State, 0), (asked.Keys("#").State, asked.Keys("#").Tries));
    }

    [Fact]
    public void The_next_entry_is_asked_in_full_again()
    {
        var call = Menu.Keys("3").Keys("5").Keys("1").Takes(new StoreResult.Committed(At.Reference, At.UserNumber, 1, 5)).Keys("1")
            .Keys(At.UserNumber).Takes(FlowSteps.Client());

        Assert.Equal((CallState.Activity, CallState.Hours), (call.State, call.Keys("1").State));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void The_draft_may_be_a_duplicate_when_its_activity_is_on_record(int activity, bool duplicate)
    {
        var call = At.State(TestLines.Flanders, CallState.UserNumber).Keys(At.UserNumber).Takes(FlowSteps.Client(1, 3));

        Assert.False(call.Draft.MayBeDuplicate);
        Assert.Equal(duplicate, call.Keys($"{activity}").Draft.MayBeDuplicate);
    }
}
