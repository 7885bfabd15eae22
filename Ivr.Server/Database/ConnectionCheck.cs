using Dapper;
using Npgsql;

namespace Ivr.Server.Database;

/// <summary>
/// Checks each new connection: what the server promises to callers depends on settings and session state that a pooler such as PgBouncer
/// may drop without an error.
/// </summary>
internal static class ConnectionCheck
{
    /// <summary>PostgreSQL itself ends a wait for a lock after this time.</summary>
    public const int LockMilliseconds = 2500;

    private const string ProcessId = "select pg_backend_pid()";

    private const string Settings = """
        select current_setting('synchronous_commit') as synchronous_commit,
               (extract(epoch from current_setting('lock_timeout')::interval) * 1000)::integer as lock_timeout
        """;

    /// <summary>Whether the statement belongs to a check. It is no part of a request, so no trace has it.</summary>
    public static bool Sends(NpgsqlCommand command) => command.CommandText is ProcessId or Settings;

    /// <summary>A connection that must lead to PostgreSQL itself. Its settings are part of its start, and hold.</summary>
    /// <exception cref="UnsafeConnectionException">It leads to a pooler.</exception>
    public static async Task IsDirectAsync(NpgsqlConnection connection)
    {
        // A pooler gives its clients a process id of its own.
        if (await connection.ExecuteScalarAsync<int>(ProcessId) != connection.ProcessID)
            throw new UnsafeConnectionException(UnsafeConnectionException.Pooler);
    }

    /// <summary>A connection that may lead through a pooler. Its settings are those of its role.</summary>
    /// <exception cref="UnsafeConnectionException">The role does not have the settings.</exception>
    public static async Task HoldsAsync(NpgsqlConnection connection)
    {
        var (synchronousCommit, lockTimeout) = await connection.QuerySingleAsync<(string, int)>(Settings);
        if (synchronousCommit is not ("on" or "remote_apply") || lockTimeout is not (> 0 and <= LockMilliseconds))
        {
            throw new UnsafeConnectionException(
                $"On ConnectionStrings:Ivr, synchronous_commit is {synchronousCommit} and lock_timeout {lockTimeout} ms. A pooler drops what the server "
                + "sets, so the role must have it: alter role ... set synchronous_commit = on; "
                + $"alter role ... set lock_timeout = '{LockMilliseconds}ms'; then let the pooler connect again.");
        }
    }
}
