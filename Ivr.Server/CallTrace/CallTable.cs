using System.Text.Json;
using Dapper;
using Ivr.Server.Database;
using Ivr.StateMachine;
using Npgsql;
using NpgsqlTypes;

namespace Ivr.Server.CallTrace;

/// <summary>The table <c>call</c>. Writes use the background connections, never those of the calls.</summary>
internal sealed class CallTable(BackgroundDataSource source)
{
    /// <summary>A call is over when no webhook arrived for this time. No call may be longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    // For each group of columns, the existing and the new values are compared as two rows, and the later row wins. All columns of the group
    // take part in the comparison, so two equal rows are identical, and the order of arrival does not matter.
    private const string Upsert = """
        insert into call (call_sid, started_at, last_at, ended_at, seconds, line, dialled, caller, language, worker_id, company_id, named_by,
                          webhooks, step, ending, failed, failures, keys, reprompts, recorded, left_entries, asked, asked_again)
        select event.call_sid, started_at, last_at, ended_at, seconds, line, dialled, caller, event.language,
               named.id, named.company_id, case when named.id is null then 0 else webhooks end,
               webhooks, step, ending, failed, failures, keys, reprompts, recorded, left_entries, asked::jsonb, asked_again::jsonb
        from unnest(@call_sid, @started_at, @last_at, @ended_at, @seconds, @line, @dialled, @caller, @language, @worker_id, @login,
                    @webhooks, @step, @ending, @failed, @failures, @keys, @reprompts, @recorded, @left_entries, @asked, @asked_again)
             as event (call_sid, started_at, last_at, ended_at, seconds, line, dialled, caller, language, worker_id, login,
                       webhooks, step, ending, failed, failures, keys, reprompts, recorded, left_entries, asked, asked_again)
        left join lateral (
            select id, company_id from worker where worker.id = event.worker_id and erased_at is null
            union all
            select id, company_id from worker where event.worker_id is null and worker.login = event.login and erased_at is null
        ) as named on true
        order by event.call_sid
        on conflict (call_sid) do update set
            started_at = least(call.started_at, excluded.started_at),
            last_at = greatest(call.last_at, excluded.last_at),
            ended_at = greatest(call.ended_at, excluded.ended_at),
            seconds = greatest(call.seconds, excluded.seconds),
            line = greatest(call.line, excluded.line),
            dialled = greatest(call.dialled, excluded.dialled),
            caller = greatest(call.caller, excluded.caller),
            failed = call.failed or excluded.failed,
            failures = greatest(call.failures, excluded.failures),
            recorded = greatest(call.recorded, excluded.recorded),
            left_entries = greatest(call.left_entries, excluded.left_entries),
            (named_by, worker_id, company_id) = (
                select * from (values (call.named_by, call.worker_id, call.company_id),
                                      (excluded.named_by, excluded.worker_id, excluded.company_id)) as known
                order by 1 desc, 2, 3 limit 1),
            (webhooks, keys, reprompts, step, language, ending, asked, asked_again) = (
                select * from (values (call.webhooks, call.keys, call.reprompts, call.step, call.language, call.ending, call.asked, call.asked_again),
                                      (excluded.webhooks, excluded.keys, excluded.reprompts, excluded.step, excluded.language, excluded.ending,
                                       excluded.asked, excluded.asked_again)) as known
                order by 1 desc, 2 desc, 3 desc, 4, 5, 6, 7, 8 limit 1)
        """;

    // A statement of its own: a lock on the trace must not hold it up.
    private const string End = """
        insert into ended_call (call_sid, ended_at) select * from unnest(@Sids, @Times) on conflict do nothing
        """;

    // last_at is never before started_at. The condition on started_at is there for the index of unfinished calls.
    private const string Finish = """
        update call
        set ended_at = coalesce(ended_at, last_at),
            seconds = round(extract(epoch from coalesce(ended_at, last_at) - started_at))
        where seconds is null and started_at < @Before and last_at < @Before
        """;

    /// <summary>
    /// Merges events into the rows of their calls, in one statement, and notes which calls are over. <paramref name="events"/> has at most
    /// one event for each call.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public Task MergeAsync(IReadOnlyList<CallEvent> events) => source.RunAsync(async connection =>
    {
        // What the server itself believes to be the end may never reach the caller. What Twilio reports is the end.
        var ended = events.Where(next => next.Seconds is not null).ToList();
        if (ended.Count > 0)
        {
            await connection.ExecuteAsync(
                End, new { Sids = ended.Select(next => next.CallSid).ToArray(), Times = ended.Select(next => next.EndedAt!.Value).ToArray() });
        }

        await using var command = new NpgsqlCommand(Upsert, connection);
        AddColumns(command.Parameters, events);
        return await command.ExecuteNonQueryAsync();
    });

    /// <summary>Ends the calls whose end was not reported. It is idempotent, and any node may do it.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public Task FinishAsync(DateTimeOffset now) =>
        source.RunAsync(connection => connection.ExecuteAsync(Finish, new { Before = (now - Longest).UtcDateTime }));

    // The types are explicit: the type of an array that begins with null cannot be inferred.
    private static void AddColumns(NpgsqlParameterCollection columns, IReadOnlyList<CallEvent> events)
    {
        Add("call_sid", NpgsqlDbType.Text, next => next.CallSid);
        Add("started_at", NpgsqlDbType.TimestampTz, next => next.StartedAt);
        Add("last_at", NpgsqlDbType.TimestampTz, next => next.At);
        Add("ended_at", NpgsqlDbType.TimestampTz, next => next.EndedAt);
        Add("seconds", NpgsqlDbType.Integer, next => next.Seconds);
        Add("line", NpgsqlDbType.Text, next => next.Line);
        Add("dialled", NpgsqlDbType.Text, next => next.Dialled);
        Add("caller", NpgsqlDbType.Text, next => next.Caller);
        Add("language", NpgsqlDbType.Text, next => next.Call?.Language.Code());
        Add("worker_id", NpgsqlDbType.Bigint, next => next.Call?.WorkerId);
        Add("login", NpgsqlDbType.Text, next => next.Login);
        Add("webhooks", NpgsqlDbType.Integer, next => next.Webhooks);
        Add("step", NpgsqlDbType.Text, next => next.Step?.ToString());
        Add("ending", NpgsqlDbType.Text, next => next.Ending);
        Add("failed", NpgsqlDbType.Boolean, next => next.Failed);
        Add("failures", NpgsqlDbType.Integer, next => next.Call?.Failures ?? 0);
        Add("keys", NpgsqlDbType.Integer, next => next.Tally.Keys);
        Add("reprompts", NpgsqlDbType.Integer, next => next.Tally.AskedAgain.Values.Sum());
        Add("recorded", NpgsqlDbType.Integer, next => next.Tally.Recorded);
        Add("left_entries", NpgsqlDbType.Integer, next => next.Tally.Left);
        Add("asked", NpgsqlDbType.Text, next => Json(next.Tally.Asked));
        Add("asked_again", NpgsqlDbType.Text, next => Json(next.Tally.AskedAgain));

        void Add<T>(string name, NpgsqlDbType type, Func<CallEvent, T> value) =>
            columns.Add(new(name, NpgsqlDbType.Array | type) { Value = events.Select(value).ToArray() });
    }

    private static string Json(IReadOnlyDictionary<CallState, int> counts) =>
        JsonSerializer.Serialize(counts.ToDictionary(count => count.Key.ToString(), count => count.Value));
}
