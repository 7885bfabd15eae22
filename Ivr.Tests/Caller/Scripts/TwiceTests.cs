using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Tests.Caller.Scripts;

/// <summary>When a webhook arrives twice at the same time, both responses must have the same words.</summary>
public class TwiceTests
{
    private const string Ask = """<Gather numDigits="1" action="/answer"><Say language="en-GB">Press a key.</Say></Gather>""";

    [Fact]
    public async Task It_arrives_twice_alike_and_the_call_goes_on_once()
    {
        await using var server = (await ScriptedServer.StartAsync(Ask)).On("/answer", Say("Goodbye."));

        var result = await RunAsync(server);

        Assert.Null(result.Failure);
        var answers = server.Received.Where(received => received.Line.Contains("/answer", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, answers.Count);
        Assert.Equal(answers[0].Form, answers[1].Form);
        Assert.Equal(answers[0].Headers["I-Twilio-Idempotency-Token"], answers[1].Headers["I-Twilio-Idempotency-Token"]);
    }

    [Fact]
    public async Task Other_words_the_second_time_fail_the_script()
    {
        var times = 0;
        await using var server = (await ScriptedServer.StartAsync(Ask)).On(
            "/answer",
            context => ScriptedServer.WriteAsync(
                context, System.Text.Encoding.UTF8.GetBytes($"<Response>{Say($"Number {Interlocked.Increment(ref times)}.")}</Response>")));

        var result = await RunAsync(server);

        Assert.Contains("> Expected: the same words for a webhook that came twice: \"Number ", Squeezed(result.Failure), StringComparison.Ordinal);
    }

    private static Task<ScriptResult> RunAsync(ScriptedServer server)
    {
        var file = ScriptFile.Parse("twice.yaml", "title: Twice\ndial: \"+3280035530\"\nsteps:\n- repeat: next\n- press: 1\nends: end of document\n");
        var options = new PhoneOptions { VoiceUrl = new Uri(server.Url, "/voice/incoming"), AuthToken = "12345" };
        return new ScriptRunner(options, new NoWorld()).RunAsync(file, file.Runs.Single());
    }

    private static string Say(string words) => $"""<Say language="en-GB">{words}</Say>""";

    private static string? Squeezed(string? text) => text is null ? null : string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
