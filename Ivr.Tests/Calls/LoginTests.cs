using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Login and password, and the phone's own lock.</summary>
public sealed class LoginTests(TestCluster cluster)
{
    private const string Unknown = "980999999999";

    [Fact]
    public async Task A_wrong_password_may_be_put_right()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        call.Hears("passen niet bij elkaar").Hears("Toets uw login in").DoesNotHear("Welkom");
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task Three_wrong_pairs_end_the_call()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        await call.Presses($"{TestData.Fr.Login}#22222#");
        call.Hears("u kunt het nog één keer proberen");
        await call.Presses($"{TestData.De.Login}#33333#");
        call.HearsGoodbye("niet geregistreerd");
    }

    [Fact]
    public async Task An_unknown_login_and_a_wrong_password_sound_the_same()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var known = await server.DialAsync(TestData.FlandersLandline);
        await using var unknown = await server.DialAsync(TestData.FlandersLandline);
        for (var pair = 1; pair <= 3; pair++)
        {
            await known.Presses($"{TestData.Nl.Login}#11111#");
            await unknown.Presses($"{Unknown}#11111#");
            Assert.Equal(known.Heard, unknown.Heard);
        }
    }

    [Fact]
    public async Task The_fifth_failure_in_a_row_locks_a_login_for_a_minute_then_for_two_then_for_four()
    {
        await using var server = await TestServer.StartAsync(cluster);
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
        await using var server = await TestServer.StartAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 5);
        for (var i = 0; i < 12; i++)
        {
            server.Clock.Advance(TimeSpan.FromHours(1));
            await FailAsync(server, TestData.Nl.Login, times: 1);
        }

        server.Clock.Advance(TimeSpan.FromHours(1));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task Success_starts_the_count_anew()
    {
        await using var server = await TestServer.StartAsync(cluster);
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
        await using var server = await TestServer.StartAsync(cluster);
        await FailAsync(server, Unknown, times: 5);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{Unknown}#11111#");
        call.HearsGoodbye("1 minuut");
    }

    [Fact]
    public async Task The_lock_is_on_the_login_and_not_on_the_caller()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 5);

        await using var call = await server.DialAsync(TestData.FlandersLandline, from: Ivr.Caller.Calls.Phone.Withheld);
        await call.Presses(TestData.Fr.Keys);
        call.HearsIn("fr", "numéro d'utilisateur");
    }

    [Fact]
    public async Task A_lock_that_begins_during_the_call_ends_it()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await FailAsync(server, TestData.Nl.Login, times: 4);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        call.Hears("passen niet bij elkaar");
        await call.Presses(TestData.Nl.Keys);
        call.HearsGoodbye("1 minuut");
    }

    [Fact]
    public async Task The_app_s_block_does_not_stop_the_phone()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.AppBlocked.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd");
    }

    [Fact]
    public async Task An_inactive_worker_hears_so_after_the_right_password()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Inactive.Keys);
        call.HearsGoodbye("Neem contact op met uw onderneming.");
    }

    [Fact]
    public async Task An_inactive_worker_with_a_wrong_password_hears_what_everybody_hears()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Inactive.Login}#11111#");
        call.Hears("passen niet bij elkaar").DoesNotHear("contact");
    }

    [Fact]
    public async Task A_failure_whose_webhook_comes_twice_counts_once_and_sounds_the_same()
    {
        await using var server = await TestServer.StartAsync(cluster);
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
