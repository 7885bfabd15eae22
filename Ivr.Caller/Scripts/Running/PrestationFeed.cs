using Npgsql;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Scripts.Running;

/// <summary>The view prestation_feed, which is there for other systems to read. Nothing else of the database is looked at.</summary>
internal sealed class PrestationFeed : IAsyncDisposable
{
    // Whatever columns the feed has, so that a script can name each of them.
    private const string OfCalls = "select * from prestation_feed where call_sid = any($1) order by recorded_at, entry_no";
    private const string OfCaller = "select * from prestation_feed where caller = $1 order by recorded_at, entry_no";

    private readonly NpgsqlDataSource _source;

    private PrestationFeed(NpgsqlDataSource source) => _source = source;

    /// <summary>The view in a database; nothing is connected yet.</summary>
    /// <exception cref="UsageException">This is no connection string. What it says is not repeated: a password can stand in it.</exception>
    public static PrestationFeed Open(string connectionString)
    {
        try
        {
            return new(NpgsqlDataSource.Create(connectionString));
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException)
        {
            throw new UsageException("The connection string of the database makes no sense: write Host=...;Database=...;Username=...");
        }
    }

    /// <summary>The prestations of some calls, in the order in which they were made.</summary>
    public Task<IReadOnlyList<Row>> OfCallsAsync(IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) =>
        ReadAsync(OfCalls, new NpgsqlParameter<string[]> { TypedValue = [.. callSids] }, cancellationToken);

    /// <summary>The prestations of all calls from a number, in the order in which they were made.</summary>
    public Task<IReadOnlyList<Row>> OfCallerAsync(string caller, CancellationToken cancellationToken) =>
        ReadAsync(OfCaller, new NpgsqlParameter<string> { TypedValue = caller }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<IReadOnlyList<Row>> ReadAsync(string query, NpgsqlParameter parameter, CancellationToken cancellationToken)
    {
        await using var command = _source.CreateCommand(query);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Row> rows = [];
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, column => PrestationText.Of(reader.GetValue(column))));
        return rows;
    }
}
