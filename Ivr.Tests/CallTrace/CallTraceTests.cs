using Dapper;
using Ivr.Server.CallTrace;
using Ivr.Server.Database;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.CallTrace;

public sealed class CallTraceTests(TestCluster cluster)
{
    // Enough events that every connection of the pool writes some.
    private const int Events = 4 * BackgroundDataSource.MaxConnections;

    [Fact]
    public async Task A_call_that_records_is_one_row_with_all_of_it()
    {
        await using var server = await TestServer.StartAsync(cluster);
        string sid;
        await using (var call = await server.DialAsync(TestData.Wallonia, "+32499887766"))
        {
            sid = call.CallSid;
            // Silence at the hours causes one re-prompt. 0 asks for help and is no re-prompt.
            await call.Presses(TestData.Fr.Keys + TestData.InBrussels + "1");
            await call.StaysSilent();
            await call.Presses("0" + "3" + "1");
            await call.HangsUp();
        }

        var row = await server.Database.FinishedTraceAsync(sid);

        Assert.Equal(("recorded", "Recorded", 1, 0), (row.Outcome, row.Step, row.Recorded, row.LeftEntries));
        Assert.Equal(("wallonia", TestData.Wallonia, "+32*******66", "fr"), (row.Line, row.Dialled, row.Caller, row.Language));
        Assert.Equal((TestData.Fr.Login, "ALFA"), (row.WorkerLogin, row.CompanyCode));
        Assert.Equal((12 + 5 + 12 + 4, 1), (row.Keys, row.Reprompts));
        Assert.Equal("""{"Hours": 1}""", row.AskedAgainText);
        Assert.Equal(
            """{"Hours": 1, "Login": 1, "Summary": 1, "Activity": 1, "Password": 1, "Recorded": 1, "UserNumber": 1}""", row.AskedText);
        Assert.Equal(TestServer.Afternoon.UtcDateTime, row.StartedAt);
        Assert.Equal(row.Seconds, (int)(row.EndedAt - row.StartedAt)!.Value.TotalSeconds);
        Assert.Equal(9, row.Webhooks);
    }

    [Fact]
    public async Task What_writes_it_is_planned_once()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var table = server.Services.GetRequiredService<CallTable>();
        var source = server.Services.GetRequiredService<BackgroundDataSource>();
        for (var events = 0; events < Events; events++)
            await table.MergeAsync([new($"CA{events:x32}", TestServer.Afternoon.UtcDateTime, TestServer.Afternoon.UtcDateTime)]);

        List<long> plans = [];
        for (var connections = 0; connections < BackgroundDataSource.MaxConnections; connections++)
        {
            plans.AddRange(await source.RunAsync(connection => connection.QueryAsync<long>(
                "select custom_plans from pg_prepared_statements where statement like 'insert into call %'")));
        }

