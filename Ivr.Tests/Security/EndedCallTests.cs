using System.Net;
using System.Xml.Linq;
using Dapper;
using Ivr.Caller.Calls;
using Ivr.Caller.Webhooks;
using Ivr.Tests.CallTrace;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>A call whose end Twilio has reported gets no new entry, whoever still has one of its action URLs and can sign.</summary>
public sealed class EndedCallTests(TestCluster cluster)
{
    private static readonly string[] Another = ["1", TestData.InBrussels, "1", "2", "1"];

    [Fact]
    public async Task After_the_end_the_last_state_of_the_call_brings_no_further_entry()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await RecordAsync(server);
        var last = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromSeconds(1));

        var answer = await AnswerAsync(server, last, Another);

        Assert.Contains("technisch probleem", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await server.Database.FeedAsync()).Hours);
        Assert.Contains(server.Log.Lines, line => line.Contains("the call was over before it was confirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_node_knows_the_end_too()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var other = await TestServer.StartOnAsync(server.Database.ConnectionString, server.Clock);
        await using var call = await RecordAsync(server);
        var last = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromSeconds(1));

        await AnswerAsync(other, last, Another);

        Assert.Single(await server.Database.FeedAsync());
    }

    [Theory]
    [InlineData(31, 0)]
    // The caller hung up on the last key, and Twilio delivers that key after the end.
    [InlineData(5, 1)]
    public async Task A_summary_that_was_read_before_the_end_is_confirmed_soon_after_it_or_not_at_all(int seconds, int entries)
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        var summary = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromSeconds(seconds));

        await AnswerAsync(server, summary, "1");

        Assert.Equal(entries, (await server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task A_confirmation_that_is_delivered_again_after_the_end_has_the_same_answer()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await RecordAsync(server);
        var confirmed = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromMinutes(5));

        var again = await server.Phone.SendAsync(confirmed.Request);

        Assert.Equal(confirmed.Document.Spoken, again.Document.Spoken);
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task After_the_end_nothing_is_cancelled()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await RecordAsync(server);
        var last = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromSeconds(1));

        await AnswerAsync(server, last, "9", "1");

        Assert.Equal(0, await server.Database.SingleAsync<int>("select count(*) from prestation_correction"));
        Assert.Contains(server.Log.Lines, line => line.Contains("is not cancelled: the call was over before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_whose_end_is_not_reported_records_although_it_heard_goodbye_in_an_answer_that_was_lost()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await RecordAsync(server);
        var recorded = call.Exchanges[^1];
        // Silence ends the call, but Twilio does not get this answer and repeats the question.
        await AnswerAsync(server, recorded, "");
        await server.Database.TraceAsync(call.CallSid, row => row.EndedAt is not null);
        server.Clock.Advance(TimeSpan.FromSeconds(20));

        await AnswerAsync(server, recorded, Another);

        Assert.Equal(2, (await server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task A_locked_trace_does_not_keep_the_end_from_the_calls()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var call = await RecordAsync(server);
        var last = call.Exchanges[^1];
        await using var locking = await server.Database.OpenAsync();
        await using var transaction = await locking.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await locking.ExecuteAsync("lock table call in access exclusive mode");

        await call.HangsUp();
        await IsKnownAsync(server, call);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        await AnswerAsync(server, last, Another);

        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task Nor_does_a_locked_login_leave_more_after_the_end()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.Database.ExecuteAsync(
            $"insert into login_lock (login, failures, locked_until) values ('{TestData.Nl.Login}', 9, '{server.Clock.GetUtcNow().AddHours(1):u}')");
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        var menu = call.Exchanges[^1];
        await HangUpAsync(server, call, after: TimeSpan.FromSeconds(1));

        var answer = await AnswerAsync(server, menu, TestData.InFlanders);

        Assert.Contains("kan nu niets meer doorgegeven worden", answer.Document.Spoken, StringComparison.Ordinal);
        Assert.Equal(0, await server.Database.SingleAsync<int>("select count(*) from locked_login_entry"));
    }

    private static async Task<PhoneCall> RecordAsync(TestServer server)
    {
        var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        return call;
    }

    private static async Task HangUpAsync(TestServer server, PhoneCall call, TimeSpan after)
    {
        await call.HangsUp();
        await IsKnownAsync(server, call);
        server.Clock.Advance(after);
    }

    private static Task IsKnownAsync(TestServer server, PhoneCall call) => Eventually.TrueAsync(
        () => server.Database.SingleAsync<bool>($"select exists (select from ended_call where call_sid = '{call.CallSid}')"), "The end is not known.");

    // Sends digits to the action URL of an earlier response, and the next ones to the action URL of the answer.
    private static async Task<Exchange> AnswerAsync(TestServer server, Exchange exchange, params string[] digits)
    {
        foreach (var keys in digits)
        {
            var action = XDocument.Parse(exchange.Body).Descendants("Gather").First().Attribute("action")!.Value;
            exchange = await server.Phone.SendAsync(exchange.Request.At(new Uri(server.Url, action)).With("Digits", keys));
            Assert.Equal(HttpStatusCode.OK, exchange.Status);
        }

        return exchange;
    }
}
