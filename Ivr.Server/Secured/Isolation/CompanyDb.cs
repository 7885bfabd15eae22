using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Rights;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// The secured area's own door to PostgreSQL. Pages have few connections and time-outs of their own, so that however many people look at
/// however much, calls find theirs free.
/// </summary>
internal sealed class CompanyDb(SecuredSource source)
{
    private readonly ConnectionRetry _retry = new(source.Pool);

    /// <summary>
    /// Does something in one transaction as one company: as the role that may only do what its pages need, with row-level security
    /// showing the rows of this company alone. Both end with the transaction. It is done once: only its beginning is tried twice.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    public async Task<T> AsCompanyAsync<T>(long companyId, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        const string sql = "select set_config('ivr.company_id', @companyId::text, true), set_config('role', session_user || @Suffix, true)";
        NpgsqlTransaction? transaction = null;
        await using var connection = await _retry.OpenAsync(
            async connection =>
            {
                transaction = await connection.BeginTransactionAsync(cancellation);
                await connection.ExecuteAsync(sql, new { companyId, CompanyRights.Suffix });
            },
            cancellation);
        await using (transaction)
        {
            var result = await work(connection);
            await transaction!.CommitAsync(cancellation);
            return result;
        }
    }

    /// <summary>
    /// Does something as the server itself, which sees the accounts and no names: signing in and out. It is tried twice, so it must bear being
    /// done twice.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    public Task<T> AsServerAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        _retry.RunAsync(work, cancellation);

    /// <summary>Does something as the server itself that must not be done twice.</summary>
    /// <exception cref="NpgsqlException">The database is away, or refused; whether it was done is not known.</exception>
    public async Task<T> AsServerOnceAsync<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await using var connection = await _retry.OpenAsync(connection => connection.ExecuteAsync("select 1"), CancellationToken.None);
        return await work(connection);
    }
}