        Assert.NotEmpty(plans);
        Assert.All(plans, forValues => Assert.Equal(0, forValues));
    }

    // An index on a column that every webhook changes would make PostgreSQL write all indexes of the row again with each webhook.
    [Fact]
    public async Task No_index_holds_what_every_webhook_changes()
    {
        await using var database = await cluster.TakeDatabaseAsync();

        Assert.Equal(["call_sid", "company_id", "started_at", "worker_id"], await database.QueryAsync<string>("""
            select distinct attname::text from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
            where indrelid = 'call'::regclass order by 1
            """));
    }

    [Theory]
    [InlineData("", "given_up", "Login", null)]
    [InlineData("2#", "given_up", "Login", null)]
    [InlineData("980000000011#", "given_up", "Password", "ALFA")]
    [InlineData("980000000011#1234#", "login_failed", "Login", "ALFA")]
    [InlineData("980000000099#1234#", "login_failed", "Login", null)]
    [InlineData("980000000011#1234#980000000011#1234#980000000011#1234#", "login_failed", "Password", "ALFA")]
    [InlineData("980000000099#1234#980000000099#1234#980000000011#47110#", "given_up", "UserNumber", "ALFA")]
    [InlineData("980000000055#47550#", "inactive", "Password", "ALFA")]
    [InlineData("980000000011#47110#100000000539", "unknown_number", "UserNumber", "ALFA")]
    [InlineData("980000000011#47110#100000001035", "unknown_number", "UserNumber", "ALFA")]
    [InlineData("980000000011#47110#100000000438", "unknown_number", "UserNumber", "ALFA")]
    [InlineData("980000000011#47110#100000000539100000000539#100000000539#", "unknown_number", "UserNumber", "ALFA")]
    [InlineData("980000000011#47110#100000000135999", "too_many_tries", "Activity", "ALFA")]
    [InlineData("980000000011#47110#10000000013513", "given_up", "Summary", "ALFA")]
    [InlineData("980000000011#47110#100000000135131", "recorded", "Recorded", "ALFA")]
    [InlineData("980000000011#47110#1000000001351311", "recorded", "UserNumber", "ALFA")]
    [InlineData("980000000011#47110#1000000001351317", "recorded", "Recorded", "ALFA")]
    public async Task Its_outcome_and_the_step_it_reached(string keys, string outcome, string step, string? company)
    {
        await using var server = await TestServer.StartAsync(cluster);
        string sid;
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            sid = call.CallSid;
            if (keys != "")
                await call.Presses(keys);
            if (call.Ending is null)
                await call.HangsUp();
        }

        var row = await server.Database.FinishedTraceAsync(sid);

        Assert.Equal((outcome, step, company), (row.Outcome, row.Step, row.CompanyCode));
        Assert.Equal(outcome == "recorded" ? 1 : 0, row.Recorded);
    }

    [Fact]
    public async Task A_login_that_is_locked_says_so()
    {
        await using var server = await TestServer.StartAsync(cluster);
        for (var i = 0; i < 2; i++)
        {
            await using var guess = await server.DialAsync(TestData.FlandersLandline);
            await guess.Presses(string.Concat(Enumerable.Repeat($"{TestData.Nl.Login}#1234#", 3 - i)));
        }

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        await call.HangsUp();

        Assert.Equal("locked", (await server.Database.FinishedTraceAsync(call.CallSid)).Outcome);
    }

    [Fact]
    public async Task What_is_left_in_an_emergency_is_told_once_the_database_is_back()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.IsReadyForTheWorstAsync();
        string sid;
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            sid = call.CallSid;
            await server.Database.ShutAsync();
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            await call.HangsUp();
        }

        await server.Database.OpenAgainAsync();

        var row = await server.Database.FinishedTraceAsync(sid);
        Assert.Equal(("left", "LeftInJournal", 0, 1), (row.Outcome, row.Step, row.Recorded, row.LeftEntries));
        // The company of the login is looked up when the row is written.
        Assert.Equal("ALFA", row.CompanyCode);
    }

    [Fact]
    public async Task A_call_of_which_nobody_says_that_it_is_over_is_closed_after_a_quarter_of_an_hour_by_any_node()
    {
        await using var server = await TestServer.StartAsync(cluster);
        using var forgetful = server.CreatePhone(options => options with { StatusUrl = null });
        await using var call = await forgetful.DialAsync(TestData.FlandersLandline, "+32470000001");
        await call.Presses(TestData.Nl.Keys);
        await call.HangsUp();
        // A server that stops writes the trace events that it still holds.
        await server.StopAsync();
        var open = await server.Database.TraceAsync(call.CallSid, row => row.Webhooks == 3);
        Assert.Equal(("in_progress", "UserNumber"), (open.Outcome, open.Step));

        server.Clock.Advance(TimeSpan.FromMinutes(16));
        await using var node = await TestServer.StartOnAsync(server.Database.ConnectionString, server.Clock);

        var row = await server.Database.FinishedTraceAsync(call.CallSid);
        Assert.Equal(("given_up", "UserNumber", row.LastAt), (row.Outcome, row.Step, row.EndedAt));
        Assert.Equal((int)Math.Round((row.LastAt - row.StartedAt).TotalSeconds), row.Seconds);
    }

    [Fact]
    public async Task A_policy_of_none_keeps_nothing_of_the_callers_number()
    {
        await using var server = await TestServer.StartAsync(cluster, null, "Trace:Caller=none");
        await using var call = await server.DialAsync(TestData.FlandersLandline, "+32499887766");
        await call.HangsUp();

        Assert.Null((await server.Database.FinishedTraceAsync(call.CallSid)).Caller);
    }

    [Fact]
    public async Task A_number_on_no_line_is_a_call_too()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync("+3225550000");

        var row = await server.Database.TraceAsync(call.CallSid, row => row.Seconds is not null);
        Assert.Equal(("wrong_number", (string?)null, "+3225550000"), (row.Outcome, row.Line, row.Dialled));
        Assert.Contains(server.Log.Lines, line => line.Contains("+3225550000 rings on no line", StringComparison.Ordinal));
    }
}
