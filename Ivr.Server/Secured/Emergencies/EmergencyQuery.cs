using Dapper;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Emergencies;

/// <summary>What a company's workers left while the database could not answer, and what the company decides about it.</summary>
internal sealed class EmergencyQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Most rows of each list.</summary>
    public const int MaxRows = 100;

    private const string Columns = """
        select emergency_entry.id, emergency_entry.login, worker.name as worker_name, emergency_entry.user_number, client.name as client_name,
               emergency_entry.client_id is not null as client_known, login_verified, client_verified,
               emergency_entry.activity::integer, emergency_entry.hours::integer, emergency_entry.service_date, left_at, after_confirmation,
               array(select reference from emergency_reference where entry_id = emergency_entry.id order by left_at) as "references",
               decision, emergency_decision.reason, emergency_decision.made_by, emergency_decision.made_at, prestation.reference as became
        from emergency_entry
        join worker on worker.id = emergency_entry.worker_id
        left join client on client.id = emergency_entry.client_id
        left join emergency_decision on emergency_decision.entry_id = emergency_entry.id
        left join prestation on prestation.id = prestation_id and prestation.service_date = emergency_entry.service_date
        where worker.company_id = @companyId
        """;

    private const string Sql = $"""
        {Columns} and status = 'waiting' order by left_at, emergency_entry.id limit @MaxRows;
        {Columns} and status <> 'waiting' order by coalesce(emergency_decision.made_at, left_at) desc, emergency_entry.id limit @MaxRows;
        """;

    /// <summary>What waits, oldest first, and what was decided, newest first.</summary>
    public Task<(IReadOnlyList<LeftEntry> Waiting, IReadOnlyList<LeftEntry> Decided)> AskAsync(long companyId, CancellationToken cancellation) =>
        db.AsCompanyAsync<(IReadOnlyList<LeftEntry>, IReadOnlyList<LeftEntry>)>(
            companyId,
            async connection =>
            {
                await using var results = await connection.QueryMultipleAsync(Sql, new { companyId, MaxRows });
                return ((await results.ReadAsync<LeftEntry>()).AsList(), (await results.ReadAsync<LeftEntry>()).AsList());
            },
            cancellation);

    /// <summary>Makes a prestation of one.</summary>
    /// <param name="user">Who accepts it.</param>
    /// <param name="id">Which.</param>
    /// <param name="userNumber">The right user number, where the one that was left is nobody's; null otherwise.</param>
    /// <returns>Its reference; null when it does not wait any more, is not the company's, or the user number is nobody's.</returns>
    public Task<string?> AcceptAsync(SecuredUser user, long id, string? userNumber) => db.AsCompanyAsync(
        user.CompanyId!.Value,
        connection => connection.QuerySingleAsync<string?>(
            "select accept_emergency_entry(@id, @userNumber, @Login, @Now)", new { id, userNumber, user.Login, Now = clock.GetUtcNow() }));

    /// <summary>Refuses one.</summary>
    /// <returns>False when it does not wait any more, or is not the company's.</returns>
    public Task<bool> RefuseAsync(SecuredUser user, long id, string reason) => db.AsCompanyAsync(
        user.CompanyId!.Value,
        connection => connection.QuerySingleAsync<bool>(
            "select refuse_emergency_entry(@id, @reason, @Login, @Now)", new { id, reason, user.Login, Now = clock.GetUtcNow() }));
}

/// <summary>An entry that was left.</summary>
internal sealed record LeftEntry
{
    /// <summary>The row.</summary>
    public long Id { get; init; }

    /// <summary>The login as keyed.</summary>
    public string Login { get; init; } = "";

    /// <summary>Whose login it is; null once erased.</summary>
    public string? WorkerName { get; init; }

    /// <summary>The user number as keyed.</summary>
    public string UserNumber { get; init; } = "";

    /// <summary>Whose it is; null when it is nobody's, or erased.</summary>
    public string? ClientName { get; init; }

    /// <summary>Whether the user number is somebody's.</summary>
    public bool ClientKnown { get; init; }

    /// <summary>Login and password had been checked before the database went away.</summary>
    public bool LoginVerified { get; init; }

    /// <summary>The user number had been looked up before.</summary>
    public bool ClientVerified { get; init; }

    /// <summary>1-4.</summary>
    public int Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int Hours { get; init; }

    /// <summary>The date of the call.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>When it was left, in UTC.</summary>
    public DateTime LeftAt { get; init; }

    /// <summary>The caller may have confirmed it before, and not heard so.</summary>
    public bool AfterConfirmation { get; init; }

    /// <summary>The references that the caller may have heard.</summary>
    public string[] References { get; init; } = [];

    /// <summary><c>accepted</c> or <c>refused</c>; null when it waits, or was recorded by itself.</summary>
    public string? Decision { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>Who decided.</summary>
    public string? MadeBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTime? MadeAt { get; init; }

    /// <summary>The reference of the prestation that it became.</summary>
    public string? Became { get; init; }
}
