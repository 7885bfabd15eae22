using System.Net;
using Ivr.Tests.Host;

namespace Ivr.Tests.Secured;

/// <summary>
/// Nobody can find out by trial which user numbers exist: numbers without a client that a company gives for emergency entries are counted.
/// </summary>
public sealed class RightNumberTests(TestCluster cluster) : IAsyncLifetime
{
    private const string NotAccepted = "the user number is nobody&#x27;s";
    private const string UsedUp = "Too many user numbers were nobody&#x27;s. Try again in an hour.";

    private TestServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync(cluster, settings: "LookUps:MaxRefusedPerHour=3");
        await Visitors.AddAsync(_server.Database);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Numbers_of_nobody_count_for_an_hour_and_for_the_whole_company()
    {
        var entry = await LeaveAsync(TestData.Nl);
        using var door = await OpenAsync(Visitors.OfAlfa);
        foreach (var number in new[] { TestData.NotKnown, TestData.Mistyped, TestData.NoLongerActive })
            Assert.Contains(NotAccepted, await TryAsync(door, entry, number), StringComparison.Ordinal);

        // From now on the answer does not tell an existing number from another one.
        Assert.Contains(UsedUp, await TryAsync(door, entry, TestData.NotKnown), StringComparison.Ordinal);
        Assert.Contains(UsedUp, await TryAsync(door, entry, TestData.InFlanders), StringComparison.Ordinal);
        using var again = await OpenAsync(Visitors.OfAlfa);
        Assert.Contains(UsedUp, await TryAsync(again, await LeaveAsync(TestData.Fr), TestData.InFlanders), StringComparison.Ordinal);
        Assert.Empty(await _server.Database.FeedAsync());

        _server.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await OpenAsync(Visitors.OfAlfa);
        Assert.Equal("", await TryAsync(later, entry, TestData.InFlanders));
        Assert.Equal(TestData.InFlanders, Assert.Single(await _server.Database.FeedAsync()).UserNumber);
    }

    [Fact]
    public async Task Another_company_and_entries_of_a_known_client_are_not_held_up()
    {
        var entry = await LeaveAsync(TestData.Nl);
        var known = await LeaveAsync(TestData.Nl, TestData.InBrussels);
        using var door = await OpenAsync(Visitors.OfAlfa);
        for (var i = 0; i < 4; i++)
            await TryAsync(door, entry, TestData.NotKnown);

        using var other = await OpenAsync(Visitors.OfBeta);
        Assert.Equal("", await TryAsync(other, await LeaveAsync(TestData.De), TestData.InWallonia));
        Assert.Equal("", await TryAsync(door, known, userNumber: ""));
    }

    [Fact]
    public async Task Attempts_at_the_same_time_count_too()
    {
        var entry = await LeaveAsync(TestData.Nl);
        var doors = new List<Door>();
        while (doors.Count < 6)
            doors.Add(await OpenAsync(Visitors.OfAlfa));

        var told = await Task.WhenAll(doors.Select(door => TryAsync(door, entry, TestData.NotKnown)));

        Assert.Equal(3, told.Count(text => text.Contains(NotAccepted, StringComparison.Ordinal)));
        Assert.Equal(3, told.Count(text => text.Contains(UsedUp, StringComparison.Ordinal)));
        foreach (var door in doors)
            door.Dispose();
    }

    private async Task<Door> OpenAsync(Person person)
    {
        var door = new Door(_server);
        await door.SignInAsync(person);
        return door;
    }

    // Returns the page that was shown; empty when the entry was accepted.
    private static async Task<string> TryAsync(Door door, long entry, string userNumber)
    {
        using var response = await door.PostAsync(
            "/company/emergencies", "/company/emergencies?handler=Accept", ("id", $"{entry}"), ("userNumber", userNumber));
        return response.StatusCode == HttpStatusCode.Redirect ? "" : await response.Content.ReadAsStringAsync();
    }

    private Task<long> LeaveAsync(Worker worker, string userNumber = TestData.NotKnown) => _server.Database.SingleAsync<long>($"""
        insert into emergency_entry (call_sid, entry_no, login, login_verified, worker_id, user_number, client_verified, client_id, activity, hours,
                                     service_date, language, line, dialled, caller, after_confirmation, left_at)
        select 'CA' || md5(random()::text), 1, login, true, worker.id, '{userNumber}', false, client.id, 1, 3, '2026-03-12', 'nl', 'wallonia', '', '',
               false, now()
        from worker left join client on user_number = '{userNumber}' where login = '{worker.Login}'
        returning id
        """);
}
