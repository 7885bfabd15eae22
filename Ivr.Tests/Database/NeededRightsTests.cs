using Ivr.Server.Database.Rights;
using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Database;

/// <summary>The server's role has no right that the server does not need: without any one of them, some use of the server fails.</summary>
public sealed class NeededRightsTests(TestCluster cluster) : IDisposable
{
    private const string Denied = "permission denied";

    // A node number with all its references given: the server asks who owns the number, and takes another.
    private static readonly string UsedUp = System.Text.Encoding.UTF8.GetString(new NodeTaken(Guid.NewGuid(), 99, EmergencyReference.PerNode).ToBytes());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Tables => [.. ServerRights.Tables.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_right_on_a_table_is_needed(string table)
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await Visitors.AddAsync(database.ConnectionString);
        var left = await LeaveAsync(database);
        Assert.NotEmpty(left);
        Assert.DoesNotContain(Denied, await CallAsync(database, table, left), StringComparison.Ordinal);

        foreach (var right in ServerRights.Tables.Single(rights => rights.Table == table).Each())
        {
            var it = $"{right.Privilege} {(right.Column == "" ? "" : $"({right.Column})")} on {right.On}";
            await database.ExecuteAsync($"revoke {it} from {TestCluster.ServerRole}");
            Assert.True((await CallAsync(database, table, left)).Contains(Denied, StringComparison.Ordinal), $"Nothing misses {right}.");
            await database.ExecuteAsync($"grant {it} to {TestCluster.ServerRole}");
        }
    }

