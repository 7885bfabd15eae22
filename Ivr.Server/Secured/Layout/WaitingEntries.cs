using Dapper;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Layout;

/// <summary>Counts the emergency entries that wait for a company, for the badge on every page.</summary>
internal sealed class WaitingEntries(CompanyDb db)
{
    /// <summary>Number of emergency entries that wait for <c>@CompanyId</c>.</summary>
    internal const string Sql = """
        select count(*)::integer
        from emergency_entry join worker on worker.id = worker_id
        where status = 'waiting' and worker.company_id = @CompanyId
        """;

    public Task<int> CountAsync(long companyId, CancellationToken cancellation) =>
        db.AsCompanyAsync(companyId, connection => connection.QuerySingleAsync<int>(Sql, new { CompanyId = companyId }), cancellation);
}
