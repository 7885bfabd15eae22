using Dapper;
using Ivr.Server.Prestations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Secured.Emergencies;

/// <summary>
/// Limits the user numbers without a client that a company gives for entries, with the limit of refused look-ups on the phone. So existing numbers
/// cannot be found by trial. It counts for each company, because a company can have many accounts and many workers.
/// </summary>
internal sealed class TriedUserNumbers(IOptions<LookUpOptions> options, TimeProvider clock)
{
    /// <summary>
    /// Whether the company has no attempt left. Until the transaction ends, other attempts of the company wait, so that attempts at the
    /// same time are counted too.
    /// </summary>
    public async Task<bool> AreUsedUpAsync(NpgsqlConnection connection, long companyId)
    {
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('refused_user_number', @companyId))", new { companyId });
        var refused = await connection.QuerySingleAsync<int>(
            "select count(*)::integer from refused_user_number where company_id = @companyId and refused_at > @Since",
            new { companyId, Since = clock.GetUtcNow() - ClientDirectory.Remembered });
        return refused >= options.Value.MaxRefusedPerHour;
    }

    public Task CountAsync(NpgsqlConnection connection, long companyId) => connection.ExecuteAsync(
        "insert into refused_user_number (company_id, refused_at) values (@companyId, @Now)", new { companyId, Now = clock.GetUtcNow() });
}
