using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Tests.Caller;

/// <summary>The time of a call is virtual. Each second of it has a defined cause.</summary>
public sealed class TimeTests
{
    private const string Prompt = "<Say>Fourteen chars.</Say>";
    private const double PromptSeconds = 1.4;

    [Fact]
    public async Task The_timeout_begins_when_the_prompts_have_ended()
    {
        await using var server = await ScriptedServer.StartAsync($"<Gather timeout=\"4\">{Prompt}<Pause length=\"2\"/></Gather>");
        await using var call = await server.DialAsync();

        await call.StaysSilent();

        AssertSeconds(PromptSeconds + 2 + 4, call.Elapsed);
    }

    [Fact]
    public async Task Case_21_a_digit_during_the_prompt_stops_it_and_starts_the_timer()
    {
        await using var server = await ScriptedServer.StartAsync(
            "<Gather action=\"/next\" timeout=\"4\"><Pause length=\"60\"/><Say>Late.</Say></Gather>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Waits(TimeSpan.FromSeconds(10));
        await call.Interrupts("1");
        await call.StaysSilent();

        AssertSeconds(10 + 4, call.Elapsed);
        Assert.Equal("POST /next CallStatus=in-progress Digits=1 FinishedOnKey= msg=Gather End", server.Lines.Last());
        Assert.True(call.Transcript.Entries.OfType<Spoken>().Single() is { CutShort: true, Duration.Ticks: 0 });
        AssertSeconds(10, call.Transcript.Entries.OfType<Silence>().First().Duration);
    }

    [Fact]
    public async Task Case_22_each_digit_starts_the_timer_anew()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next\" timeout=\"4\"/>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        foreach (var key in "123")
        {
            await call.Presses(key.ToString());
            await call.Waits(TimeSpan.FromSeconds(3));
            Assert.False(call.IsOver);
        }

        await call.Waits(TimeSpan.FromSeconds(1));

        Assert.True(call.IsOver);
        Assert.Equal("POST /next CallStatus=in-progress Digits=123 FinishedOnKey= msg=Gather End", server.Lines.Last());
    }

    [Fact]
    public async Task A_caller_who_presses_listens_to_the_prompt_first()
    {
        await using var server = await ScriptedServer.StartAsync($"<Gather numDigits=\"2\" action=\"/next\">{Prompt}</Gather>");
        server.On("/next", "");
        await using var call = await server.DialAsync();

        await call.Presses("12");

        AssertSeconds(PromptSeconds + 2 * 0.3, call.Elapsed);
        Assert.False(call.Transcript.Entries.OfType<Spoken>().Single().CutShort);
    }

    [Fact]
    public async Task Waiting_may_outlast_several_questions()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather timeout=\"3\"/><Gather timeout=\"3\"/><Gather timeout=\"3\"/>");
        await using var call = await server.DialAsync();

        await call.Waits(TimeSpan.FromSeconds(7));
        Assert.False(call.IsOver);
        await call.StaysSilent();

        Assert.True(call.IsOver);
        AssertSeconds(9, call.Elapsed);
    }

    [Fact]
    public async Task The_clock_of_the_server_moves_with_the_call()
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 3, 28, 22, 59, 58, TimeSpan.Zero));
        await using var server = await ScriptedServer.StartAsync("<Pause length=\"3\"/><Gather/>");
        using var phone = server.Phone(options => options with { Clock = clock });

        await using var call = await phone.DialAsync("+3280035530");

        Assert.Equal(new DateTimeOffset(2026, 3, 28, 23, 0, 1, TimeSpan.Zero), clock.GetUtcNow());
    }

    [Theory]
    [InlineData("fourteen chars", 1.0)]
    [InlineData("1 2 3, 4 5 6", 3.4)] // six digits, a breath, six other characters
    [InlineData("1200", 0.3)] // said as a number
    public void Single_digits_and_pauses_take_longer_than_letters(string text, double seconds) =>
        AssertSeconds(seconds, SpeakingTime.Of(text));

    [Fact]
    public void Case_12_repetitions_count()
    {
        AssertSeconds(3.0, SpeakingTime.Of(new Say("fourteen chars", null, null, Loop: 3)));
        AssertSeconds(9.0, SpeakingTime.Of(new Play("a.mp3", null, Loop: 3)));
        AssertSeconds(1000.0, SpeakingTime.Of(new Say("fourteen chars", null, null, Loop: 0)));
    }

    private static void AssertSeconds(double expected, TimeSpan actual) => Assert.Equal(expected, actual.TotalSeconds, precision: 3);
}
