using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Rights;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// The secured area's own access to PostgreSQL. Pages have few connections and their own timeouts, so that the connections of the calls
/// stay free under any load of the pages.
/// </summary>
internal sealed class CompanyDb(SecuredSource source, CompanyShares shares)
{
    private readonly ConnectionRetry _retry = new(source.Pool);

    /// <summary>
    /// Runs work in one transaction as one company: with the role that has only the rights of the company's pages, and with row-level
    /// security that shows only this company's rows. Role and company end with the transaction. The work runs once; only the start of the
    /// transaction is retried.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    /// <exception cref="TimeoutException">The company's other pages took too long.</exception>
    public async Task<T> AsCompanyAsync<T>(long companyId, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default)
    {
        const string sql = "select set_config('ivr.company_id', @companyId::text, true), set_config('role', session_user || @Suffix, true)";
        using var share = await shares.TakeAsync(companyId, cancellation);
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
    /// Runs work as the server's role, which can read accounts and no names: for sign-in, sessions and the operator's page. The work may
    /// run twice, so it must be idempotent.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public Task<T> AsServerAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation = default) =>
        _retry.RunAsync(work, cancellation);

    /// <summary>Runs work as the server's role that must not run twice.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused. It is not known whether the work was done.</exception>
    public async Task<T> AsServerOnceAsync<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await using var connection = await _retry.OpenAsync(connection => connection.ExecuteAsync("select 1"), CancellationToken.None);
        return await work(connection);
    }
}
