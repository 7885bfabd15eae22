using Npgsql;

namespace Ivr.Server.Prestations;

/// <summary>
/// Whether a statement that writes may have been committed. After an attempt is sent and before its answer comes, it may or may not be. The
/// refusal of a later attempt says nothing about an earlier one.
/// </summary>
internal sealed class Doubt
{
    private int _open;

    public bool Remains => Volatile.Read(ref _open) > 0;

    public async Task<T> WhileAsync<T>(Func<Task<T>> attempt)
    {
        Interlocked.Increment(ref _open);
        try
        {
            return await attempt();
        }
        catch (PostgresException e) when (Refuses(e))
        {
            Interlocked.Decrement(ref _open);
            throw;
        }
    }

    // An error that PostgreSQL reports means that nothing is stored, unless the connection or the server ended with it. A lock timeout
    // is not such an error: another delivery of the same confirmation may hold the lock and commit later. Neither is an error of the
    // connection: a pooler that lost PostgreSQL reports it as 08P01.
    private static bool Refuses(PostgresException e) =>
        !e.IsTransient && e.SqlState is not (['0', '8', ..] or PostgresErrorCodes.StatementCompletionUnknown or PostgresErrorCodes.QueryCanceled);
}
