using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database.Rights;

/// <summary>An empty database that its owner, who is not a superuser, has migrated. Each test gets a copy.</summary>
public sealed class OwnedDatabase(TestCluster cluster) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase _database = null!;

    /// <summary>The owner's role. Roles belong to the whole cluster, which other tests use at the same time, so it has a name of its own.</summary>
    public string Owner { get; } = $"owner_{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        _database = new(await cluster.CreateEmptyDatabaseAsync());
        await _database.ExecuteAsync($"create role {Owner} login");
        await OwnAsync(_database);

        var (exitCode, _, errors) = await ServerProgram.RunAsync(_folder.Path, "Production", "migrate", $"--ConnectionStrings:Ivr={As(Owner, _database)}");

        Assert.Empty(errors);
        Assert.Equal(0, exitCode);
        await _database.DisposeAsync();
    }

    /// <summary>A connection string for another role.</summary>
    internal static string As(string role, TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Pooling = false }.ConnectionString;

    /// <summary>Makes a copy, which the same role owns.</summary>
    internal async Task<TestDatabase> CopyAsync()
    {
        var copy = new TestDatabase(await cluster.CopyDatabaseAsync(_database.ConnectionString));
        await OwnAsync(copy);
        return copy;
    }

    /// <summary>Makes a copy the superuser's again, without the tables of its owner.</summary>
    internal async Task DisownAsync(TestDatabase database)
    {
        await database.ExecuteAsync($"drop owned by {Owner} cascade");
        await database.ExecuteAsync($"alter database {await NameAsync(database)} owner to current_user");
    }

    public async ValueTask DisposeAsync()
    {
        var left = new TestDatabase(_database.ConnectionString);
        await DisownAsync(left);
        await left.ExecuteAsync($"drop role {Owner}");
        await left.DisposeAsync();
        _folder.Dispose();
    }

    private async Task OwnAsync(TestDatabase database) =>
        await database.ExecuteAsync($"alter database {await NameAsync(database)} owner to {Owner}");

    private static Task<string> NameAsync(TestDatabase database) => database.SingleAsync<string>("select current_database()::text");
}
