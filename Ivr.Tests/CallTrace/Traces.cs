using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace;

/// <summary>Reads the trace of calls for a test.</summary>
internal static class Traces
{
    private const string Columns = """
        select call.*, asked::text as asked_text, asked_again::text as asked_again_text, worker.login as worker_login, company_code
        from call left join worker on worker.id = worker_id left join company on company.id = call.company_id
        """;

    /// <summary>
    /// Waits until the row of a call satisfies <paramref name="isThere"/>, and returns it. Rows are written in the background.
    /// </summary>
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

    /// <summary>Returns the row of a call after its end was reported.</summary>
    public static Task<TraceRow> FinishedTraceAsync(this TestDatabase database, string callSid) =>
        database.TraceAsync(callSid, row => row.Seconds is not null && row.Webhooks > 0);

    public static Task<IReadOnlyList<TraceRow>> TracesAsync(this TestDatabase database) => database.QueryAsync<TraceRow>($"{Columns} order by call_sid");
}

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
