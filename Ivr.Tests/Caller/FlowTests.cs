using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;

namespace Ivr.Tests.Caller;

/// <summary>Moves from document to document until the end of the call.</summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData("next", "POST /voice/next CallStatus=in-progress")]
    [InlineData("/next?a=b&amp;c=d", "POST /next?a=b&c=d CallStatus=in-progress")]
    public async Task Case_14_Redirect_goes_on_elsewhere_and_what_follows_it_is_not_run(string target, string request)
    {
        await using var server = await ScriptedServer.StartAsync($"<Say>One.</Say><Redirect>{target}</Redirect><Say>Never.</Say>");
        server.On("/next", "<Say>Two.</Say>").On("/voice/next", "<Say>Two.</Say>");
        await using var call = await server.DialAsync();

        Assert.Equal("One. Two.", call.Heard);
        Assert.Equal(request, server.Lines.Last());
    }

    [Fact]
    public async Task Case_14_Redirect_may_be_absolute_and_GET_and_the_new_document_is_what_URLs_are_relative_to()
    {
        await using var other = await ScriptedServer.StartAsync("<Gather action=\"deeper\"/>");
        other.On("/voice/deeper", "<Say>Here.</Say>");
        await using var server = await ScriptedServer.StartAsync(
            $"<Redirect method=\"GET\">{new Uri(other.Url, "/voice/incoming")}</Redirect>");
        await using var call = await server.DialAsync();

        await call.Presses("1#");

        call.Hears("Here.");
        Assert.Equal(("GET", "POST"), (other.Received[0].Method, other.Received[1].Method));
    }

    [Fact]
    public async Task Dial_rings_where_nobody_answers_and_the_document_goes_on()
    {
        await using var server = await ScriptedServer.StartAsync("<Say>One.</Say><Dial timeout=\"20\">+3225551234</Dial><Say>Two.</Say><Hangup/>");
        await using var call = await server.DialAsync();

        Assert.Equal("One. Two.", call.Heard);
        Assert.Contains(call.Transcript.Entries, entry => entry is Note { Text: "the server puts the caller through to +3225551234, where nobody answers" });
        Assert.InRange(call.Elapsed, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Redirects_in_a_circle_are_found_out()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect>incoming</Redirect>");

        var failed = await Assert.ThrowsAsync<LineFailedException>(server.DialAsync);

        Assert.Contains("50 documents in a row without a turn of the caller's", failed.Message, StringComparison.Ordinal);
        Assert.Equal(50, server.Received.Count);
    }

    [Theory]
    [InlineData("<Reject/>", nameof(CallEnding.Rejected), "no-answer")]
    [InlineData("<Reject reason=\"busy\"/>", nameof(CallEnding.Busy), "busy")]
    [InlineData("<Say>Hello.</Say><Reject/>", nameof(CallEnding.ServerHungUp), "completed")]
    [InlineData("<Hangup/><Say>Never.</Say>", nameof(CallEnding.ServerHungUp), "completed")]
    [InlineData("", nameof(CallEnding.EndOfDocument), "completed")]
    public async Task Case_16_Reject_refuses_an_unanswered_call_and_Hangup_ends_an_answered_one(
        string verbs, string ending, string status)
    {
        await using var server = await ScriptedServer.StartAsync(verbs);
        server.On("/voice/status", "");
        using var phone = server.Phone(options => options with { StatusUrl = new Uri(server.Url, "/voice/status") });

        await using var call = await phone.DialAsync("+3280035530");

        call.DoesNotHear("Never.");
        Assert.Equal(Enum.Parse<CallEnding>(ending), call.Ending);
        Assert.Equal(status, server.Received[^1].Form["CallStatus"]);
    }

    [Fact]
    public async Task Case_16_Reject_in_a_later_document_can_only_hang_up()
    {
        await using var server = await ScriptedServer.StartAsync("<Redirect>/next</Redirect>");
        server.On("/next", "<Reject reason=\"busy\"/>");

        await using var call = await server.DialAsync();

        Assert.Equal(CallEnding.ServerHungUp, call.Ending);
    }

    [Fact]
    public async Task Case_17_an_empty_document_from_an_action_ends_the_call()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\"/><Say>Never.</Say>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses("1#");

        call.DoesNotHear("Never.");
        Assert.Equal(CallEnding.EndOfDocument, call.Ending);
    }

    [Fact]
    public async Task The_first_webhook_has_every_parameter_that_Twilio_sends()
    {
        await using var server = await ScriptedServer.StartAsync("");
        await using var call = await server.Phone().DialAsync(
            "+3280035530", from: "+3225551234", callSid: "CA00000000000000000000000000000001");

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["AccountSid"] = "AC00000000000000000000000000000000", ["ApiVersion"] = "2010-04-01",
                ["CallSid"] = "CA00000000000000000000000000000001", ["CallStatus"] = "ringing", ["Direction"] = "inbound",
                ["From"] = "+3225551234", ["FromCity"] = "", ["FromState"] = "", ["FromZip"] = "", ["FromCountry"] = "BE",
                ["Caller"] = "+3225551234", ["CallerCity"] = "", ["CallerState"] = "", ["CallerZip"] = "", ["CallerCountry"] = "BE",
                ["To"] = "+3280035530", ["ToCity"] = "", ["ToState"] = "", ["ToZip"] = "", ["ToCountry"] = "BE",
                ["Called"] = "+3280035530", ["CalledCity"] = "", ["CalledState"] = "", ["CalledZip"] = "", ["CalledCountry"] = "BE",
            },
            server.Received[0].Form);
    }

    [Fact]
    public async Task A_withheld_number_spells_ANONYMOUS_and_seems_to_come_from_Lesotho()
    {
        await using var server = await ScriptedServer.StartAsync("");
        await using var call = await server.Phone().DialAsync("+3280035530", Phone.Withheld);

        var form = server.Received[0].Form;
        Assert.Equal(("+266696687", "LS"), (form["From"], form["FromCountry"]));
    }
}
