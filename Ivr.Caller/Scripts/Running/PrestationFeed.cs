using Npgsql;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Reads the view prestation_feed, which exists for other systems. It reads nothing else in the database.</summary>
internal sealed class PrestationFeed : IAsyncDisposable
{
    // All columns of the feed, so that a script can name each of them.
    private const string OfCalls = "select * from prestation_feed where call_sid = any($1) order by recorded_at, entry_no";
    private const string OfCaller = "select * from prestation_feed where caller = $1 order by recorded_at, entry_no";

    private readonly NpgsqlDataSource _source;

    private PrestationFeed(NpgsqlDataSource source) => _source = source;

    /// <summary>Opens the view in a database. It does not connect yet.</summary>
    /// <exception cref="UsageException">
    /// The connection string is invalid. The message does not repeat it, because it can contain a password.
    /// </exception>
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

    /// <summary>Reads the prestations of some calls, in the order in which they were recorded.</summary>
    public Task<IReadOnlyList<Row>> OfCallsAsync(IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) =>
        ReadAsync(OfCalls, new NpgsqlParameter<string[]> { TypedValue = [.. callSids] }, cancellationToken);

    /// <summary>Reads the prestations of all calls from a number, in the order in which they were recorded.</summary>
    public Task<IReadOnlyList<Row>> OfCallerAsync(string caller, CancellationToken cancellationToken) =>
        ReadAsync(OfCaller, new NpgsqlParameter<string> { TypedValue = caller }, cancellationToken);

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
