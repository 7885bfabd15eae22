using Dapper;
using Ivr.Server.Database.Rights;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// The secured area's own door to PostgreSQL. Pages have few connections and time-outs of their own, so that however many people look at
/// however much, calls find theirs free.
/// </summary>
public sealed class CompanyDb(SecuredSource source)
{
    /// <summary>
    /// Does something in one transaction as one company: as the role that may only do what its pages need, with row-level security
    /// showing the rows of this company alone. Both end with the transaction.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    public async Task<T> AsCompanyAsync<T>(long companyId, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        const string sql = "select set_config('ivr.company_id', @companyId::text, true), set_config('role', session_user || @Suffix, true)";
        await using var connection = await source.Pool.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(sql, new { companyId, CompanyRights.Suffix });
        var result = await work(connection);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>Does something as the server itself, which sees the accounts and no names: signing in and out.</summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    public async Task<T> AsServerAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        await using var connection = await source.Pool.OpenConnectionAsync(cancellation);
        return await work(connection);
    }
}
