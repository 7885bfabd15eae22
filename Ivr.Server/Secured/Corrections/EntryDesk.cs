using Dapper;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.StateMachine;
using Npgsql;

namespace Ivr.Server.Secured.Corrections;

/// <summary>
/// Reads an entry with its corrections, and adds corrections. The recorded values stay as they are; a correction is a separate row.
/// </summary>
internal sealed class EntryDesk(CompanyDb db, TimeProvider clock)
{
    public const int LongestReason = 500;

    private const string DayOf = "select service_date from prestation where company_id = @CompanyId and reference = @reference";

    private static readonly string Sql = $"""
        {EntrySql.Select("and entry.reference = @reference")};
        select activity::integer, hours::integer, service_date
        from prestation where company_id = @CompanyId and reference = @reference and service_date = @First;
        select number, prestation_correction.activity::integer, prestation_correction.hours::integer, prestation_correction.service_date,
               cancelled, reason, made_by, made_at, prestation_correction.origin
        from prestation_correction join prestation on prestation.id = prestation_id and prestation.service_date = recorded_date
        where prestation_correction.company_id = @CompanyId and prestation.company_id = @CompanyId and reference = @reference
              and prestation.service_date = @First
        order by number;
        """;

    /// <summary>Finds an entry by its reference; null when the company has no such entry.</summary>
    public Task<EntryFile?> FindAsync(long companyId, string reference, CancellationToken cancellation) => db.AsCompanyAsync(
        companyId,
        async connection =>
        {
            if (await connection.QuerySingleOrDefaultAsync<DateOnly?>(DayOf, new { CompanyId = companyId, reference }) is not { } day)
                return null;
            var days = new RecordedDays(day, day);
            await using var results = await connection.QueryMultipleAsync(Sql, new { CompanyId = companyId, reference, days.First, days.Last });
            return await results.ReadSingleOrDefaultAsync<Entry>() is { } entry
                ? new EntryFile(entry, await results.ReadSingleAsync<Recorded>(), (await results.ReadAsync<Correction>()).AsList())
                : null;
        },
        cancellation);

    /// <summary>
    /// Adds a correction. <paramref name="recorded"/> has the values of the phone. <paramref name="seen"/> is the number of corrections
    /// that the user had seen.
    /// </summary>
    /// <returns>False when the entry is not the company's, or another user corrected it meanwhile; then nothing was written.</returns>
    public async Task<bool> CorrectAsync(SecuredUser user, string reference, Recorded recorded, int seen, Change change, string reason)
    {
        const string sql = """
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason,
                                               made_by, made_at)
            select id, recorded_date, corrections + 1, company_id, @Activity, @Hours, @ServiceDate, @Cancelled, @Reason, @Login, @Now
            from company_entry
            where company_id = @CompanyId and reference = @Reference and recorded_date = @RecordedDate and corrections = @Seen
            """;
        var row = new
        {
            user.CompanyId,
            user.Login,
            Reference = reference,
            RecordedDate = recorded.ServiceDate,
            Seen = seen,
            change.Activity,
            change.Hours,
            change.ServiceDate,
            change.Cancelled,
            Reason = reason,
            Now = clock.GetUtcNow(),
        };
        try
        {
            return await db.AsCompanyAsync(user.CompanyId!.Value, connection => connection.ExecuteAsync(sql, row)) == 1;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }
}

/// <summary>
/// The values that a correction gives an entry. <c>Activity</c> is 1-4, <c>Hours</c> is 1-9. A cancelled entry no longer counts.
/// </summary>
internal sealed record Change(int Activity, int Hours, DateOnly ServiceDate, bool Cancelled)
{
    /// <summary>Maximum number of days between the recorded date and the corrected one.</summary>
    public const int MaxDays = 31;

    /// <summary>True when this is a valid correction of the recorded values. No work is done after <paramref name="today"/>.</summary>
    public bool FitsTo(Recorded recorded, DateOnly today) =>
        Activity is >= 1 and <= Draft.Activities && Hours is >= 1 and <= Draft.MaxHours && ServiceDate <= today
        && Math.Abs(ServiceDate.DayNumber - recorded.ServiceDate.DayNumber) <= MaxDays;
}

/// <summary>The values that were recorded on the phone.</summary>
internal sealed record Recorded(int Activity, int Hours, DateOnly ServiceDate);

/// <summary>A correction with its user, time and reason. <c>Origin</c> is <c>page</c>, or <c>phone</c> when the worker cancelled the entry.</summary>
internal sealed record Correction(
    int Number, int Activity, int Hours, DateOnly ServiceDate, bool Cancelled, string Reason, string MadeBy, DateTime MadeAt, string Origin)
{
    /// <summary>True when the worker cancelled the entry in the call that recorded it.</summary>
    public bool IsByPhone => Origin == "phone";
}

/// <summary>
/// An entry with its history. <c>Entry</c> has the current values, <c>Recorded</c> those of the phone, and <c>Corrections</c> the
/// corrections in order.
/// </summary>
internal sealed record EntryFile(Entry Entry, Recorded Recorded, IReadOnlyList<Correction> Corrections);
