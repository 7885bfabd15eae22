using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>
/// Nobody can find out by trial which user numbers exist: refused look-ups are counted for each call, and for each worker and hour.
/// </summary>
public sealed class TriedUserNumberTests(TestCluster cluster)
{
    private const string UsedUp = "Verschillende gebruikersnummers waren niet te vinden";

    [Fact]
    public async Task A_worker_s_look_ups_in_vain_count_over_all_calls_of_an_hour_and_then_no_longer()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "LookUps:MaxRefusedPerHour=4");
        await TryAsync(server, TestData.Nl, TestData.NotKnown, TestData.Mistyped);
        server.Clock.Advance(TimeSpan.FromMinutes(20));
        await TryAsync(server, TestData.Nl, TestData.NoLongerActive, TestData.NotKnown);

        // From now on the response does not tell a right number from a wrong one.
        Assert.Contains(UsedUp, await TryAsync(server, TestData.Nl, TestData.InFlanders), StringComparison.Ordinal);
        Assert.Contains("numéro", await TryAsync(server, TestData.Fr, TestData.NotKnown), StringComparison.Ordinal);

        server.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Contains("Voor huishoudelijke hulp", await TryAsync(server, TestData.Nl, TestData.InFlanders), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_comes_twice_counts_once_and_sounds_the_same()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "LookUps:MaxRefusedPerHour=2");
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Interrupts(TestData.Nl.Keys + TestData.NotKnown + TestData.Mistyped + "#");
        var heard = call.Heard;
        for (var i = 0; i < 3; i++)
            Assert.Equal(heard, (await call.ResendsLast()).Document.Spoken);

        Assert.Equal(2, await server.Database.SingleAsync<int>("select count(*) from refused_look_up"));
    }

    [Theory]
    [InlineData("LookUps:MaxRefusedPerCall=4")]
    [InlineData("LookUps:MaxRefusedPerHour=4")]
    public async Task One_state_that_is_sent_again_with_other_numbers_is_as_many_look_ups(string limit)
    {
        await using var server = await TestServer.StartAsync(cluster, settings: limit);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Interrupts(TestData.Nl.Keys + TestData.NotKnown);
        var step = call.Exchanges[^1].Request;
        async Task<string> TryAsync(string number) => (await server.Phone.SendAsync(step.With("Digits", number))).Document.Spoken;

        // Existing numbers are not counted, and a refused number counts once, however often it comes.
        string[] numbers = [TestData.Mistyped, TestData.NoLongerActive, TestData.InBrussels, TestData.Mistyped, TestData.NotKnown, "100000000004"];
        foreach (var number in numbers)
            Assert.DoesNotContain(UsedUp, await TryAsync(number), StringComparison.Ordinal);
        Assert.Equal(4, await server.Database.SingleAsync<int>("select count(*) from refused_look_up"));

        // From now on the response does not tell an existing number from another one.
        Assert.Contains(UsedUp, await TryAsync("100000000005"), StringComparison.Ordinal);
        Assert.Contains(UsedUp, await TryAsync(TestData.InFlanders), StringComparison.Ordinal);
        Assert.Equal(4, await server.Database.SingleAsync<int>("select count(*) from refused_look_up"));
    }

    [Fact]
    public async Task The_number_itself_is_not_kept()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await TryAsync(server, TestData.Nl, TestData.NotKnown);
        Assert.DoesNotContain(
            TestData.NotKnown, await server.Database.SingleAsync<string>("select json_agg(refused_look_up)::text from refused_look_up"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_found_leaves_nothing_behind()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await TryAsync(server, TestData.Nl, TestData.InFlanders);
        Assert.Equal(0, await server.Database.SingleAsync<int>("select count(*) from refused_look_up"));
    }

    private static async Task<string> TryAsync(TestServer server, Worker worker, params string[] numbers)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        // From the second number on, # ends it.
        await call.Interrupts(worker.Keys + string.Join('#', numbers) + (numbers.Length > 1 ? "#" : ""));
        return call.Heard;
    }
}
