using System.Text;
using Ivr.Server.Database.Rights;
using Ivr.Server.Emergency.Journals;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;
using Npgsql;

namespace Ivr.Tests.Database.Rights;

/// <summary>
/// A server that was used in all ways, and the statements that it sent. PostgreSQL checks the rights of a statement also when it only
/// explains it, so each right is taken away in a transaction that is rolled back.
/// </summary>
public sealed class UsedServer(TestCluster cluster) : IAsyncLifetime
{
    // A node number with all its references given: the server asks who owns the number, and takes another.
    private static readonly string UsedUp = Encoding.UTF8.GetString(new NodeTaken(Guid.NewGuid(), 99, EmergencyReference.PerNode).ToBytes());

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _explanations = [];
    private TestDatabase _database = null!;
    private NpgsqlConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.TakeDatabaseAsync();
        await Visitors.AddAsync(_database);
        await using var sent = new SentStatements(_database.ConnectionString);
        await UseAsync(sent.ConnectionString, await LeaveAsync(sent.ConnectionString));
        _connection = await _database.OpenAsync();
        await PrepareAsync(sent.All);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Whether PostgreSQL refuses a statement of the server without this right.</summary>
    internal async Task<bool> NeedsAsync(Right right)
    {
        var it = $"{right.Privilege} {(right.Column == "" ? "" : $"({right.Column})")} on {right.On}";
        await using var transaction = await _connection.BeginTransactionAsync();
        await ExecuteAsync($"revoke {it} from {TestCluster.ServerRole}; set local role {TestCluster.ServerRole}");
        foreach (var explanation in _explanations)
        {
            if (await IsRefusedAsync(explanation))
                return true;
        }

        return false;
    }

    // Returns the lines of a journal after an outage, without the line of the node number.
    private async Task<IReadOnlyList<string>> LeaveAsync(string connectionString)
    {
        await using var server = await TestServer.StartOnAsync(connectionString, new(TestServer.Afternoon));
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await _database.ShutAsync();
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        await _database.OpenAgainAsync();
        await server.HasLoadedAllAsync();
        return [.. Outages.ReadJournal(server.Journal).Split('\n').Where(line => line.Length > 0 && !line.Contains(@"""kind"":""node""", StringComparison.Ordinal))];
    }

    // A server that creates the first key, takes a node number and loads what was left. Then a login after failures and a choice of
    // language, a look-up that finds nothing, an entry, its confirmation delivered twice, and the web pages.
    private async Task UseAsync(string connectionString, IReadOnlyList<string> left)
    {
        Assert.NotEmpty(left);
        await _database.ExecuteAsync("delete from data_protection_key");
        var journal = Directory.CreateDirectory(_folder.In("journal")).FullName;
        await File.WriteAllTextAsync(Path.Combine(journal, "journal-000001.waiting"), UsedUp + string.Concat(left.Select(line => $"{line}\n")));
        await using var server = await TestServer.StartOnAsync(
            connectionString, new(TestServer.Afternoon), $"Emergency:JournalFolder={journal}");
        Assert.Equal(System.Net.HttpStatusCode.OK, await Health.ReadyAsync(server));
        await PhoneAsync(server);
        await RememberAsync(server);
        await LeaveWhileLockedAsync(server);
        await HangUpAtOnceAsync(server);
        await SignInAndOutAsync(server);
        await Eventually.TrueAsync(() => Directory.GetFiles(journal, "*.waiting").Length == 0, "What was left is not loaded.");
        await server.StopAsync();
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("permission denied", StringComparison.Ordinal));
    }

    private static async Task PhoneAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        foreach (var keys in new[]
                 {
                     "2#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", "1234#", $"{TestData.Nl.Login}#", $"{TestData.Nl.Password}#",
                     TestData.NotKnown, "10#", $"{TestData.InFlanders}#", "1", "3", "1", "9", "1",
                 })
        {
            if (call.Ending is null)
                await call.Presses(keys);
        }

        await server.Phone.SendAsync(call.Exchanges[^1].Request);
    }

    // Three entries from a mobile. The login is remembered on it, found in another call, and forgotten.
    private static async Task RememberAsync(TestServer server)
    {
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
                if (call.Ending is null)
                    await call.Presses(keys);
            }
        }
    }

    private async Task LeaveWhileLockedAsync(TestServer server)
    {
        await _database.ExecuteAsync("insert into login_lock (login, failures, locked_until) values ('980999999999', 9, '2026-12-31')");
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses($"980999999999#1234#{TestData.InFlanders}");
    }

    // A call that has ended: its trace is written within a second.
    private async Task HangUpAtOnceAsync(TestServer server)
    {
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.HangsUp();
        await Eventually.TrueAsync(
            () => _database.SingleAsync<bool>("select exists (select from call where ended_at is not null)"), "The trace is not written.");
    }

    // Signs in at the second attempt, opens a page and signs out.
    private static async Task SignInAndOutAsync(TestServer server)
    {
        using var door = new Door(server);
        (await door.TryAsync(Visitors.OfAlfa.Login, "another password")).Dispose();
        await door.SignInAsync(Visitors.OfAlfa);
        await door.ReadAsync("/company");
        (await door.PostAsync("/company", "/company/sign-out")).Dispose();
        using var other = new Door(server);
        await other.SignInAsync(Visitors.Operator);
        await other.ReadAsync("/operator");
    }

    // Prepares the statements under their types, and keeps those that have a plan and that the server's role may run. The plans are for any
    // parameters: a plan for nulls leaves out the tables that no null needs, and no right on them is checked.
    private async Task PrepareAsync(IReadOnlyCollection<Statement> statements)
    {
        await ExecuteAsync("set plan_cache_mode = force_generic_plan");
        var names = (await _database.QueryAsync<(int Id, string Name)>("select oid::integer, format_type(oid, null) from pg_type"))
            .ToDictionary(type => type.Id, type => type.Name);
        List<string> prepared = [];
        foreach (var (sql, types) in statements)
        {
            var name = $"sent_{prepared.Count}";
            var typed = types.Count == 0 ? "" : $" ({string.Join(", ", types.Select(type => type == 0 ? "unknown" : names[type]))})";
            var nothing = types.Count == 0 ? "" : $" ({string.Join(", ", types.Select(_ => "null"))})";
            if (await TryAsync($"prepare {name}{typed} as {sql}", PostgresErrorCodes.SyntaxError))
                prepared.Add($"explain execute {name}{nothing}");
        }

        await ExecuteAsync($"set role {TestCluster.ServerRole}");
        foreach (var explanation in prepared)
        {
            if (!await IsRefusedAsync(explanation))
                _explanations.Add(explanation);
        }

        await ExecuteAsync("reset role");
    }

    private async Task<bool> IsRefusedAsync(string sql) => !await TryAsync(sql, PostgresErrorCodes.InsufficientPrivilege);

    // False if it fails with this error.
    private async Task<bool> TryAsync(string sql, string error)
    {
        try
        {
            await ExecuteAsync(sql);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == error)
        {
            return false;
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync();
    }
}
