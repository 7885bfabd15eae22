using Ivr.StateMachine;

namespace Ivr.Tests.StateMachine;

/// <summary>9 and # at the user number: the worker's own entries of today, some at a time.</summary>
public sealed class OwnEntriesTests
{
    private static readonly Call Menu = At.State(TestLines.Flanders, CallState.UserNumber);
    private static readonly Call Listing = Menu.Keys("9");

    [Fact]
    public void Nine_asks_for_them() => Assert.Equal(Menu with { State = CallState.ListingEntries, Webhooks = 2 }, Listing);

    [Fact]
    public void Without_any_the_question_for_the_user_number_says_so()
    {
        var call = Listing.Takes(new EntryList(0, 0, []));

        Assert.Equal((CallState.UserNumber, Notice.NoEntries, 0), (call.State, call.Notice, call.Tries));
    }

    [Fact]
    public void They_are_said_and_silence_leads_back_to_the_user_number()
    {
        var said = Listing.Takes(Page(count: 2, first: 0));
        Assert.Equal((CallState.OwnEntries, Page(2, 0)), (said.State, said.Entries));

        Assert.Equal(Menu with { Webhooks = 3 }, said.Silence());
    }

    [Fact]
    public void More_of_them_follow_after_silence()
    {
        var first = Listing.Takes(Page(count: 7, first: 0));
        var asked = first.Silence();
        Assert.Equal((CallState.ListingEntries, 3), (asked.State, asked.Entries!.Said));

        var last = asked.Takes(Page(7, 3)).Silence().Takes(Page(7, 6));
        Assert.Equal((CallState.OwnEntries, false), (last.State, last.Entries!.HasMore));
        Assert.Equal(CallState.UserNumber, last.Silence().State);
    }

    [Fact]
    public void Those_that_are_gone_meanwhile_are_not_missed()
    {
        var call = Listing.Takes(Page(4, 0)).Silence().Takes(new EntryList(3, 3, []));

        Assert.Equal((CallState.UserNumber, Notice.None, null), (call.State, call.Notice, call.Entries));
    }

    [Fact]
    public void One_says_the_references_and_silence_goes_on()
    {
        var call = Listing.Takes(Page(5, 0)).Keys("1");
        Assert.Equal((CallState.OwnEntries, Notice.References, Page(5, 0)), (call.State, call.Notice, call.Entries));

        Assert.Equal(CallState.ListingEntries, call.Silence().State);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("#")]
    [InlineData("*")]
    public void Another_key_has_them_said_again_twice_and_then_leads_on(string keys)
    {
        var call = Listing.Takes(Page(1, 0)).Keys(keys).Keys(keys);
        Assert.Equal((CallState.OwnEntries, 2), (call.State, call.Tries));

        Assert.Equal((CallState.UserNumber, 0, Notice.None), (call.Keys(keys).State, call.Keys(keys).Tries, call.Keys(keys).Notice));
    }

    [Fact]
    public void What_was_to_be_corrected_still_is()
    {
        var correcting = At.State(TestLines.Flanders, CallState.Summary).Keys("2").Keys("1");

        Assert.Equal(correcting.Draft, correcting.Keys("9").Takes(Page(1, 0)).Silence().Draft);
    }

    [Fact]
    public void Without_the_database_the_emergency_begins()
    {
        var call = Listing.IsOnItsOwn();

        Assert.Equal((CallState.UserNumber, Notice.Emergency, true), (call.State, call.Notice, call.IsEmergency));
    }

    [Fact]
    public void After_two_lost_webhooks_the_emergency_is_told_at_the_user_number()
    {
        var call = Listing.Takes(Page(1, 0)).Resumes().Resumes().Silence();

        Assert.Equal((CallState.UserNumber, Notice.Emergency), (call.State, call.Notice));
    }

    [Fact]
    public void An_emergency_has_no_such_key() =>
        Assert.Equal((CallState.UserNumber, Notice.NoMatch), ((Menu with { IsEmergency = true }).Keys("9").State, (Menu with { IsEmergency = true }).Keys("9").Notice));

    private static EntryList Page(int count, int first) => new(
        count,
        first,
        [.. Enumerable.Range(first, Math.Min(count - first, EntryList.MaxAtOnce)).Select(n => new OwnEntry($"{n:000000000}", "135", 3, IsWaiting: false))]);
}
