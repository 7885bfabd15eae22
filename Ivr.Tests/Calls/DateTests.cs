using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The date is the Brussels date of the first webhook, also at midnight and when the clocks change.</summary>
public sealed class DateTests(TestCluster cluster)
{
    [Theory]
    [InlineData("2026-03-12T23:58:30+01:00", "donderdag 12 maart", "2026-03-12")]
    [InlineData("2026-03-13T00:00:00+01:00", "vrijdag 13 maart", "2026-03-13")]
    [InlineData("2026-12-31T23:59:59+01:00", "donderdag 31 december", "2026-12-31")]
    [InlineData("2027-01-01T00:00:00+01:00", "vrijdag 1 januari", "2027-01-01")]
    [InlineData("2028-02-29T12:00:00+01:00", "dinsdag 29 februari", "2028-02-29")]
    // Brussels is one hour ahead of UTC in winter and two in summer, so the same UTC hour can be on another day.
    [InlineData("2026-01-15T22:30:00Z", "donderdag 15 januari", "2026-01-15")]
    [InlineData("2026-07-15T22:30:00Z", "donderdag 16 juli", "2026-07-16")]
    // The clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October 2026 at 01:00 UTC.
    [InlineData("2026-03-28T22:59:30Z", "zaterdag 28 maart", "2026-03-28")]
    [InlineData("2026-03-28T23:00:00Z", "zondag 29 maart", "2026-03-29")]
    [InlineData("2026-03-29T00:59:59Z", "zondag 29 maart", "2026-03-29")]
    [InlineData("2026-03-29T01:00:00Z", "zondag 29 maart", "2026-03-29")]
    [InlineData("2026-03-29T21:59:59Z", "zondag 29 maart", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "maandag 30 maart", "2026-03-30")]
    [InlineData("2026-10-24T21:59:59Z", "zaterdag 24 oktober", "2026-10-24")]
    [InlineData("2026-10-24T22:00:00Z", "zondag 25 oktober", "2026-10-25")]
    [InlineData("2026-10-25T01:00:00Z", "zondag 25 oktober", "2026-10-25")]
    [InlineData("2026-10-25T22:59:59Z", "zondag 25 oktober", "2026-10-25")]
    [InlineData("2026-10-25T23:00:00Z", "maandag 26 oktober", "2026-10-26")]
    public async Task The_day_is_the_one_in_Brussels_when_the_call_began(string moment, string spoken, string stored)
    {
        await using var server = await TestServer.StartAsync(cluster, DateTimeOffset.Parse(moment));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3");
        call.Hears($"op {spoken}.");
        await call.Presses("1");

        Assert.Equal(DateOnly.Parse(stored), Assert.Single(await server.Database.FeedAsync()).ServiceDate);
    }

    [Fact]
    public async Task A_call_that_runs_over_midnight_keeps_its_day_for_all_its_entries()
    {
        await using var server = await TestServer.StartAsync(cluster, DateTimeOffset.Parse("2026-03-12T23:59:50+01:00"));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "1 3 1" + "1" + TestData.InBrussels + "1 2");
        call.Hears("op donderdag 12 maart.");
        await call.Presses("1");

        Assert.All(await server.Database.FeedAsync(), row => Assert.Equal(new DateOnly(2026, 3, 12), row.ServiceDate));
        Assert.All(await server.Database.FeedAsync(), row => Assert.True(row.RecordedAt > new DateTime(2026, 3, 12, 23, 0, 0, DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("2#", "fr", "le dimanche premier novembre.")]
    [InlineData("3#", "de", "am Sonntag, dem 1. November.")]
    [InlineData("4#", "en", "on Sunday 1 November.")]
    public async Task The_first_of_a_month_is_said_as_each_language_says_it(string pick, string language, string words)
    {
        await using var server = await TestServer.StartAsync(cluster, DateTimeOffset.Parse("2026-11-01T10:00:00+01:00"));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(pick + TestData.Nl.Keys + TestData.InFlanders + "1 3");
        call.HearsIn(language, words);
    }
}
