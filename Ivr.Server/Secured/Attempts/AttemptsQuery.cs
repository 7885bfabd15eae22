using Dapper;
using Ivr.Server.CallTrace;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Attempts;

/// <summary>Calls under the login of a company's worker that did not become a prestation.</summary>
internal sealed class AttemptsQuery(CompanyDb db)
{
    private const string Sql = $"""
        select call_sid, started_at, worker.login as worker_login, worker.name as worker_name, line, step, outcome, seconds, keys, reprompts
        from call left join worker on worker.id = worker_id
        where call.company_id = @companyId and started_at >= @From and started_at < @Before
              and outcome not in ('{CallOutcome.Recorded}', '{CallOutcome.InProgress}')
              and (@CallSid::text is null or (started_at, call_sid) < (@StartedAt, @CallSid))
        order by started_at desc, call_sid desc
        limit @Most
        """;

    /// <summary>
    /// One page of calls, newest first. <paramref name="after"/> is the end of the page before; null for the first page.
    /// <paramref name="most"/> is the maximum number of rows.
    /// </summary>
    public Task<IReadOnlyList<Attempt>> AskAsync(
        long companyId, DateOnly from, DateOnly to, AttemptPlace? after, int most, CancellationToken cancellation)
    {
        var asked = new
        {
            companyId,
            From = BrusselsTime.MidnightOf(from),
            Before = BrusselsTime.MidnightOf(to.AddDays(1)),
            StartedAt = after?.StartedAt ?? DateTime.UnixEpoch,
            after?.CallSid,
            Most = most,
        };
        return db.AsCompanyAsync<IReadOnlyList<Attempt>>(
            companyId, async connection => (await connection.QueryAsync<Attempt>(Sql, asked)).AsList(), cancellation);
    }
}

/// <summary>A call that did not become a prestation.</summary>
internal sealed record Attempt
{
    /// <summary>Identifies the call; never shown.</summary>
    public string CallSid { get; init; } = "";

    /// <summary>Start of the call, in UTC.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>The login that was keyed. The outcome shows whether the worker keyed it.</summary>
    public string? WorkerLogin { get; init; }

    /// <summary>Name of the worker with this login; null after erasure.</summary>
    public string? WorkerName { get; init; }

    public string? Line { get; init; }

    /// <summary>The question that was asked last.</summary>
    public string? Step { get; init; }

    /// <summary>Why nothing was recorded.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>Duration of the call; null when it is not known.</summary>
    public int? Seconds { get; init; }

    /// <summary>Number of keys pressed.</summary>
    public int Keys { get; init; }

    /// <summary>How often a question was repeated.</summary>
    public int Reprompts { get; init; }
}
