using Ivr.Caller.Calls;
using Ivr.Caller.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Ivr.Tests.Caller;

/// <summary>Webhooks that are delivered again, redirected or forged.</summary>
public sealed class PhoneDeliveryTests
{
    [Theory]
    [InlineData(nameof(RetryOn.ServerError), 500, 2)]
    [InlineData(nameof(RetryOn.ServerError), 404, 1)]
    [InlineData(nameof(RetryOn.ClientError), 429, 2)]
    [InlineData(nameof(RetryOn.All), 500, 2)]
    [InlineData(nameof(RetryOn.NoConnection), 500, 1)]
    [InlineData(nameof(RetryOn.Nothing), 500, 1)]
    public async Task A_failure_that_the_policy_names_is_delivered_again_with_the_same_token(string policy, int status, int deliveries)
    {
        await using var server = await ScriptedServer.StartAsync("");
        server.OnRaw("/voice/incoming", "", status: status);
        using var phone = server.Phone(options => options with { RetryOn = Enum.Parse<RetryOn>(policy) });

        await Assert.ThrowsAsync<LineFailedException>(() => phone.DialAsync("+3280035530"));

        Assert.Equal(deliveries, server.Received.Count);
        Assert.Single(server.Received.Select(received => received.Headers["I-Twilio-Idempotency-Token"]).Distinct());
        Assert.Single(server.Lines.Distinct());
    }

    [Fact]
    public async Task A_late_answer_is_asked_for_again_and_the_second_one_counts()
    {
        var deliveries = 0;
        await using var server = await ScriptedServer.StartAsync("");
        server.On("/voice/incoming", context => Interlocked.Increment(ref deliveries) == 1
            ? Task.Delay(Timeout.Infinite, context.RequestAborted)
            : ScriptedServer.WriteAsync(context, "<Response><Say>Second.</Say></Response>"u8.ToArray()));
        using var phone = server.Phone(options =>
            options with { RetryOn = RetryOn.NoAnswer, ResponseTimeout = TimeSpan.FromMilliseconds(300) });

        await using var call = await phone.DialAsync("+3280035530");

        call.Hears("Second.");
        Assert.Empty(call.Failures);
        Assert.Equal(2, call.Exchanges.Count);
    }

    [Fact]
    public async Task Two_webhooks_have_two_tokens()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect>/next</Redirect>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        Assert.Equal(2, server.Received.Select(received => received.Headers["I-Twilio-Idempotency-Token"]).Distinct().Count());
    }

    [Theory]
    [InlineData(301, "GET /next")]
    [InlineData(302, "GET /next")]
    [InlineData(307, "POST /next CallStatus=ringing")]
    public async Task HTTP_redirects_are_followed(int status, string request)
    {
        await using var server = await ScriptedServer.StartAsync("");
        server.On("/voice/incoming", context => Move(context, status, "/next")).On("/next", "<Say>Here.</Say>");

        await using var call = await server.DialAsync();

        call.Hears("Here.");
        Assert.Equal(request, server.Lines.Last());
    }

    [Fact]
    public async Task HTTP_redirects_in_a_circle_are_error_11215()
    {
        await using var server = await ScriptedServer.StartAsync("");
        server.On("/voice/incoming", context => Move(context, 307, "/voice/incoming"));

        var failed = await Assert.ThrowsAsync<LineFailedException>(server.DialAsync);

        Assert.Equal(11215, Assert.Single(failed.Call.Failures).Code);
    }

    [Fact]
    public async Task An_earlier_webhook_can_be_delivered_once_more_while_the_call_stands_still()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\"/>");
        server.On("/next", "<Say>Thank you.</Say><Gather/>");
        await using var call = await server.DialAsync();
        await call.Presses("1#");

        var again = await call.ResendsLast();
        var late = await call.Resends(call.Exchanges[0]);

        Assert.Equal(("Thank you.", ""), (again.Document.Spoken, late.Document.Spoken));
        Assert.Equal([server.Lines.ElementAt(1), server.Lines.ElementAt(0)], server.Lines.Skip(2));
        Assert.Equal(server.Received[1].Headers, server.Received[2].Headers);
        Assert.Equal(2, call.Exchanges.Count);
    }

    [Fact]
    public async Task A_forgery_is_sent_as_it_was_forged_and_signed_unless_the_signature_is_forged_too()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather/>");
        using var phone = server.Phone();
        await using var call = await phone.DialAsync("+3280035530");
        var genuine = call.Exchanges[0].Request;

        await phone.SendAsync(genuine.With("CallSid", "CAforged").With("Digits", "9").Without("From"));
        await phone.SendAsync(genuine.At(new Uri(server.Url, "/elsewhere")));
        await phone.SendAsync(genuine.SignedWith("forged"));
        await phone.SendAsync(genuine.WithoutSignature());

        var forged = server.Received.Skip(1).ToList();
        Assert.Equal(("CAforged", "9", false), (forged[0].Form["CallSid"], forged[0].Form["Digits"], forged[0].Form.ContainsKey("From")));
        Assert.NotEqual(server.Received[0].Headers["X-Twilio-Signature"], forged[0].Headers["X-Twilio-Signature"]);
        Assert.Equal("/elsewhere", forged[1].PathAndQuery);
        Assert.Equal("forged", forged[2].Headers["X-Twilio-Signature"]);
        Assert.False(forged[3].Headers.ContainsKey("X-Twilio-Signature"));
    }

    private static Task Move(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
