using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>Gives each journal node numbers of its own, while the database is there to ask.</summary>
internal sealed class NodeNumbers(NpgsqlDataSource source, Journal journal, ILogger<NodeNumbers> log)
{
    // Taken in the database, and not yet written down here: the disk may be full. It is not taken anew, or all would soon be gone.
    private short? _taken;
    private bool _isNoted;
    private bool _lacksNumber;

    /// <summary>Sees to it that the journal has a number with references left, which no other journal has.</summary>
    /// <exception cref="NpgsqlException">The database cannot be asked.</exception>
    /// <exception cref="IOException">The journal cannot be written; the number is kept for the next time.</exception>
    public async Task HaveAsync(CancellationToken cancellation)
    {
        if (!_isNoted && journal.Node is { } number)
            await NoteAsync(number, cancellation);
        _isNoted = true;
        if (!journal.HasNode)
            await TakeAsync(cancellation);
    }

    // Once after a start. A database that came from a backup may not know the number, or have given it to another journal since.
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

    // The lowest number that is free; none when another server took it at the same moment, and then the next is free.
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
        // No time-out: a COMMIT that is cut off while it waits for a standby may be lost with the primary, and be given twice.
        var taken = await connection.ExecuteScalarAsync<short?>(sql, new { journal.Name }, commandTimeout: 0);
        if (taken is null && !_lacksNumber && await connection.ExecuteScalarAsync<int>("select count(*) from emergency_node") >= EmergencyReference.Nodes)
        {
            log.LogError("No node number is free in emergency_node: nothing can be left here until one is");
            _lacksNumber = true;
        }

        return taken;
    }
}
