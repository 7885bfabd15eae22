using Ivr.Caller.Calls;
using Ivr.Caller.Live;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Live;

/// <summary>
/// With access to the database, the live command compares the recorded prestations: only new ones, and only those of the calling number.
/// </summary>
public sealed class LivePrestationTests(TestCluster cluster) : LiveTest(cluster)
{
    private static readonly LiveOptions Options = new(TestNumber);

    [Fact]
    public async Task What_the_call_recorded_is_compared_and_what_was_there_before_is_not()
    {
        var result = await PlaceAsync(Straight);

        Assert.True(result.Script.Passed, result.Script.Failure);
        Assert.True(result.PrestationsChecked);
    }

    [Fact]
    public async Task What_differs_is_told()
    {
        var result = await PlaceAsync(Straight.Replace("hours: 3}", "hours: 4}", StringComparison.Ordinal));

        Assert.Contains("Expected: hours: 4", result.Script.Failure, StringComparison.Ordinal);
        Assert.Contains("Recorded: hours: 3", result.Script.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_on_record_is_told()
    {
        var result = await PlaceAsync(Straight, hangsUpAtOnce: true);

        Assert.Contains("Recorded: no prestation", result.Script.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_the_examples_is_not_told()
    {
        var script = Straight.Replace("press: 47110#", "press: <secret>#", StringComparison.Ordinal);

        var result = await PlaceAsync($"{script}\nexamples:\n- {{secret: 47110}}\n", hangsUpAtOnce: true);

        Assert.Contains("Example: secret: •••••", result.Script.Failure, StringComparison.Ordinal);
        Assert.DoesNotContain("47110", result.Script.Failure + result.Script.Example, StringComparison.Ordinal);
    }

    private async Task<LiveResult> PlaceAsync(string script, bool hangsUpAtOnce = false)
    {
        await using var server = await TestServer.TakeAsync(Cluster);
        await using var feed = PrestationFeed.Open(server.Database.ConnectionString);
        await using (var before = await server.DialAsync(TestData.FlandersLandline, TestNumber))
            await before.Presses($"{TestData.Nl.Keys}{TestData.InBrussels}191");
        Twilio.Answer = hangsUpAtOnce ? _ => Task.FromResult(("completed", 100)) : new FarEnd(server.Phone).AnswerAsync;
        using var line = new RealLine(TwilioApi.AccountSid, TwilioApi.Token, new(Twilio.Handler) { LookEvery = TimeSpan.FromMilliseconds(1) });
        var file = ScriptFile.Parse("live.yaml", script);
        var rehearsed = await LiveScript.RehearseAsync(
            PhoneOptions.For(Rehearsal.Url, TestServer.AuthToken), file, file.Runs[0], Options);
        return await rehearsed.PlaceAsync(line, feed, _ => { });
    }
}
