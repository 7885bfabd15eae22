using System.Net;
using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>A company sees on whose telephones a login is remembered, and has them forgotten.</summary>
public sealed class PhonesTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private const string Mobile = "+32470123456";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.TakeAsync(cluster);
        await Visitors.AddAsync(_server.Database);
        await using var call = await _server.DialAsync(TestData.FlandersMobile, Mobile);
        await call.Presses(TestData.Nl.Keys);
        for (var entry = 0; entry < 3; entry++)
        {
            await call.Presses(TestData.InFlanders + "13");
            await call.Presses("1");
            await call.Presses(entry < 2 ? "1" : "4");
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_phone_is_listed_without_its_number_and_forgotten_with_one_button()
    {
        await using var screen = await Screen.OpenAsync(_server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/phones");
        await Assertions.Expect(screen.Page.Locator("#phones tbody tr")).ToContainTextAsync([TestData.Nl.Login]);
        Assert.DoesNotContain(Mobile[4..], await screen.Page.ContentAsync(), StringComparison.Ordinal);
        await screen.PhotographAsync("phones");

        await screen.Page.Locator("#phones button").ClickAsync();

        await Assertions.Expect(screen.Page.Locator("#done")).ToHaveTextAsync("The phone is forgotten.");
        await Assertions.Expect(screen.Page.Locator("#empty")).ToBeVisibleAsync();
        Assert.Equal("Login", await BeginAsync());
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Another_company_neither_sees_it_nor_forgets_it()
    {
        using var door = new Door(_server);
        await door.SignInAsync(Visitors.OfBeta);

        Assert.DoesNotContain(TestData.Nl.Login, await door.ReadAsync("/company/phones"), StringComparison.Ordinal);
        using var forged = await door.PostAsync("/company/phones", "/company/phones", ("login", TestData.Nl.Login));

        Assert.Equal(HttpStatusCode.Redirect, forged.StatusCode);
        Assert.Equal("Password", await BeginAsync());
    }

    [Fact]
    public async Task It_goes_with_the_worker_to_another_company()
    {
        await _server.Database.ExecuteAsync($"update worker set company_id = (select id from company where company_code = 'BETA') where login = '{TestData.Nl.Login}'");
        using var former = new Door(_server);
        await former.SignInAsync(Visitors.OfAlfa);
        using var next = new Door(_server);
        await next.SignInAsync(Visitors.OfBeta);

        Assert.DoesNotContain(TestData.Nl.Login, await former.ReadAsync("/company/phones"), StringComparison.Ordinal);
        (await former.PostAsync("/company/phones", "/company/phones", ("login", TestData.Nl.Login))).Dispose();
        Assert.Contains(TestData.Nl.Login, await next.ReadAsync("/company/phones"), StringComparison.Ordinal);
        Assert.Equal("Password", await BeginAsync());
    }

    private async Task<string> BeginAsync()
    {
        await using var call = await _server.DialAsync(TestData.FlandersMobile, Mobile);
        return call.Exchanges[^1].Headers["X-Ivr-State"];
    }
}
