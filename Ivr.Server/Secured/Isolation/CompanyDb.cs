using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Database.Rights;
using Npgsql;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// The secured area's own access to PostgreSQL. Pages have few connections and their own timeouts, so that the connections of the calls
/// stay free under any load of the pages.
/// </summary>
internal sealed class CompanyDb(SecuredSource source, ReplicaSource replica, CompanyShares shares)
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
        using var share = await shares.TakeAsync(companyId, cancellation);
        return await AsCompanyAsync(_retry, companyId, _ => Task.CompletedTask, work, cancellation);
    }

    /// <summary>
    /// Same for a query whose result may be some seconds old: on the read replica, if there is one. The query may run twice.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    /// <exception cref="TimeoutException">The company's other pages took too long.</exception>
    public async Task<T> ReadAsCompanyAsync<T>(long companyId, Func<NpgsqlConnection, Task<T>> query, CancellationToken cancellation)
    {
        using var share = await shares.TakeAsync(companyId, cancellation);
        return await ReadAsync(
            retry => AsCompanyAsync(retry, companyId, replica.CheckAsync, query, cancellation),
            () => AsCompanyAsync(_retry, companyId, _ => Task.CompletedTask, query, cancellation));
    }

    private static async Task<T> AsCompanyAsync<T>(
        ConnectionRetry retry, long companyId, Func<NpgsqlConnection, Task> check, Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        const string sql = "select set_config('ivr.company_id', @companyId::text, true), set_config('role', session_user || @Suffix, true)";
        NpgsqlTransaction? transaction = null;
        await using var connection = await retry.OpenAsync(
            async connection =>
            {
                transaction = await connection.BeginTransactionAsync(cancellation);
                await check(connection);
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

    /// <summary>
    /// Same for a query whose result may be some seconds old: on the read replica, if there is one.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public Task<T> ReadAsServerAsync<T>(Func<NpgsqlConnection, Task<T>> query, CancellationToken cancellation) => ReadAsync(
        retry => retry.RunAsync(
            async connection =>
            {
                await replica.CheckAsync(connection);
                return await query(connection);
            },
            cancellation),
        () => _retry.RunAsync(query, cancellation));

    // A query that takes too long on the replica would take too long on the primary, at the expense of calls.
    private async Task<T> ReadAsync<T>(Func<ConnectionRetry, Task<T>> onReplica, Func<Task<T>> onPrimary)
    {
        if (!replica.IsUsable)
            return await onPrimary();
        try
        {
            return await onReplica(replica.Retry!);
        }
        catch (Exception e) when (Db.IsFault(e) && e is not PostgresException { SqlState: PostgresErrorCodes.QueryCanceled })
        {
            replica.PauseFor(e);
            return await onPrimary();
        }
    }

    /// <summary>Runs work as the server's role that must not run twice.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused. It is not known whether the work was done.</exception>
    public async Task<T> AsServerOnceAsync<T>(Func<NpgsqlConnection, Task<T>> work)
    {
        await using var connection = await _retry.OpenAsync(connection => connection.ExecuteAsync("select 1"), CancellationToken.None);
        return await work(connection);
    }
}
