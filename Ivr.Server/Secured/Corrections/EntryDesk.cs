using Dapper;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Npgsql;

namespace Ivr.Server.Secured.Corrections;

/// <summary>One entry with its corrections, and new ones. What was recorded stays as it is; a correction is a row of its own.</summary>
internal sealed class EntryDesk(CompanyDb db, TimeProvider clock)
{
    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    private const string DayOf = "select service_date from prestation where company_id = @CompanyId and reference = @reference";

    private const string Sql = $"""
        {EntrySql.Select} and entry.reference = @reference;
        select activity::integer, hours::integer, service_date
        from prestation where company_id = @CompanyId and reference = @reference and service_date = @First;
        select number, prestation_correction.activity::integer, prestation_correction.hours::integer, prestation_correction.service_date,
               cancelled, reason, made_by, made_at
        from prestation_correction join prestation on prestation.id = prestation_id and prestation.service_date = recorded_date
        where prestation_correction.company_id = @CompanyId and prestation.company_id = @CompanyId and reference = @reference
              and prestation.service_date = @First
        order by number;
        """;

    /// <summary>An entry by its reference; null when the company has none of it.</summary>
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

    /// <summary>Adds a correction.</summary>
    /// <param name="user">Who makes it.</param>
    /// <param name="reference">Of which entry.</param>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="seen">How many corrections they had seen.</param>
    /// <param name="change">What is to hold.</param>
    /// <param name="reason">Why.</param>
    /// <returns>False when the entry is not the company's, or somebody else corrected it meanwhile: nothing was written.</returns>
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

/// <summary>What is to hold for an entry.</summary>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">1-9.</param>
/// <param name="ServiceDate">The day of the work.</param>
/// <param name="Cancelled">It does not count any more.</param>
internal sealed record Change(int Activity, int Hours, DateOnly ServiceDate, bool Cancelled)
{
    /// <summary>Most days between the date that was recorded and the one that is right.</summary>
    public const int MaxDays = 31;

    /// <summary>Whether this can hold for what was recorded.</summary>
    /// <param name="recorded">What was recorded.</param>
    /// <param name="today">No work is done after today.</param>
    public bool FitsTo(Recorded recorded, DateOnly today) =>
        Activity is >= 1 and <= 4 && Hours is >= 1 and <= 9 && ServiceDate <= today
        && Math.Abs(ServiceDate.DayNumber - recorded.ServiceDate.DayNumber) <= MaxDays;
}

/// <summary>What was recorded on the phone.</summary>
internal sealed record Recorded(int Activity, int Hours, DateOnly ServiceDate);

/// <summary>A correction, with who, when and why.</summary>
internal sealed record Correction(
    int Number, int Activity, int Hours, DateOnly ServiceDate, bool Cancelled, string Reason, string MadeBy, DateTime MadeAt);

/// <summary>An entry and what became of it.</summary>
/// <param name="Entry">As it holds now.</param>
/// <param name="Recorded">As it was recorded.</param>
/// <param name="Corrections">What was corrected, in order.</param>
internal sealed record EntryFile(Entry Entry, Recorded Recorded, IReadOnlyList<Correction> Corrections);
