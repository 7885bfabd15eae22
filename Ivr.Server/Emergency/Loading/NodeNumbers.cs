using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>Reserves a node number for this journal that no other journal has, when the database is available.</summary>
internal sealed class NodeNumbers(NpgsqlDataSource source, Journal journal, ILogger<NodeNumbers> log)
{
    // Reserved in the database, but not yet in the journal: the disk may be full. The next attempt uses this number. Reserving a new one
    // each time would soon use up all numbers.
    private short? _taken;
    private bool _isNoted;
    private bool _lacksNumber;

    /// <summary>Ensures that the journal has a node number with unused references, which no other journal has.</summary>
    /// <exception cref="NpgsqlException">The database is unavailable.</exception>
    /// <exception cref="IOException">The journal could not be written. The number is kept for the next attempt.</exception>
    public async Task HaveAsync(CancellationToken cancellation)
    {
        if (!_isNoted && journal.Node is { } number)
            await NoteAsync(number, cancellation);
        _isNoted = true;
        if (!journal.HasNode)
            await TakeAsync(cancellation);
    }

    // Runs once after startup. A database restored from a backup may not know the number, or may have given it to another journal since.
    private async Task NoteAsync(int number, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await new EmergencyTables(connection).NoteNodeAsync(new(journal.Name, number, Next: 0)))
            return;
        journal.GiveUpNode(number);
        log.LogError("Node number {Number} of this journal belongs to another one: it is given up", number);
    }

    private async Task TakeAsync(CancellationToken cancellation)
    {
        _taken ??= await AskAsync(cancellation);
        if (_taken is not { } number)
            return;
        await journal.TakeNodeAsync(number);
        _taken = null;
        _lacksNumber = false;
        log.LogInformation("References have node number {Number} from now on", number);
    }

    // Returns the lowest free number. Returns null when another server reserved it at the same time; the next attempt then gets the next
    // number.
    private async Task<short?> AskAsync(CancellationToken cancellation)
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
        await using var connection = await source.OpenConnectionAsync(cancellation);
        // No timeout: a COMMIT that is cancelled while it waits for a standby may be lost with the primary, and the number would be given
        // twice.
        var taken = await connection.ExecuteScalarAsync<short?>(sql, new { journal.Name }, commandTimeout: 0);
        if (taken is null && !_lacksNumber && await connection.ExecuteScalarAsync<int>("select count(*) from emergency_node") >= EmergencyReference.Nodes)
        {
            log.LogError("No node number is free in emergency_node: nothing can be left here until one is");
            _lacksNumber = true;
        }

        return taken;
    }
}
