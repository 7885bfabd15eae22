using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

public sealed class LoginTests(TestCluster cluster)
{
    private const string Unknown = "980999999999";

    [Fact]
    public async Task A_wrong_password_may_be_put_right()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Nl.Login}#11111#");
        call.Hears("passen niet bij elkaar").Hears("Toets uw login in").DoesNotHear("Welkom");
        await call.Presses(TestData.Nl.Keys);
        call.Hears("gebruikersnummer");
    }

    [Fact]
    public async Task Three_wrong_pairs_end_the_call()
    {
        await using var server = await TestServer.TakeAsync(cluster);
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
        await using var server = await TestServer.TakeAsync(cluster);
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
    public async Task The_app_s_block_does_not_stop_the_phone()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.AppBlocked.Keys + TestData.InFlanders + "1 3 1");
        call.Hears("Geregistreerd. Uw referentie is");
    }

    [Fact]
    public async Task An_inactive_worker_hears_so_after_the_right_password()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Inactive.Keys);
        call.HearsGoodbye("Neem contact op met uw onderneming.");
    }

    [Fact]
    public async Task An_inactive_worker_with_a_wrong_password_hears_what_everybody_hears()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"{TestData.Inactive.Login}#11111#");
        call.Hears("passen niet bij elkaar").DoesNotHear("contact");
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_made_anew_at_the_next_login()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "Passwords:Iterations=300");
        const string hash = "select password_hash from worker where login = '980000000011'";
        var imported = await server.Database.SingleAsync<string>(hash);
        for (var i = 0; i < 2; i++)
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await call.Presses(TestData.Nl.Keys);
            call.HearsIn("nl", "gebruikersnummer");
        }

        var renewed = await server.Database.SingleAsync<string>(hash);
        Assert.NotEqual(imported, renewed);
        await using var again = await server.DialAsync(TestData.FlandersLandline);
        await again.Presses(TestData.Nl.Keys);
        again.Hears("gebruikersnummer");
        Assert.Equal(renewed, await server.Database.SingleAsync<string>(hash));
    }
}
