using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The phone line's own lock on a login.</summary>
public sealed class LoginLockTests(TestCluster cluster)
{
    private const string Unknown = "980999999999";

    [Fact]
    public async Task The_fifth_failure_in_a_row_locks_a_login_for_a_minute_then_for_two_then_for_four()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 5);

        foreach (var (minutes, words) in new[] { (1, "1 minuut"), (2, "2 minuten"), (4, "4 minuten"), (8, "8 minuten") })
        {
            await using (var locked = await server.DialAsync(TestData.FlandersLandline))
            {
                await locked.Presses(TestData.Nl.Keys);
                locked.HearsGoodbye(words);
            }

            server.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await FailAsync(server, TestData.Nl.Login, times: 1);
        }
    }

    [Fact]
    public async Task A_lock_is_never_longer_than_an_hour_and_never_for_good()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 5);
        for (var i = 0; i < 12; i++)
        {
            server.Clock.Advance(TimeSpan.FromHours(1));
            await FailAsync(server, TestData.Nl.Login, times: 1);
        }

        await using (var locked = await server.DialAsync(TestData.FlandersLandline))
        {
            await locked.Presses(TestData.Nl.Keys);
            locked.HearsGoodbye("60 minuten");
        }

        server.Clock.Advance(TimeSpan.FromHours(1));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task Success_starts_the_count_anew()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 4);
        await using (var right = await server.DialAsync(TestData.FlandersLandline))
            await right.Presses(TestData.Nl.Keys);
        await FailAsync(server, TestData.Nl.Login, times: 4);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task A_login_that_nobody_has_is_locked_in_the_same_way()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, Unknown, times: 5);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{Unknown}#11111#");
        call.HearsGoodbye("1 minuut");
    }

    [Fact]
    public async Task The_lock_is_on_the_login_and_not_on_the_caller()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 5);

        await using var call = await server.DialAsync(TestData.FlandersLandline, from: Ivr.Caller.Calls.Phone.Withheld);
        await call.Presses(TestData.Fr.Keys);
        call.HearsIn("fr", "numéro d'utilisateur");
    }

    [Fact]
    public async Task A_lock_that_begins_during_the_call_ends_it()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 4);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        call.Hears("passen niet bij elkaar");
        await call.Presses(TestData.Nl.Keys);
        call.HearsGoodbye("1 minuut");
    }

    [Fact]
    public async Task A_failure_whose_webhook_comes_twice_counts_once_and_sounds_the_same()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 3);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        var heard = call.Heard;
        for (var i = 0; i < 3; i++)
            Assert.Equal(heard, (await call.ResendsLast()).Document.Spoken);

        Assert.Equal(4, await server.Database.SingleAsync<int>("select failures from login_lock"));
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task Guesses_made_at_the_same_moment_in_many_calls_are_no_way_around_the_lock()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        // This phone does not advance the server's clock, so no lock expires during the test.
        using var phone = server.CreatePhone(options => options with { Clock = null });
        var calls = await Task.WhenAll(Enumerable.Range(0, 40).Select(async guess =>
        {
            var call = await phone.DialAsync(TestData.FlandersLandline);
            await call.Presses($"{TestData.Nl.Login}#");
            return (call, guess);
        }));

        await Task.WhenAll(calls.Select(caller => caller.call.Presses($"{10000 + caller.guess}#")));

        Assert.Equal(5, calls.Count(caller => caller.call.Heard.Contains("passen niet bij elkaar", StringComparison.Ordinal)));
        Assert.Equal(35, calls.Count(caller => caller.call.Heard.Contains("1 minuut", StringComparison.Ordinal)));
        foreach (var (call, _) in calls)
            await call.DisposeAsync();
    }

    private static async Task FailAsync(TestServer server, string login, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await call.Interrupts($"{login}#11111#");
            call.Hears("passen niet bij elkaar");
        }
    }
}
