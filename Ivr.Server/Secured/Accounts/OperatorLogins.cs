using System.Diagnostics;
using Dapper;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>The logins of operators. They are read at most once in ten seconds, however many sign in.</summary>
internal sealed class OperatorLogins(CompanyDb db)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Task<HashSet<string>>? _logins;
    private long _readAt;

    /// <exception cref="Npgsql.NpgsqlException">The database is not available, or refused.</exception>
    public async Task<bool> IncludeAsync(string login) => (await CurrentAsync()).Contains(login);

    private Task<HashSet<string>> CurrentAsync()
    {
        lock (_lock)
        {
            if (_logins is null or { IsFaulted: true } || Stopwatch.GetElapsedTime(_readAt) >= Kept)
                (_logins, _readAt) = (ReadAsync(), Stopwatch.GetTimestamp());
            return _logins;
        }
    }

    private Task<HashSet<string>> ReadAsync()
    {
        const string sql = "select user_name from secured_user where role = 'operator'";
        return db.AsServerAsync(async connection => (await connection.QueryAsync<string>(sql)).ToHashSet(StringComparer.Ordinal));
    }
}
