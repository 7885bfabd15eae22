using Ivr.Server.Database.Rights;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database;

/// <summary>The server's role may do nothing that the server could do without: each right is missed by some call when it is gone.</summary>
public sealed class NeededRightsTests(TestCluster cluster)
{
    private const string Denied = "permission denied";

    public static TheoryData<string> Tables => [.. ServerRights.Tables.Select(table => table.Table)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Each_right_on_a_table_is_needed(string table)
    {
        await using var database = new TestDatabase(await cluster.CreateDatabaseAsync());
        Assert.DoesNotContain(Denied, await CallAsync(database), StringComparison.Ordinal);

        foreach (var right in ServerRights.Tables.Single(rights => rights.Table == table).Each())
        {
            var it = $"{right.Privilege} {(right.Column == "" ? "" : $"({right.Column})")} on {right.On}";
            await database.ExecuteAsync($"revoke {it} from {TestCluster.ServerRole}");
            Assert.True((await CallAsync(database)).Contains(Denied, StringComparison.Ordinal), $"Nothing misses {right}.");
            await database.ExecuteAsync($"grant {it} to {TestCluster.ServerRole}");
        }
    }

    // A server that makes the first key, a login with failures before it and a language picked, an entry, and its confirmation twice.
    private static async Task<string> CallAsync(TestDatabase database)
    {
        await database.ExecuteAsync("""
            delete from data_protection_key;
            delete from login_failure;
            delete from login_lock;
            update worker set picked_language = null;
            """);
        await using var server = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon));
        await Health.ReadyAsync(server);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        foreach (var keys in new[]
                 {
                     "2#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#",
                     TestData.InFlanders, "1", "3", "1",
                 })
        {
            // Without the right it may be over by now.
            if (call.Ending is null)
                await call.Presses(keys);
        }

        await server.Phone.SendAsync(call.Exchanges[^1].Request);
        return string.Join('\n', server.Log.Lines.Where(IsOfCall));
    }

    // Readiness looks at every right; only the newest script is something that nothing else asks for.
    private static bool IsOfCall(string line) =>
        !line.Contains("HealthChecks", StringComparison.Ordinal) || line.Contains("schema_migration", StringComparison.Ordinal);
}
