using Ivr.StateMachine;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>The client that is offered at the user number: who offers it, what takes it, and how long it stands.</summary>
public class OfferTests
{
    private static readonly Offer Telephone = new(At.UserNumber, OfferReason.Telephone);
    private static readonly Offer LastTime = new(At.UserNumber, OfferReason.LastTime, Activity: 2, Hours: 5);

    private static readonly Call Asked = At.State(TestLines.Flanders, CallState.UserNumber);

    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_login_brings_the_offer(string line)
    {
        var checking = At.State(TestLines.Named(line), CallState.CheckingLogin);

        Assert.Equal(LastTime, checking.Takes(new LoginResult.Accepted(At.WorkerId, Language.Nl) { Offer = LastTime }).Offer);
        Assert.False(checking.Takes(new LoginResult.Accepted(At.WorkerId, Language.Nl)).IsOffering);
        Assert.False(checking.Takes(new LoginResult.Locked(TimeSpan.FromMinutes(1))).IsOffering);
        Assert.False(checking.IsOnItsOwn().IsOffering);
    }

    [Fact]
    public void Another_entry_offers_the_client_just_served() =>
        Assert.Equal(new Offer(At.UserNumber, OfferReason.SameClient), At.State(TestLines.Flanders, CallState.Recorded).Keys("1").Offer);

    [Fact]
    public void After_an_earlier_confirmation_the_client_on_record_is_offered()
    {
        var recorded = At.State(TestLines.Flanders, CallState.Storing).Takes(new StoreResult.Committed(At.Reference, "100000000236", 1, 3));

        Assert.Equal("100000000236", recorded.Keys("1").Offer?.UserNumber);
    }

    [Fact]
    public void Key_1_takes_the_client_and_the_look_up_decides()
    {
        var taken = Offering(Telephone).Keys("1");
        var found = taken.Takes(FlowSteps.Client(1));

        Assert.Equal((CallState.LookingUpClient, At.UserNumber), (taken.State, taken.KeyedUserNumber));
        Assert.Equal((CallState.Activity, At.UserNumber, At.ClientId, null), (found.State, found.Draft.UserNumber, found.Draft.ClientId, found.Offer));
    }

    [Fact]
    public void Activity_and_hours_that_are_offered_lead_straight_to_the_summary_and_to_no_confirmation()
    {
        var found = Offering(LastTime).Keys("1").Takes(FlowSteps.Client(1));

        Assert.Equal((CallState.Summary, 2, 5, null), (found.State, found.Draft.Activity, found.Draft.Hours, found.Offer));
        Assert.Equal(At.ClientId, found.Draft.ClientId);
    }

    [Fact]
    public void Twelve_digits_are_the_client_of_the_caller_even_those_of_the_offer()
    {
        Assert.Equal(CallState.Activity, Offering(LastTime).Keys("100000000236").Takes(FlowSteps.Client()).State);
        Assert.Equal(CallState.Activity, Offering(LastTime).Keys(At.UserNumber).Takes(FlowSteps.Client()).State);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("1*")]
    [InlineData("01")]
    public void No_other_key_takes_it_and_it_is_offered_again(string keys)
    {
        var again = Offering(LastTime).Keys(keys);

        Assert.Equal((CallState.UserNumber, LastTime), (again.State, again.Offer));
    }

    [Fact]
    public void A_star_starts_over_before_1_as_before_a_number() => Assert.Equal(CallState.LookingUpClient, Offering(Telephone).Keys("55*1").State);

    [Fact]
    public void Silence_and_help_offer_it_again()
    {
        Assert.Equal((1, LastTime), (Offering(LastTime).Silence().Tries, Offering(LastTime).Silence().Offer));
        Assert.Equal((0, LastTime), (Offering(LastTime).Keys("0").Tries, Offering(LastTime).Keys("0").Offer));
        Assert.Equal(LastTime, Offering(LastTime).Resumes().Offer);
    }

    [Fact]
    public void Key_1_without_an_offer_is_no_answer() => Assert.Equal(Asked with { Webhooks = 2, Tries = 1, Notice = Notice.NoMatch }, Asked.Keys("1"));

    [Fact]
    public void The_question_is_the_plain_one_after_any_client_is_refused()
    {
        ClientResult[] refusals = [new ClientResult.Inactive(), new ClientResult.NotKnown()];

        Assert.All(from refusal in refusals from keys in (string[])["1", "100000000236"] select Offering(LastTime).Keys(keys).Takes(refusal), refused =>
        {
            Assert.Equal((CallState.UserNumber, null, new Draft(), 1), (refused.State, refused.Offer, refused.Draft, refused.Tries));
            Assert.Equal((CallState.UserNumber, Notice.NoMatch), (refused.Keys("1").State, refused.Keys("1").Notice));
        });
    }

    [Fact]
    public void What_was_taken_goes_on_as_an_emergency_when_the_database_is_gone()
    {
        var client = Offering(Telephone).Keys("1").IsOnItsOwn();
        var entry = Offering(LastTime).Keys("1").IsOnItsOwn();

        Assert.Equal((CallState.Activity, At.UserNumber, null), (client.State, client.Draft.UserNumber, client.Draft.ClientId));
        Assert.Equal((CallState.Summary, Notice.Emergency, 5), (entry.State, entry.Notice, entry.Draft.Hours));
        Assert.Equal(CallState.Journaling, entry.Keys("1").State);
    }

    [Fact]
    public void An_emergency_offers_nothing()
    {
        var emergency = Offering(LastTime).Resumes().Resumes();

        Assert.True(emergency is { IsEmergency: true, IsOffering: false });
        Assert.Equal((CallState.UserNumber, Notice.NoMatch), (emergency.Keys("1").State, emergency.Keys("1").Notice));
        Assert.False(At.State(TestLines.Flanders, CallState.LeftInJournal).Keys("1").IsOffering);
    }

    [Fact]
    public void A_corrected_client_is_asked_for_without_an_offer()
    {
        var correcting = Offering(LastTime).Keys("1").Takes(FlowSteps.Client()).Keys("2").Keys("1");

        Assert.Equal((CallState.UserNumber, false), (correcting.State, correcting.IsOffering));
        Assert.Equal(2, correcting.Keys("100000000236").Takes(FlowSteps.Client()).Draft.Activity);
    }

    [Fact]
    public void Who_asks_for_another_entry_and_takes_the_offer_at_once_is_heard()
    {
        var menu = At.State(TestLines.Flanders, CallState.Recorded).Keys("1").After('1');

        Assert.Equal(CallState.LookingUpClient, menu.Keys("1", At.StartTime.AddSeconds(0.5)).State);
        Assert.Equal(CallState.UserNumber, (menu with { Offer = null }).Keys("1", At.StartTime.AddSeconds(0.5)).State);
    }

    private static Call Offering(Offer offer) => Asked with { Offer = offer };
}
