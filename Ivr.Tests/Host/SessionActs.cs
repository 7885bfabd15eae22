using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>What one session can do to the others.</summary>
internal static class SessionActs
{
    /// <summary>Lets nobody write to a table until the session's transaction ends; reading goes on.</summary>
    public static Task LockAsync(this NpgsqlConnection session, string table) =>
        session.ExecuteAsync($"lock table {table} in exclusive mode");

    /// <summary>Breaks every other connection to the database.</summary>
    public static Task EndOthersAsync(this NpgsqlConnection session) => session.ExecuteAsync(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
}
