using Ivr.Tests.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>Calls that did not become a prestation, with the question that was put last; a company's own alone.</summary>
public sealed class AttemptsTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(cluster);
        await People.AddAsync(_server.Database.ConnectionString);
        foreach (var keys in new[]
                 {
                     TestData.Nl.Keys + TestData.InFlanders + "1", TestData.Fr.Keys + TestData.InFlanders + "131",
                     $"{TestData.Nl.Login}#1111#{TestData.Nl.Login}#1111#{TestData.Nl.Login}#1111#",
                 })
        {
            await using var call = await _server.DialAsync(TestData.FlandersLandline);
            await call.Presses(keys);
            if (call.Ending is null)
                await call.HangsUp();
        }

        await using var other = await _server.DialAsync(TestData.FlandersLandline);
        await other.Presses(TestData.De.Keys);
        await other.HangsUp();
        await _server.StopAsync();
        Assert.Equal(4, await _server.Database.SingleAsync<int>("select count(*) from call where ended_at is not null"));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task They_are_told_with_why_and_how_far_they_came()
    {
        await using var server = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        await using var screen = await Screen.OpenAsync(server, chromium);
        await screen.SignInAsync(People.OfAlfa);
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "Calls without an entry" }).ClickAsync();

        var rows = screen.Page.Locator("#attempts tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("Wrong login or password");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Hung up");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("Hours");
        await screen.PhotographAsync("attempts");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Another_company_sees_its_own()
    {
        await using var server = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        using var door = new Door(server);
        await door.SignInAsync(People.OfBeta);

        var page = await door.ReadAsync("/company/attempts");

        Assert.Contains(TestData.De.Login, page, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.Nl.Login, page, StringComparison.Ordinal);
    }
}
