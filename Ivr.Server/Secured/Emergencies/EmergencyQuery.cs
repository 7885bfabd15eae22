using Dapper;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Emergencies;

/// <summary>
/// Entries that a company's workers left while the database did not answer or their login was locked, and the company's decisions about
/// them.
/// </summary>
internal sealed class EmergencyQuery(CompanyDb db, TriedUserNumbers tried, TimeProvider clock)
{
    /// <summary>Maximum number of rows of each list.</summary>
    public const int MaxRows = 100;

    private const string Columns = """
        select emergency_entry.id, emergency_entry.login, worker.name as worker_name, emergency_entry.user_number, client.name as client_name,
               emergency_entry.client_id is not null as client_known, login_verified, login_locked, client_verified,
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

    /// <summary>Waiting entries, oldest first, and decided entries, newest first.</summary>
    public Task<(IReadOnlyList<LeftEntry> Waiting, IReadOnlyList<LeftEntry> Decided)> AskAsync(long companyId, CancellationToken cancellation) =>
        db.AsCompanyAsync<(IReadOnlyList<LeftEntry>, IReadOnlyList<LeftEntry>)>(
            companyId,
            async connection =>
            {
                await using var results = await connection.QueryMultipleAsync(Sql, new { companyId, MaxRows });
                return ((await results.ReadAsync<LeftEntry>()).AsList(), (await results.ReadAsync<LeftEntry>()).AsList());
            },
            cancellation);

    /// <summary>
    /// Accepts an entry as a prestation. <paramref name="userNumber"/> is the right user number when the keyed number belongs to no client;
    /// null otherwise.
    /// </summary>
    public Task<Acceptance> AcceptAsync(SecuredUser user, long id, string? userNumber) => db.AsCompanyAsync(
        user.CompanyId!.Value,
        async connection =>
        {
            if (userNumber is not null && await tried.AreUsedUpAsync(connection, user.CompanyId.Value))
                return Acceptance.UsedUp;
            var reference = await connection.QuerySingleAsync<string?>(
                "select accept_emergency_entry(@id, @userNumber, @Login, @Now)", new { id, userNumber, user.Login, Now = clock.GetUtcNow() });
            if (reference is not null)
                return Acceptance.Accepted;
            if (userNumber is not null)
                await tried.CountAsync(connection, user.CompanyId.Value);
            return Acceptance.NotAccepted;
        });

    /// <summary>Refuses an entry. Returns false when the entry no longer waits, or is not the company's.</summary>
    public Task<bool> RefuseAsync(SecuredUser user, long id, string reason) => db.AsCompanyAsync(
        user.CompanyId!.Value,
        connection => connection.QuerySingleAsync<bool>(
            "select refuse_emergency_entry(@id, @reason, @Login, @Now)", new { id, reason, user.Login, Now = clock.GetUtcNow() }));
}

/// <summary>An entry that was left in an emergency.</summary>
internal sealed record LeftEntry
{
    public long Id { get; init; }

    /// <summary>The login as keyed.</summary>
    public string Login { get; init; } = "";

    /// <summary>Name of the worker with this login; null after erasure.</summary>
    public string? WorkerName { get; init; }

    /// <summary>The user number as keyed.</summary>
    public string UserNumber { get; init; } = "";

    /// <summary>Name of the client with this user number; null when nobody has the number, or after erasure.</summary>
    public string? ClientName { get; init; }

    /// <summary>True when a client has this user number.</summary>
    public bool ClientKnown { get; init; }

    /// <summary>True when login and password were checked before the database failed.</summary>
    public bool LoginVerified { get; init; }

    /// <summary>True when the entry was left because the login was locked.</summary>
    public bool LoginLocked { get; init; }

    /// <summary>True when the user number was looked up before the database failed.</summary>
    public bool ClientVerified { get; init; }

    /// <summary>1-4.</summary>
    public int Activity { get; init; }

    /// <summary>Whole hours, 1-9.</summary>
    public int Hours { get; init; }

    /// <summary>The date of the call.</summary>
    public DateOnly ServiceDate { get; init; }

    /// <summary>When the entry was left, in UTC.</summary>
    public DateTime LeftAt { get; init; }

    /// <summary>True when the caller may have confirmed the entry before without hearing that it was recorded.</summary>
    public bool AfterConfirmation { get; init; }

    /// <summary>The references that the caller may have heard.</summary>
    public string[] References { get; init; } = [];

    /// <summary><c>accepted</c> or <c>refused</c>. Null when the entry waits, or was recorded without a decision.</summary>
    public string? Decision { get; init; }

    /// <summary>Why the entry was refused.</summary>
    public string? Reason { get; init; }

    /// <summary>Login of the user who decided.</summary>
    public string? MadeBy { get; init; }

    /// <summary>When the decision was made, in UTC.</summary>
    public DateTime? MadeAt { get; init; }

    /// <summary>Reference of the prestation that the entry became.</summary>
    public string? Became { get; init; }
}
