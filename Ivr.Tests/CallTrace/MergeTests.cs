using Ivr.Server.CallTrace;
using Ivr.StateMachine;
using Ivr.Tests.Host;
using Ivr.Tests.StateMachine;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.CallTrace;

/// <summary>Events that arrive late, twice, in any order and from several nodes give the same row.</summary>
public sealed class MergeTests(TestCluster cluster)
{
    private const int Orders = 60;

    [Fact]
    public async Task Whatever_the_order_and_however_often_the_row_is_the_same()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var table = server.Services.GetRequiredService<CallTable>();
        var random = new Random(20260312);
        var calls = new List<string>();
        for (var i = 0; i < Orders; i++)
        {
            var sid = $"CA{i:x32}";
            calls.Add(sid);
            var events = Events(sid).Concat(Events(sid)).ToArray();
            if (i > 0)
                random.Shuffle(events);
            foreach (var next in events)
                await table.MergeAsync([next]);
        }

        var rows = (await server.Database.TracesAsync()).Where(row => calls.Contains(row.CallSid)).Select(row => row with { CallSid = "" });

        var only = Assert.Single(rows.Distinct());
        Assert.Equal(("given_up", "Hours", 41, 1, 12), (only.Outcome, only.Step, only.Keys, only.Failures, only.Seconds));
        Assert.Equal((TestData.Fr.Login, "ALFA", "fr"), (only.WorkerLogin, only.CompanyCode, only.Language));
    }

    [Fact]
    public async Task However_many_are_held_and_written_as_one_the_row_is_the_same()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var table = server.Services.GetRequiredService<CallTable>();
        var random = new Random(20261122);
        var calls = new HashSet<string>();
        var written = 0;
        for (var i = 0; i < Orders; i++)
        {
            var sid = $"CA{i:x32}";
            calls.Add(sid);
            var events = Events(sid).ToArray();
            if (i > 0)
                random.Shuffle(events);
            var held = new HeldEvents(TimeSpan.FromSeconds(30), 100);
            // Between one and all events at a time.
            foreach (var together in events.Chunk(random.Next(1, events.Length + 1)))
            {
                foreach (var next in together)
                    held.Add(next, TimeSpan.Zero);
                while (held.Due(TimeSpan.MaxValue).ToList() is { Count: > 0 } due)
                {
                    await table.MergeAsync(due);
                    held.Remove(due);
                    written++;
                }
            }
        }

        var rows = (await server.Database.TracesAsync()).Where(row => calls.Contains(row.CallSid)).Select(row => row with { CallSid = "" });

        var only = Assert.Single(rows.Distinct());
        Assert.Equal(("given_up", "Hours", 41, 1, 12), (only.Outcome, only.Step, only.Keys, only.Failures, only.Seconds));
        Assert.InRange(written, Orders, Orders * 8);
    }

    [Fact]
    public async Task Of_a_call_whose_webhooks_come_together_few_events_are_written()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var lines = 0L;
        using var listener = Figures.Listen<long>(server, "ivr.trace.written", rows => Interlocked.Add(ref lines, rows));

        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            await call.HangsUp();
            var row = await server.Database.FinishedTraceAsync(call.CallSid);
            Assert.Equal(("recorded", 32, 7), (row.Outcome, row.Keys, row.Webhooks));
        }

        // The metric is updated shortly after the row is written.
        await Eventually.TrueAsync(() => Task.FromResult(Interlocked.Read(ref lines) > 0), "Nothing is said to be written.");
        // One row if all events came within half a second, more on a slow machine, but never one row for each event.
        Assert.InRange(Interlocked.Read(ref lines), 1, 5);
    }

    [Fact]
    public async Task Two_batches_at_once_with_the_same_calls_do_not_get_in_each_others_way()
    {
        await using var one = await TestServer.StartAsync(cluster);
        await using var other = await TestServer.StartOnAsync(one.Database.ConnectionString, one.Clock);
        var sids = Enumerable.Range(0, 200).Select(i => $"CA{i:x32}").ToList();
        TestServer[] nodes = [one, other, one, other];

        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(nodes.Select((node, place) => node.Services.GetRequiredService<CallTable>().MergeAsync(
                [.. sids.OrderBy(sid => sid[^1] ^ (place * 7)).Select((sid, at) => Events(sid).ElementAt((at + place) % 9))])));
        }

        Assert.Equal(sids.Count, (await one.Database.TracesAsync()).Count);
    }

    // Some webhooks have the same number, as a lost webhook and its fallback have. Some have the same time too.
    private static IEnumerable<CallEvent> Events(string sid)
    {
        var start = TestServer.Afternoon.UtcDateTime;
        yield return At(0, CallState.Login, 1, 0);
        yield return At(3, CallState.Password, 2, 12) with { Login = TestData.Nl.Login };
        yield return At(5, CallState.Login, 3, 17) with { Login = TestData.Nl.Login, Ending = "login_failed" };
        yield return At(7, CallState.Password, 4, 29) with { Login = TestData.Fr.Login };
        yield return At(7, CallState.Login, 4, 29) with { Ending = "login_failed" };
        yield return At(9, CallState.Hours, 5, 41);
        yield return At(9, CallState.Activity, 5, 40) with { Ending = "unknown_number" };
        yield return At(8, CallState.Hours, 5, 41);
        yield return new(sid, start.AddSeconds(12), start.AddSeconds(12)) { EndedAt = start.AddSeconds(12), Seconds = 12 };

        CallEvent At(int second, CallState state, int webhook, int keys) => new(sid, start, start.AddSeconds(second))
        {
            Line = "wallonia",
            Dialled = TestData.Wallonia,
            Step = state,
            Webhooks = webhook,
            Tally = new() { Keys = keys, Asked = new Dictionary<CallState, int> { [state] = 1 } },
            Call = StateMachine.At.State(TestLines.Wallonia, state) with
            {
                WorkerId = null,
                Webhooks = webhook,
                Failures = webhook / 5,
                Language = webhook < 4 ? Language.Nl : Language.Fr,
            },
        };
    }
}
