using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Clock;

namespace Ivr.Tests.Caller;

/// <summary>Case 19: which webhooks the server gets when a call ends.</summary>
public sealed class HangingUpTests : IAsyncLifetime
{
    private ScriptedServer _server = null!;
    private Phone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync("<Gather action=\"/next\" numDigits=\"2\"><Pause length=\"64\"/></Gather>");
        _server.On("/next", "<Say>Recorded.</Say><Gather/>").On("/voice/status", "");
        _phone = _server.Phone(options => options with
        {
            StatusUrl = new Uri(_server.Url, "/voice/status"),
            Clock = new VirtualClock(new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.Zero)),
        });
    }

    public ValueTask DisposeAsync()
    {
        _phone.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_a_Gather_gives_a_status_callback_and_no_action()
    {
        await using var call = await _phone.DialAsync("+3280035530");

        await call.Presses("1");
        await call.HangsUp();

        Assert.Equal(CallEnding.CallerHungUp, call.Ending);
        Assert.Equal(
            [
                "POST /voice/incoming CallStatus=ringing",
                "POST /voice/status CallDuration=64 CallStatus=completed CallbackSource=call-progress-events Duration=2 "
                + "SequenceNumber=0 Timestamp=Mon, 02 Mar 2026 11:01:04 GMT",
            ],
            _server.Lines);
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_gives_no_answer_and_never_completed()
    {
        await using var call = await _phone.DialAndGiveUpAsync("+3280035530");

        Assert.Equal((CallEnding.CallerGaveUp, ""), (call.Ending, call.Heard));
        Assert.Equal(["ringing", "no-answer"], _server.Received.Select(received => received.Form["CallStatus"]));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_on_the_last_key_has_sent_it_but_hears_no_answer()
    {
        await using var call = await _phone.DialAsync("+3280035530");

        await call.PressesAndHangsUp("12");

        call.DoesNotHear("Your hours are recorded.");
        Assert.Equal(CallEnding.CallerHungUp, call.Ending);
        Assert.Equal(["/voice/incoming", "/next", "/voice/status"], _server.Received.Select(received => received.PathAndQuery));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_before_the_last_key_has_sent_nothing()
    {
        await using var call = await _phone.DialAsync("+3280035530");

        await call.PressesAndHangsUp("1");

        Assert.Equal(["/voice/incoming", "/voice/status"], _server.Received.Select(received => received.PathAndQuery));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_on_the_finish_key_alone_hears_nothing_more()
    {
        _server.On("/voice/incoming", "<Gather/><Say>Never heard.</Say>");
        await using var call = await _phone.DialAsync("+3280035530");

        await call.PressesAndHangsUp("#");

        Assert.Equal("", call.Heard);
        Assert.Equal(["/voice/incoming", "/voice/status"], _server.Received.Select(received => received.PathAndQuery));
    }

    [Fact]
    public async Task A_call_that_is_left_alone_is_hung_up()
    {
        await using (await _phone.DialAsync("+3280035530"))
        {
        }

        Assert.Equal("completed", _server.Received[^1].Form["CallStatus"]);
    }

    [Fact]
    public async Task A_status_callback_that_fails_is_written_down_and_changes_nothing()
    {
        _server.OnRaw("/voice/status", "", status: 500);
        await using var call = await _phone.DialAsync("+3280035530");

        await call.HangsUp();

        Assert.Equal(CallEnding.CallerHungUp, call.Ending);
        Assert.Equal(11217, Assert.Single(call.Failures).Code);
    }
}
