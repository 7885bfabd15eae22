using System.Text.RegularExpressions;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Emergency;

/// <summary>Entries that are left for a locked login: bounded on all nodes, the same for a login that nobody has, and decided by the company.</summary>
public sealed partial class LockedLoginTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Unknown = "980999999999";
    private const string PassedOn = "Uw uren zijn doorgegeven";
    private const string UsedUp = "kan nu niets meer doorgegeven worden";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(cluster);
        await _server.IsReadyForTheWorstAsync();
        foreach (var login in new[] { TestData.Nl.Login, Unknown })
        {
            await _server.Database.ExecuteAsync(
                $"insert into login_lock (login, failures, locked_until) values ('{login}', 9, '{_server.Clock.GetUtcNow().AddHours(1):u}')");
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_login_that_nobody_has_sounds_the_same_to_the_end()
    {
        foreach (var keys in new[]
                 {
                     $"{TestData.Mistyped}{TestData.InFlanders}1301", $"{TestData.InFlanders}131###", $"1{TestData.NotKnown}131", TestData.InFlanders,
                 })
        {
            var (known, unknown) = (await HeardAsync(TestData.Nl.Login, keys), await HeardAsync(Unknown, keys));
            Assert.Equal(Reference().Replace(known, "9"), Reference().Replace(unknown, "9"));
        }
    }

    [Fact]
    public async Task Five_a_day_hold_for_all_nodes_and_after_a_restart()
    {
        for (var i = 0; i < 3; i++)
            Assert.Contains(PassedOn, await HeardAsync(TestData.Nl.Login, $"{TestData.InFlanders}131"), StringComparison.Ordinal);

        await using (var other = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock))
        {
            await other.IsReadyForTheWorstAsync();
            for (var i = 0; i < 2; i++)
                Assert.Contains(PassedOn, await HeardAsync(TestData.Nl.Login, $"{TestData.InFlanders}131", other), StringComparison.Ordinal);
            await other.HasLoadedAllAsync();
        }

        await using var restarted = await TestServer.StartOnAsync(_server.Database.ConnectionString, _server.Clock);
        Assert.Contains(UsedUp, await HeardAsync(TestData.Nl.Login, TestData.InFlanders, restarted), StringComparison.Ordinal);
        Assert.Equal(5, (await _server.Database.LoadedAsync(5)).Count);
        Assert.Contains(PassedOn, await HeardAsync(Unknown, $"{TestData.InFlanders}131"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_at_the_same_moment_leave_no_more_than_five()
    {
        // This phone does not advance the server's clock.
        using var phone = _server.CreatePhone(options => options with { Clock = null });
        var calls = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => phone.DialAsync(TestData.FlandersLandline)));

        await Task.WhenAll(calls.Select(async call =>
        {
            await call.Presses(TestData.Nl.Keys);
            await call.Presses(TestData.InFlanders);
        }));

        Assert.Equal(7, calls.Count(call => call.Heard.Contains(UsedUp, StringComparison.Ordinal)));
        foreach (var call in calls)
            await call.DisposeAsync();
    }

    [Fact]
    public async Task A_webhook_that_comes_again_when_the_day_is_used_up_has_the_same_answer_and_takes_no_place()
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders);
        var number = call.Exchanges[^1];
        for (var i = 0; i < 4; i++)
            await HeardAsync(TestData.Nl.Login, $"{TestData.InFlanders}131");
        Assert.Contains(UsedUp, await HeardAsync(TestData.Nl.Login, TestData.InFlanders), StringComparison.Ordinal);

        var again = await call.Resends(number);

        Assert.Equal(number.Document.Spoken, again.Document.Spoken);
        Assert.Equal(5, await _server.Database.SingleAsync<int>("select count(*) from locked_login_entry"));
        await call.Presses("131");
        // Said as it was when the place was taken, so that a repeated webhook says the same.
        call.Hears(PassedOn).Hears("Voor nog een prestatie, druk 1.");
    }

    [Fact]
    public async Task Without_the_database_they_are_left_as_in_any_emergency()
    {
        await using var call = await _server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        await _server.Database.ShutAsync();

        await call.Presses($"{TestData.InFlanders}131");
        call.Hears(PassedOn);
        await _server.Database.OpenAgainAsync();

        var row = Assert.Single(await _server.Database.LoadedAsync(1));
        Assert.Equal((TestData.Nl.Login, false, true), (row.Login, row.LoginVerified, row.LoginLocked));
    }

    [Fact]
    public async Task The_company_sees_why_it_waits_and_decides_and_no_other_company_sees_it()
    {
        await Visitors.AddAsync(_server.Database);
        await HeardAsync(TestData.Nl.Login, $"{TestData.InFlanders}131");
        await HeardAsync(Unknown, $"{TestData.InFlanders}131");
        await _server.HasLoadedAllAsync();
        using var own = new Door(_server);
        await own.SignInAsync(Visitors.OfAlfa);
        using var other = new Door(_server);
        await other.SignInAsync(Visitors.OfBeta);

        var page = await own.ReadAsync("/company/emergencies");
        Assert.Contains("Login was locked, password not checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, page, StringComparison.Ordinal);
        Assert.Contains("id=\"empty\"", await other.ReadAsync("/company/emergencies"), StringComparison.Ordinal);

        var id = await _server.Database.SingleAsync<long>($"select id from emergency_entry where login = '{TestData.Nl.Login}'");
        (await own.PostAsync("/company/emergencies", "/company/emergencies?handler=Accept", ("id", $"{id}"))).Dispose();
        var entry = Assert.Single(await _server.Database.FeedAsync());
        Assert.Equal((TestData.Nl.Login, 3), (entry.WorkerLogin, entry.Hours));
    }

    [Fact]
    public async Task It_is_no_outage_and_offers_no_help_desk()
    {
        await using var server = await TestServer.StartOnAsync(
            _server.Database.ConnectionString, _server.Clock, "HelpDesk:Number=+3225550006", "HelpDesk:Hours:Thursday=00:00-23:59");
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        await call.Presses(TestData.Nl.Keys);
        call.DoesNotHear("helpdesk");
        await call.Presses("6#");
        call.DoesNotHear("helpdesk");
        await call.Presses($"{TestData.InFlanders}#131");
        call.Hears(PassedOn).DoesNotHear("helpdesk");

        await server.HasLoadedAllAsync();
        Assert.Equal(0, await _server.Database.SingleAsync<int>("select count(*) from incident"));
    }

    private async Task<string> HeardAsync(string login, string keys, TestServer? server = null)
    {
        await using var call = await (server ?? _server).DialAsync(TestData.FlandersLandline);
        await call.Presses($"{login}#{TestData.Nl.Password}#");
        await call.Presses(keys);
        return call.Heard;
    }

    [GeneratedRegex(@"9 \d \d, \d \d \d, \d \d \d", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
