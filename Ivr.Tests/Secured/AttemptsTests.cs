using Ivr.Tests.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.Playwright;

namespace Ivr.Tests.Secured;

/// <summary>Calls without an entry are listed with the last question of each; a company sees its own calls only.</summary>
public sealed class AttemptsTests(TestCluster cluster, Chromium chromium) : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(cluster);
        await Visitors.AddAsync(_server.Database);
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
        await screen.SignInAsync(Visitors.OfAlfa);
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
    public async Task Who_keyed_a_wrong_password_and_then_nothing_is_told_about_the_password()
    {
        await using var server = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses($"{TestData.Nl.Login}#1111#");
            for (var silence = 0; silence < 3; silence++)
                await call.StaysSilent();
        }

        using var door = new Door(server);
        await door.SignInAsync(Visitors.OfAlfa);

        await Eventually.TrueAsync(
            async () => (await door.ReadAsync("/company/attempts")).Split("Wrong login or password").Length == 3, "The call among the attempts");
        Assert.DoesNotContain("Too many tries", await door.ReadAsync("/company/attempts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double_while_more_comes_in()
    {
        await FillAsync(115, "2026-03-10 10:00Z");
        await using var server = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        await using var screen = await Screen.OpenAsync(server, chromium);
        await screen.SignInAsync(Visitors.OfAlfa);
        await screen.GoAsync("/company/attempts?to=2026-03-11");
        var seen = new List<string>(await SecondsAsync(screen));
        Assert.Equal(50, seen.Count);

        await FillAsync(2, "2026-03-10 12:00Z");
        while (await screen.Page.Locator("#next").CountAsync() > 0)
        {
            await screen.GoAsync((await screen.Page.Locator("#next").GetAttributeAsync("href"))!);
            seen.AddRange(await SecondsAsync(screen));
        }

        Assert.Equal(Enumerable.Range(1, 115).Select(seconds => $"{seconds}"), seen);
        await Assertions.Expect(screen.Page.Locator("#first")).ToHaveTextAsync("Newest");
        await screen.GoAsync("/company/attempts?after='.--");
        await screen.GoAsync("/company/attempts?after=9999999999999999999.CA");
        screen.ComplainsOfNothing();
    }

    [Fact]
    public async Task Another_company_sees_its_own()
    {
        await using var server = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        using var door = new Door(server);
        await door.SignInAsync(Visitors.OfBeta);

        var page = await door.ReadAsync("/company/attempts");

        Assert.Contains(TestData.De.Login, page, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.Nl.Login, page, StringComparison.Ordinal);
    }

    // Calls that were hung up, three in the same minute, newest first. The length of each call in seconds is its place in the list.
    private Task FillAsync(int calls, string newest) => _server.Database.ExecuteAsync($$"""
        insert into call (call_sid, started_at, last_at, ended_at, seconds, line, worker_id, company_id, webhooks, step, ending, failed, failures,
                          keys, reprompts, recorded, left_entries, asked, asked_again)
        select 'CA' || left(md5('{{newest}}'), 24) || lpad(to_hex(1000 - n), 8, '0'), at, at, at, n, 'wallonia', worker.id, worker.company_id, 3, 'UserNumber', 'given_up', false, 0,
               1, 0, 0, 0, '{}', '{}'
        from worker,
             (select n, timestamptz '{{newest}}' - interval '1.000001 minutes' * ((n - 1) / 3) as at from generate_series(1, {{calls}}) as n) as calls
        where login = '{{TestData.Nl.Login}}'
        """);

    private static async Task<IEnumerable<string>> SecondsAsync(Screen screen) => await screen.Page.EvalOnSelectorAllAsync<string[]>(
        "#attempts tbody td:last-child", "cells => cells.map(cell => cell.textContent)");
}
