using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>The checker detects each kind of violation of entries that were left, and reports none on a correct record.</summary>
public sealed class LeftCheckerTests
{
    private const string Sid = "CA00000000000000000000000000000001";
    private const string Heard = "912345678";
    private const string OnRecord = "123456788";

    private static readonly Operation Left = new(
        "none", Sid, 1, new("980000000011", TestData.InFlanders, 1, 3, 3, 12), CallerKnowledge.Left, Heard);

    private static readonly LeftRow Waiting = new()
    {
        CallSid = Sid,
        EntryNo = 1,
        References = [Heard],
        Login = "980000000011",
        UserNumber = TestData.InFlanders,
        Activity = 1,
        Hours = 3,
        ServiceDate = new(2026, 3, 12),
    };

    private static readonly LeftRow Linked = Waiting with { Status = "recorded", PrestationReference = OnRecord };

    private static readonly FeedRow Row = CheckerTests.Row with { Reference = OnRecord };

    [Fact]
    public void What_was_left_and_waits_once_is_right() => Assert.Empty(Check(Left, [], Waiting));

    [Fact]
    public void Another_server_may_have_given_another_reference_for_it() =>
        Assert.Empty(Check(Left, [], Waiting with { References = ["900000005", Heard] }));

    [Fact]
    public void What_was_left_and_is_linked_to_its_prestation_is_right() => Assert.Empty(Check(Left, [Row], Linked));

    [Fact]
    public void What_was_left_and_is_nowhere_is_lost() => Assert.Equal(Wrong.Lost, Assert.Single(Check(Left, [])).Wrong);

    [Fact]
    public void What_was_left_and_is_on_record_alone_is_lost_as_its_reference_leads_nowhere() =>
        Assert.Equal(Wrong.Lost, Assert.Single(Check(Left, [Row])).Wrong);

    [Fact]
    public void What_waits_twice_is_doubled() => Assert.Equal(Wrong.Doubled, Assert.Single(Check(Left, [], Waiting, Waiting)).Wrong);

    [Theory]
    [InlineData(CallerKnowledge.Left, Heard)]
    [InlineData(CallerKnowledge.Recorded, OnRecord)]
    [InlineData(CallerKnowledge.Unknown, null)]
    public void What_waits_and_is_on_record_too_is_doubled_whatever_was_heard(object outcome, string? reference)
    {
        var operation = Left with { Outcome = (CallerKnowledge)outcome, Reference = reference };
        Assert.Equal(Wrong.Doubled, Assert.Single(Check(operation, [Row], Waiting)).Wrong);
        Assert.Empty(Check(operation, [Row], Linked));
    }

    [Theory]
    [InlineData(TestData.InBrussels, 1, 3)]
    [InlineData(TestData.InFlanders, 2, 3)]
    [InlineData(TestData.InFlanders, 1, 5)]
    public void What_was_corrected_and_left_waits_beside_the_prestation_that_says_something_else(string userNumber, int activity, int hours)
    {
        var earlier = Row with { UserNumber = userNumber, Activity = activity, Hours = hours };
        Assert.Empty(LeftChecker.Check([Left], [earlier], [Waiting with { PrestationReference = OnRecord }]));
        Assert.Equal(Wrong.Lost, Assert.Single(LeftChecker.Check([Left], [earlier], [Linked])).Wrong);
        Assert.Equal(Wrong.Different, Assert.Single(LeftChecker.Check([Left], [earlier], [Waiting])).Wrong);
    }

    [Fact]
    public void What_was_said_to_be_not_kept_must_not_be_left()
    {
        var denied = Left with { Outcome = CallerKnowledge.NotRecorded, Reference = null };
        Assert.Empty(Check(denied, []));
        Assert.Equal(Wrong.Denied, Assert.Single(Check(denied, [], Waiting)).Wrong);
        Assert.Empty(Check(denied with { Outcome = CallerKnowledge.Unknown }, [], Waiting));
    }

    [Fact]
    public void What_is_linked_to_another_prestation_is_different()
    {
        Assert.Equal(Wrong.Different, Assert.Single(Check(Left, [Row], Linked with { PrestationReference = "123456780" })).Wrong);
        Assert.Equal(Wrong.Different, Assert.Single(Check(Left, [], Linked)).Wrong);
    }

    [Fact]
    public void What_is_there_under_another_reference_is_different() =>
        Assert.Equal(Wrong.Different, Assert.Single(Check(Left, [], Waiting with { References = ["900000005"] })).Wrong);

    [Theory]
    [InlineData("980000000022", TestData.InFlanders, 1, 3, 12)]
    [InlineData("980000000011", TestData.InBrussels, 1, 3, 12)]
    [InlineData("980000000011", TestData.InFlanders, 2, 3, 12)]
    [InlineData("980000000011", TestData.InFlanders, 1, 4, 12)]
    [InlineData("980000000011", TestData.InFlanders, 1, 3, 13)]
    public void What_is_there_with_other_content_is_different_even_when_nobody_knows_of_it(
        string login, string userNumber, int activity, int hours, int day)
    {
        var other = Waiting with { Login = login, UserNumber = userNumber, Activity = activity, Hours = hours, ServiceDate = new(2026, 3, day) };
        Assert.Equal(Wrong.Different, Assert.Single(Check(Left, [], other)).Wrong);
        Assert.Equal(Wrong.Different, Assert.Single(Check(Left with { Outcome = CallerKnowledge.Unknown, Reference = null }, [], other)).Wrong);
    }

    [Theory]
    [InlineData("CA00000000000000000000000000000002", 1)]
    [InlineData(Sid, 2)]
    public void What_nobody_left_must_not_be_there(string callSid, int entryNo)
    {
        var wrong = Assert.Single(Check(Left, [], Waiting, Waiting with { CallSid = callSid, EntryNo = entryNo }));
        Assert.Equal((Wrong.Unasked, null), (wrong.Wrong, wrong.Operation));
    }

    private static IReadOnlyList<Violation> Check(Operation operation, IReadOnlyList<FeedRow> rows, params IReadOnlyList<LeftRow> left) =>
        Checker.Check([operation], rows, left);
}
