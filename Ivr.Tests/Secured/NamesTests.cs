using Ivr.Tests.Host;
using Ivr.Tests.People.Privacy;

namespace Ivr.Tests.Secured;

/// <summary>A company sees the names of its workers, of former workers who worked for it, and of the clients they worked for.</summary>
public sealed class NamesTests(TestCluster cluster) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Who_left_for_another_company_keeps_their_name_where_they_worked_and_shows_what_they_do_now_elsewhere()
    {
        await CallAsync(TestData.Nl, TestData.InFlanders);
        await _server.Database.ExecuteAsync($"""
            update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'
            """);
        await CallAsync(TestData.Nl, TestData.InBrussels);
        using var former = new Door(_server);
        await former.SignInAsync(Visitors.OfAlfa);
        using var present = new Door(_server);
        await present.SignInAsync(Visitors.OfBeta);

        var (before, now) = (await former.ReadAsync("/company"), await present.ReadAsync("/company"));

        Assert.Contains("Worker nl", before, StringComparison.Ordinal);
        Assert.Contains("Client in Flanders", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Client in Brussels", before, StringComparison.Ordinal);
        Assert.Contains("Worker nl", now, StringComparison.Ordinal);
        Assert.Contains("Client in Brussels", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Client in Flanders", now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_entry_is_left_of_is_purged()
    {
        await using var desk = await PrivacyDesk.OpenAsync(cluster);
        await desk.RecordAsync(TestData.Nl, TestData.InFlanders, "12 years");
        await desk.RecordAsync(TestData.Nl, TestData.InBrussels, "9 years");
        await desk.RecordAsync(TestData.Fr, TestData.InBrussels, "12 years");
        await desk.Database.ExecuteAsync("update worker set company_id = (select id from company where company_code = 'BETA')");

        await desk.PurgesAsync(
            "clients for whom no entry of a company is left: 1 deleted", "workers who left, of whom no entry is left: 2 deleted");

        Assert.Equal([TestData.InBrussels], await desk.Database.QueryAsync<string>("select user_number from company_client join client on client.id = client_id"));
        Assert.Equal([TestData.Nl.Login], await desk.Database.QueryAsync<string>("select login from company_former_worker join worker on worker.id = worker_id"));
    }

    private async Task CallAsync(Worker worker, string userNumber)
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(worker.Keys + userNumber + "131");
    }
}
