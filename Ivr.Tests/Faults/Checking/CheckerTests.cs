using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>The checker detects each kind of violation, and reports none on a correct record.</summary>
public sealed class CheckerTests
{
    private const string Sid = "CA00000000000000000000000000000001";
    private const string Reference = "123456788";

    private static readonly KeyedEntry Heard = new("980000000011", TestData.InFlanders, 1, 3, 3, 12);

    internal static readonly FeedRow Row = new()
    {
        CallSid = Sid,
        EntryNo = 1,
        Reference = Reference,
        WorkerLogin = "980000000011",
        UserNumber = TestData.InFlanders,
        Activity = 1,
        Hours = 3,
        ServiceDate = new(2026, 3, 12),
    };

    [Fact]
    public void What_was_heard_recorded_and_is_there_once_is_right() => Assert.Empty(Check(Recorded(), [Row]));

    [Fact]
    public void What_was_heard_recorded_and_is_not_there_is_lost() => Assert.Equal(Wrong.Lost, Assert.Single(Check(Recorded(), [])).Wrong);

    [Fact]
    public void What_is_there_twice_is_doubled_whatever_was_heard()
    {
        FeedRow[] twice = [Row, Row];
        Assert.Equal(Wrong.Doubled, Assert.Single(Check(Recorded(), twice)).Wrong);
        Assert.Equal(Wrong.Doubled, Assert.Single(Check(Of(CallerKnowledge.Unknown), twice)).Wrong);
    }

    [Fact]
    public void What_nobody_knows_may_be_there_or_not()
    {
        Assert.Empty(Check(Of(CallerKnowledge.Unknown), []));
        Assert.Empty(Check(Of(CallerKnowledge.Unknown), [Row]));
    }

    [Fact]
    public void What_is_there_under_another_reference_is_different() =>
        Assert.Equal(Wrong.Different, Assert.Single(Check(Recorded(), [Row with { Reference = "123456780" }])).Wrong);

    [Theory]
    [InlineData("980000000022", TestData.InFlanders, 1, 3, 12)]
    [InlineData("980000000011", TestData.InBrussels, 1, 3, 12)]
    [InlineData("980000000011", TestData.InFlanders, 2, 3, 12)]
    [InlineData("980000000011", TestData.InFlanders, 1, 4, 12)]
    [InlineData("980000000011", TestData.InFlanders, 1, 3, 13)]
    public void What_is_there_with_other_content_is_different_even_when_nobody_knows_of_it(
        string login, string userNumber, int activity, int hours, int day)
    {
        var other = Row with
        {
            WorkerLogin = login,
            UserNumber = userNumber,
            Activity = activity,
            Hours = hours,
            ServiceDate = new(2026, 3, day),
        };
        Assert.Equal(Wrong.Different, Assert.Single(Check(Recorded(), [other])).Wrong);
        Assert.Equal(Wrong.Different, Assert.Single(Check(Of(CallerKnowledge.Unknown), [other])).Wrong);
    }

    [Fact]
    public void What_was_said_to_be_not_recorded_must_not_be_there()
    {
        Assert.Empty(Check(Of(CallerKnowledge.NotRecorded), []));
        Assert.Equal(Wrong.Denied, Assert.Single(Check(Of(CallerKnowledge.NotRecorded), [Row])).Wrong);
    }

    [Theory]
    [InlineData("CA00000000000000000000000000000002", 1)]
    [InlineData(Sid, 2)]
    public void What_nobody_confirmed_must_not_be_there(string callSid, int entryNo)
    {
        var wrong = Assert.Single(Check(Recorded(), [Row, Row with { CallSid = callSid, EntryNo = entryNo }]));
        Assert.Equal((Wrong.Unasked, null), (wrong.Wrong, wrong.Operation));
    }

    private static Operation Recorded() => Of(CallerKnowledge.Recorded) with { Reference = Reference };

    private static Operation Of(CallerKnowledge outcome) => new("none", Sid, 1, Heard, outcome, Reference: null);

    private static IReadOnlyList<Violation> Check(Operation operation, IReadOnlyList<FeedRow> rows) => Checker.Check([operation], rows, left: []);
}
