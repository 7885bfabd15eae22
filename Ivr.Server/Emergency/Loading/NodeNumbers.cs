using Dapper;
using Ivr.Server.Emergency.Journals;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>Gives each journal node numbers of its own, while the database is there to ask.</summary>
public sealed class NodeNumbers(NpgsqlDataSource source, Journal journal, ILogger<NodeNumbers> log)
{
    /// <summary>Takes the lowest number that is free.</summary>
    /// <exception cref="NpgsqlException">The database cannot be asked.</exception>
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
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await connection.ExecuteScalarAsync<short?>(sql, new { journal.Name }) is { } number)
            await journal.TakeNodeAsync(number);
        else
            log.LogError("No node number is free in emergency_node, or another server took it at the same moment: nothing can be left here yet");
    }
}
