using Ivr.Caller.Hearing;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>Nobody hears the entries of somebody else, or of another day.</summary>
public sealed class EntriesOfTodayTests(TestCluster cluster)
{
    [Fact]
    public async Task The_entries_of_another_worker_are_not_heard()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server, TestData.Fr, TestData.InBrussels);
        await RecordAsync(server, TestData.Nl, TestData.InFlanders);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "9#");

        call.Hears("Vandaag staat er één prestatie.").Hears("3 uren, klant 1 3 5.").DoesNotHear("2 3 6");
    }

    [Fact]
    public async Task Nor_those_of_yesterday()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server, TestData.Nl, TestData.InFlanders);
        server.Clock.Advance(TimeSpan.FromDays(1));

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "9#");

        call.Hears("Vandaag is er nog niets geregistreerd.");
    }

    [Fact]
    public async Task A_worker_who_changed_company_still_hears_the_own_entries_of_today()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await RecordAsync(server, TestData.Nl, TestData.InFlanders);
        await server.Database.ExecuteAsync(
            $"update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'");

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "9#");

        call.Hears("3 uren, klant 1 3 5.");
    }

    [Fact]
    public async Task The_reference_is_the_one_that_was_heard()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var heard = await RecordAsync(server, TestData.Nl, TestData.InFlanders);

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + "9#1");

        Assert.Equal(heard, HeardReference.In(call.Heard));
        Assert.Equal(call.Exchanges[^1].Document.Spoken, (await call.ResendsLast()).Document.Spoken);
    }

    [Fact]
    public async Task What_was_kept_in_an_emergency_is_heard_until_the_company_has_decided()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        await using (var first = await server.DialAsync(TestData.FlandersLandline))
        {
            await server.Database.ShutAsync();
            await first.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        }

        await server.Database.OpenAgainAsync();
        await server.HasLoadedAllAsync();
        await using (var second = await server.DialAsync(TestData.FlandersLandline))
        {
            await second.Presses(TestData.Nl.Keys + "9#");
            second.Hears("3 uren, klant 1 3 5, nog niet geregistreerd.");
        }

        await server.Database.ExecuteAsync("update emergency_entry set status = 'refused'");
        await using var third = await server.DialAsync(TestData.FlandersLandline);
        await third.Presses(TestData.Nl.Keys + "9#");
        third.Hears("Vandaag is er nog niets geregistreerd.");
    }

    private static async Task<string?> RecordAsync(TestServer server, Worker worker, string client)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(worker.Keys + client + "131");
        return HeardReference.In(call.Heard);
    }
}