    // Returns the lines of a journal after an outage, without the line of the node number.
    private static async Task<IReadOnlyList<string>> LeaveAsync(TestDatabase database)
    {
        await using var server = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon));
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await database.ShutAsync();
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        await database.OpenAgainAsync();
        await server.HasLoadedAllAsync();
        return [.. Outages.ReadJournal(server.Journal).Split('\n').Where(line => line.Length > 0 && !line.Contains(@"""kind"":""node""", StringComparison.Ordinal))];
    }

    // Starts a server that creates the first key, takes a node number and loads what was left. Then a login after failures and a choice of
    // language, a look-up that finds nothing, an entry, its confirmation delivered twice, and the web pages. Stops as soon as a right was
    // denied.
    private async Task<string> CallAsync(TestDatabase database, string table, IReadOnlyList<string> left)
    {
        await database.ExecuteAsync("""
            delete from data_protection_key;
            delete from login_failure;
            delete from login_lock;
            delete from secured_lock;
            delete from secured_session;
            update worker set picked_language = null;
            delete from node;
            """);
        var journal = Directory.CreateDirectory(_folder.In(Guid.NewGuid().ToString("N"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(journal, "journal-000001.waiting"), UsedUp + string.Concat(left.Select(line => $"{line}\n")));
        await using var server = await TestServer.StartOnAsync(
            database.ConnectionString, new(TestServer.Afternoon), $"Emergency:JournalFolder={journal}");
        // First the use that most likely needs a right on this table.
        List<Func<Task>> uses =
        [
            () => Health.ReadyAsync(server), () => PhoneAsync(server), () => SignInAndOutAsync(server), () => LoadAsync(server, journal), server.StopAsync,
        ];
        if (table == "locked_login_entry")
            uses.Insert(0, () => LeaveWhileLockedAsync(server));
        else if (table == "worker_mobile")
            uses.Insert(0, () => RememberAsync(server));
        else if (table is "call" or "ended_call")
            uses.Insert(0, () => HangUpAtOnceAsync(server));
        else if (table.StartsWith("secured", StringComparison.Ordinal))
            uses.Insert(0, () => SignInAndOutAsync(server));
        else if (table.StartsWith("emergency", StringComparison.Ordinal) || table.StartsWith("incident", StringComparison.Ordinal))
            uses.Insert(0, () => LoadAsync(server, journal));
        foreach (var use in uses)
        {
            if (!IsDenied(server))
                await use();
        }

        return Told(server);
    }

    private static async Task PhoneAsync(TestServer server)
    {
        // A server that may not read its keys responds with an error, and the call continues at the fallback URL.
        using var phone = server.CreatePhone(options => options with { FallbackUrl = new(server.Url, "/voice/fallback") });
        await using var call = await phone.DialAsync(TestData.FlandersLandline);
        foreach (var keys in new[]
                 {
                     "2#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#",
                     TestData.NotKnown, "10#", $"{TestData.InFlanders}#", "1", "3", "1", "9", "1",
                 })
        {
            // Without the right the call may be over already.
            if (call.Ending is null && !IsDenied(server))
                await call.Presses(keys);
        }

        await server.Phone.SendAsync(call.Exchanges[^1].Request);
    }

    private static async Task LeaveWhileLockedAsync(TestServer server)
    {
        await server.Database.ExecuteAsync("""
            delete from locked_login_entry;
            insert into login_lock (login, failures, locked_until) values ('980999999999', 9, '2026-12-31')
            """);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"980999999999#1234#{TestData.InFlanders}");
    }

    // Three entries from a mobile. The login is remembered on it, found in another call, and forgotten.
    private static async Task RememberAsync(TestServer server)
    {
        await server.Database.ExecuteAsync("delete from worker_mobile");
        string[] entry = [TestData.InFlanders, "1", "3", "1"];
        string[][] calls =
        [
            [$"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#", .. entry, "1", .. entry, "1", .. entry, "4"],
            [$"{TestData.Nl.Password}#", "4#"],
        ];
        foreach (var answers in calls)
        {
            await using var call = await server.DialAsync(TestData.FlandersMobile, "+32470000001");
            foreach (var keys in answers)
            {
                if (call.Ending is null && !IsDenied(server))
                    await call.Presses(keys);
            }
        }
    }

    // A call that has ended: its trace is written within a second.
    private static async Task HangUpAtOnceAsync(TestServer server)
    {
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.HangsUp();
        await Eventually.TrueAsync(
            async () => IsDenied(server) || await server.Database.SingleAsync<bool>("select exists (select from call where ended_at is not null)"),
            "The trace is neither written nor refused.");
    }

    private static Task LoadAsync(TestServer server, string journal) => Eventually.TrueAsync(
        () => Task.FromResult(IsDenied(server) || Directory.GetFiles(journal, "*.waiting").Length == 0),
        "What was left is neither loaded nor refused.");

    // Signs in at the second attempt, opens a page and signs out. Without the right, some page is an error.
    private static async Task SignInAndOutAsync(TestServer server)
    {
        using var door = new Door(server);
        using var first = await door.GetAsync("/company/sign-in");
        if (!first.IsSuccessStatusCode)
            return;
        (await door.TryAsync(Visitors.OfAlfa.Login, "another password")).Dispose();
        (await door.TryAsync(Visitors.OfAlfa.Login, Visitors.OfAlfa.Password)).Dispose();
        using var today = await door.GetAsync("/company");
        if (today.IsSuccessStatusCode)
            (await door.PostAsync("/company", "/company/sign-out")).Dispose();
        using var other = new Door(server);
        (await other.TryAsync(Visitors.Operator.Login, Visitors.Operator.Password)).Dispose();
        (await other.GetAsync("/operator")).Dispose();
    }

    private static bool IsDenied(TestServer server) => Told(server).Contains(Denied, StringComparison.Ordinal);

    private static string Told(TestServer server) => string.Join('\n', server.Log.Lines.Where(IsOfCall));

    // Readiness checks every right, so its log lines do not count as a use. The exception is the newest migration, which only readiness
    // reads.
    private static bool IsOfCall(string line) =>
        !line.Contains("HealthChecks", StringComparison.Ordinal) || line.Contains("schema_migration", StringComparison.Ordinal);
}
