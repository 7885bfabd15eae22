using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Offers of a client while the people behind them change. The usual offers are in <c>CallScripts/offers</c>.</summary>
public sealed class OfferedClientTests(TestCluster cluster)
{
    private const string Plain = "Nu het gebruikersnummer van uw klant.";
    private const string AsLastTime = "Zoals vorige keer: klant 1 3 5, huishoudelijke hulp, 3 uren?";
    private const string OnTheTelephone = "Bent u bij de klant met eindcijfers 1 3 5?";

    [Fact]
    public async Task A_client_who_became_inactive_is_offered_no_more()
    {
        await using var server = await TwoWeeksLaterAsync();
        await server.Database.ExecuteAsync($"update client set active = false where user_number = '{TestData.InFlanders}'");
        await using var call = await LoginAsync(server, TestData.PhoneInFlanders);

        call.Hears(Plain);
        Assert.DoesNotContain("1 3 5", call.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_who_became_inactive_after_the_offer_is_refused_and_the_question_is_the_plain_one()
    {
        await using var server = await TwoWeeksLaterAsync();
        await using var call = await LoginAsync(server);
        call.Hears(AsLastTime);
        await server.Database.ExecuteAsync($"update client set active = false where user_number = '{TestData.InFlanders}'");

        await call.Presses("1#");

        call.Hears("Voor deze klant kunnen we nu niets registreren.");
        call.Hears("Wat is het gebruikersnummer van de klant?");
        Assert.Equal(2, (await server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task A_worker_who_changed_company_is_offered_no_client_of_the_old_one()
    {
        await using var server = await TwoWeeksLaterAsync();
        await server.Database.ExecuteAsync(
            $"update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'");
        await using var call = await LoginAsync(server, TestData.PhoneInFlanders);

        call.Hears(Plain);
        Assert.DoesNotContain("1 3 5", call.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_that_belongs_to_two_clients_by_now_offers_none()
    {
        await using var server = await ADayLaterAsync();
        await using (var before = await LoginAsync(server, TestData.PhoneInFlanders))
            before.Hears(OnTheTelephone);
        await server.Database.ExecuteAsync($"update client set phone = '{TestData.PhoneInFlanders}' where user_number = '{TestData.InBrussels}'");
        await using var call = await LoginAsync(server, TestData.PhoneInFlanders);

        call.Hears(Plain);
    }

    [Fact]
    public async Task A_wrong_password_and_a_colleague_hear_nothing_of_the_client_whose_telephone_they_use()
    {
        await using var server = await ADayLaterAsync();
        await using var wrong = await server.DialAsync(TestData.FlandersLandline, TestData.PhoneInFlanders);
        await wrong.Presses($"{TestData.Nl.Login}#11111#");
        await using var colleague = await server.DialAsync(TestData.FlandersLandline, TestData.PhoneInFlanders);
        await colleague.Presses(TestData.Fr.Keys);

        Assert.DoesNotContain("1 3 5", wrong.Heard, StringComparison.Ordinal);
        colleague.Hears("Maintenant, le numéro d'utilisateur de votre client.");
        Assert.DoesNotContain("1 3 5", colleague.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_calls_of_a_worker_at_once_the_second_that_takes_the_offer_is_warned()
    {
        await using var server = await TwoWeeksLaterAsync();
        await using var one = await LoginAsync(server);
        await using var other = await LoginAsync(server);
        await one.Presses("1#1");
        one.Hears("Uw prestatie is geregistreerd.");

        await other.Presses("1#");

        other.Hears("Let op: dit is vandaag al geregistreerd.");
        Assert.Equal(3, (await server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task The_login_delivered_again_after_the_entry_still_offers_what_it_offered()
    {
        await using var server = await TwoWeeksLaterAsync();
        await using var call = await LoginAsync(server);
        var login = call.Exchanges[^1];
        await call.Presses("1#1");
        call.Hears("Uw prestatie is geregistreerd.");

        var again = await call.Resends(login);

        Assert.Contains(AsLastTime, login.Document.Spoken, StringComparison.Ordinal);
        Assert.Equal(login.Document.Spoken, again.Document.Spoken);
        Assert.Equal(3, (await server.Database.FeedAsync()).Count);
    }

    private async Task<TestServer> ADayLaterAsync()
    {
        var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server, TimeSpan.FromDays(1));
        return server;
    }

    // With an entry on each of the two Thursdays before.
    private async Task<TestServer> TwoWeeksLaterAsync()
    {
        var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server, TimeSpan.FromDays(7));
        await RecordAsync(server, TimeSpan.FromDays(7));
        return server;
    }

    private static async Task RecordAsync(TestServer server, TimeSpan then)
    {
        var began = server.Clock.GetUtcNow();
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        server.Clock.Set(began + then);
    }

    private static async Task<PhoneCall> LoginAsync(TestServer server, string from = Phone.DefaultCaller)
    {
        var call = await server.DialAsync(TestData.FlandersLandline, from);
        return await call.Presses(TestData.Nl.Keys);
    }
}
