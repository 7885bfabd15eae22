using System.Net;
using Ivr.Caller.Calls;
using Ivr.Caller.Webhooks;
using Ivr.Tests.CallTrace;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>A call whose end Twilio has reported gets no new entry, whoever still has one of its action URLs and can sign.</summary>
public sealed class EndedCallTests(TestCluster cluster)
{
    [Fact]
    public async Task After_the_end_the_last_state_of_the_call_brings_no_further_entry()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var last = call.Exchanges[^1];
        await HangUpAsync(server, call);

        var exchange = last;
        foreach (var digits in new[] { "1", TestData.InBrussels, "1", "2", "1" })
            exchange = await AnswerAsync(server, exchange, digits);

        Assert.Contains("technisch probleem", exchange.Document.Spoken, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await server.Database.FeedAsync()).Hours);
        Assert.Contains(server.Log.Lines, line => line.Contains("the call was over before it was confirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nor_does_a_summary_that_was_not_confirmed()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        var last = call.Exchanges[^1];
        await HangUpAsync(server, call);

        await AnswerAsync(server, last, "1");

        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_confirmation_that_is_delivered_again_after_the_end_has_the_same_answer()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var confirmed = call.Exchanges[^1];
        await HangUpAsync(server, call);

        var again = await server.Phone.SendAsync(confirmed.Request);

        Assert.Equal(confirmed.Document.Spoken, again.Document.Spoken);
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_call_whose_end_is_not_reported_yet_records_although_it_heard_goodbye_in_an_answer_that_was_lost()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var recorded = call.Exchanges[^1];
        // Silence ends the call, but Twilio does not get this answer and repeats the question.
        await AnswerAsync(server, recorded, "");
        await server.Database.TraceAsync(call.CallSid, row => row.EndedAt is not null);
        server.Clock.Advance(TimeSpan.FromSeconds(20));

        var exchange = recorded;
        foreach (var digits in new[] { "1", TestData.InBrussels, "1", "2", "1" })
            exchange = await AnswerAsync(server, exchange, digits);

        Assert.Equal(2, (await server.Database.FeedAsync()).Count);
    }

    private static async Task HangUpAsync(TestServer server, PhoneCall call)
    {
        await call.HangsUp();
        await server.Database.FinishedTraceAsync(call.CallSid);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    // Sends digits to the action URL of an earlier response.
    private static async Task<Exchange> AnswerAsync(TestServer server, Exchange exchange, string digits)
    {
        var action = System.Xml.Linq.XDocument.Parse(exchange.Body).Descendants("Gather").First().Attribute("action")!.Value;
        var answer = await server.Phone.SendAsync(exchange.Request.At(new Uri(exchange.Request.Url, action)).With("Digits", digits));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }
}
