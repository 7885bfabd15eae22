using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>Disturbs other database sessions.</summary>
internal static class SessionActs
{
    /// <summary>Blocks writes to a table until the session's transaction ends. Reads continue.</summary>
    public static Task LockAsync(this NpgsqlConnection session, string table) =>
        session.ExecuteAsync($"lock table {table} in exclusive mode");

    /// <summary>Terminates all other connections to the database.</summary>
    public static Task EndOthersAsync(this NpgsqlConnection session) => session.ExecuteAsync(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
}
