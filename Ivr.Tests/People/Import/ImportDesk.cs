using System.Text;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Tests.People.Import;

/// <summary>Test helper: imports CSV files into a test database.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    public static readonly PasswordHash Passwords =
        new(Options.Create(new PasswordOptions { Pepper = TestCluster.Pepper, Iterations = TestCluster.Iterations }));

    private readonly NpgsqlDataSource _source;
    private readonly CsvImporter _importer;

    public ImportDesk(TestDatabase database)
    {
        Database = database;
        _source = DatabaseServices.CreateSource(database.ConnectionString);
        _importer = new(_source, Passwords.CreateAll);
    }

    /// <summary>Imports into an existing database; disposing the desk leaves the database alone.</summary>
    public ImportDesk(string connectionString)
        : this(new TestDatabase(connectionString))
    {
    }

    /// <summary>Imports rows into a test's database, on a connection that is open already.</summary>
    public static async Task ImportAsync(TestDatabase database, CsvTable table, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await new CsvImporter(database.Source, Passwords.CreateAll).ImportAsync(table, $"{table.Name}.csv", stream);
    }

    public TestDatabase Database { get; }

    public static async Task<ImportDesk> OpenAsync(TestCluster cluster) => new(await cluster.TakeDatabaseAsync());

    /// <summary>Checks a password against a stored hash, as the server does.</summary>
    public static async Task<PasswordCheck> CheckAsync(string hash, string password)
    {
        var job = new HashJob(hash, password);
        Passwords.CheckAll([job]);
        return (await job.Result)!.Value;
    }

    public Task<long> ImportAsync(CsvTable table, string text) => ImportAsync(table, Encoding.UTF8.GetBytes(text));

    public async Task<long> ImportAsync(CsvTable table, byte[] file)
    {
        using var stream = new MemoryStream(file);
        return await _importer.ImportAsync(table, $"{table.Name}.csv", stream);
    }

    /// <summary>
    /// Imports a file. <paramref name="progress"/> gets the number of bytes read so far; <paramref name="hash"/> replaces the usual
    /// password hashing, null keeps it.
    /// </summary>
    public async Task<long> ImportAsync(
        CsvTable table, string text, IProgress<long>? progress, Func<IReadOnlyList<string>, IReadOnlyList<string>>? hash = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new CsvImporter(_source, hash ?? Passwords.CreateAll).ImportAsync(table, $"{table.Name}.csv", stream, progress);
    }

    public Task<string> RefusedAsync(CsvTable table, string text) => RefusedAsync(table, Encoding.UTF8.GetBytes(text));

    /// <summary>Imports a file that the importer must refuse as a whole: no row may change. Returns the message for the user.</summary>
    public async Task<string> RefusedAsync(CsvTable table, byte[] file)
    {
        var before = await EverythingAsync();
        var refused = await Assert.ThrowsAsync<ImportException>(() => ImportAsync(table, file));
        Assert.Equal(before, await EverythingAsync());
        Assert.EndsWith("Nothing was imported.", refused.Message, StringComparison.Ordinal);
        return refused.Message;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await Database.DisposeAsync();
    }

    private Task<string> EverythingAsync() => Database.SingleAsync<string>("""
        select md5(concat(
            (select json_agg(company order by id) from company),
            (select json_agg(worker order by id) from worker),
            (select json_agg(client order by id) from client),
            (select json_agg(saved_client order by worker_id, number) from saved_client)))
        """);
}
