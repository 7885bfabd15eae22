using System.Text;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Tests.Import;

/// <summary>A database with the test data, and somebody who imports files into it.</summary>
internal sealed class ImportDesk : IAsyncDisposable
{
    /// <summary>What hashes passwords here.</summary>
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

    /// <summary>Imports into a database that others see to.</summary>
    public ImportDesk(string connectionString)
        : this(new TestDatabase(connectionString))
    {
    }

    /// <summary>What is in it.</summary>
    public TestDatabase Database { get; }

    public static async Task<ImportDesk> OpenAsync(TestCluster cluster) => new(await cluster.TakeDatabaseAsync());

    /// <summary>Holds a password against a stored hash, as the server does.</summary>
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

    /// <summary>Imports a file with somebody looking on.</summary>
    /// <param name="table">What it is.</param>
    /// <param name="text">What is in it.</param>
    /// <param name="progress">Told how far it has come, in bytes.</param>
    /// <param name="hash">Hashes in the place of the usual; null for the usual.</param>
    public async Task<long> ImportAsync(
        CsvTable table, string text, IProgress<long>? progress, Func<IReadOnlyList<string>, IReadOnlyList<string>>? hash = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new CsvImporter(_source, hash ?? Passwords.CreateAll).ImportAsync(table, $"{table.Name}.csv", stream, progress);
    }

    public Task<string> RefusedAsync(CsvTable table, string text) => RefusedAsync(table, Encoding.UTF8.GetBytes(text));

    /// <summary>Imports a file that must be refused as a whole.</summary>
    /// <returns>What the user is told.</returns>
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
            (select json_agg(client order by id) from client)))
        """);
}
