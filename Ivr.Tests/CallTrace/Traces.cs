using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace;

/// <summary>The trace of calls, as a test looks at it.</summary>
internal static class Traces
{
    private const string Columns = """
        select call.*, asked::text as asked_text, asked_again::text as asked_again_text, worker.login as worker_login, company_code
        from call left join worker on worker.id = worker_id left join company on company.id = call.company_id
        """;

    /// <summary>The row of a call, once it is as it should be: it is written in the background.</summary>
    public static async Task<TraceRow> TraceAsync(this TestDatabase database, string callSid, Func<TraceRow, bool> isThere)
    {
        TraceRow? row = null;
        await Eventually.TrueAsync(
            async () =>
            {
                row = (await database.QueryAsync<TraceRow>($"{Columns} where call_sid = '{callSid}'")).SingleOrDefault();
                return row is not null && isThere(row);
            },
            $"The trace has not what it should have of {callSid}.");
        return row!;
    }

    /// <summary>The row of a call that is over and reported so.</summary>
    public static Task<TraceRow> FinishedTraceAsync(this TestDatabase database, string callSid) =>
        database.TraceAsync(callSid, row => row.Seconds is not null && row.Webhooks > 0);

    /// <summary>All rows.</summary>
    public static Task<IReadOnlyList<TraceRow>> TracesAsync(this TestDatabase database) => database.QueryAsync<TraceRow>($"{Columns} order by call_sid");
}

/// <summary>A row of <c>call</c>.</summary>
internal sealed record TraceRow
{
    public string CallSid { get; init; } = "";

    public DateTime StartedAt { get; init; }

    public DateTime LastAt { get; init; }

    public DateTime? EndedAt { get; init; }

    public int? Seconds { get; init; }

    public string? Line { get; init; }

    public string? Dialled { get; init; }

    public string? Caller { get; init; }

    public string? Language { get; init; }

    public string? WorkerLogin { get; init; }

    public string? CompanyCode { get; init; }

    public int Webhooks { get; init; }

    public string? Step { get; init; }

    public string Outcome { get; init; } = "";

    public int Failures { get; init; }

    public int Keys { get; init; }

    public int Reprompts { get; init; }

    public int Recorded { get; init; }

    public int LeftEntries { get; init; }

    public string AskedText { get; init; } = "";

    public string AskedAgainText { get; init; } = "";
}
