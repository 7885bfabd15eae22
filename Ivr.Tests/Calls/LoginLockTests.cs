using Ivr.Tests.Host;

namespace Ivr.Tests.Calls;

/// <summary>The phone line's own lock on a login.</summary>
public sealed class LoginLockTests(TestCluster cluster)
{
    [Fact]
    public async Task Guesses_made_at_the_same_moment_in_many_calls_are_no_way_around_the_lock()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        // This phone does not advance the server's clock, so no lock expires during the test.
        using var phone = server.CreatePhone(options => options with { Clock = null });
        var calls = await Task.WhenAll(Enumerable.Range(0, 40).Select(async guess =>
        {
            var call = await phone.DialAsync(TestData.FlandersLandline);
            await call.Presses($"{TestData.Nl.Login}#");
            return (call, guess);
        }));

        await Task.WhenAll(calls.Select(caller => caller.call.Presses($"{10000 + caller.guess}#")));

        Assert.Equal(5, calls.Count(caller => caller.call.Heard.Contains("passen niet bij elkaar", StringComparison.Ordinal)));
        Assert.Equal(35, calls.Count(caller => caller.call.Heard.Contains("één minuut", StringComparison.Ordinal)));
        foreach (var (call, _) in calls)
            await call.DisposeAsync();
    }
}
