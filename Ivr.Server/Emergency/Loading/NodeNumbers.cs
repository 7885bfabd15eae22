using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>Gives each journal node numbers of its own, while the database is there to ask.</summary>
public sealed class NodeNumbers(NpgsqlDataSource source, Journal journal, ILogger<NodeNumbers> log)
{
    // Taken in the database, and not yet written down here: the disk may be full. It is not taken anew, or all would soon be gone.
    private short? _taken;
    private bool _lacksNumber;

    /// <summary>Takes the lowest number that is free.</summary>
    /// <exception cref="NpgsqlException">The database cannot be asked.</exception>
    /// <exception cref="IOException">The journal cannot be written; the number is kept for the next time.</exception>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        const string sql = """
            insert into emergency_node (number, journal)
            select number, @Name
            from generate_series(0, 99) as series(number)
            where not exists (select from emergency_node as taken where taken.number = series.number)
            order by number
            limit 1
            on conflict do nothing
            returning number
            """;
        if (_taken is null)
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            // No time-out: a COMMIT that is cut off while it waits for a standby may be lost with the primary, and be given twice.
            _taken = await connection.ExecuteScalarAsync<short?>(sql, new { journal.Name }, commandTimeout: 0);
        }

        if (_taken is { } number)
        {
            await journal.TakeNodeAsync(number);
            _taken = null;
        }
        else if (!_lacksNumber)
        {
            log.LogError("No node number is free in emergency_node, or another server took it at the same moment: nothing can be left here yet");
            _lacksNumber = true;
        }
    }
}
