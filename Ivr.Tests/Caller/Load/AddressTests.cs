namespace Ivr.Tests.Caller.Load;

/// <summary>The load command refuses a server on another machine, unless --anywhere is given.</summary>
public sealed class AddressTests
{
    // Also this machine, but written as an IPv4-mapped IPv6 address it does not count as loopback.
    private const string Address = "127.0.0.2";

    private const string Call = "title: Listens\ndial: \"+3280035530\"\n";

    [Fact]
    public async Task Another_address_is_refused()
    {
        await using var server = await ScriptedServer.StartAsync("<Say>Hello.</Say><Hangup/>", Address);
        using var desk = new LoadDesk(Elsewhere(server.Url));
        await desk.WriteAsync("call.yaml", Call);

        Assert.Equal(2, await desk.LoadAsync("call.yaml", "--calls", "1"));

        Assert.Contains("is not this machine. Load on a machine that is not yours to load is an attack", desk.Errors, StringComparison.Ordinal);
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Anywhere_goes_there_with_a_warning()
    {
        await using var server = await ScriptedServer.StartAsync("<Say>Hello.</Say><Hangup/>", Address);
        server.OnRaw("/voice/status", "", status: 204);
        using var desk = new LoadDesk(Elsewhere(server.Url));
        await desk.WriteAsync("call.yaml", Call);

        Assert.Equal(0, await desk.LoadAsync("call.yaml", "--calls", "1", "--anywhere"));

        Assert.Contains("Warning: http://[::ffff:127.0.0.2]", desk.Errors, StringComparison.Ordinal);
        Assert.Equal(["/voice/incoming", "/voice/status"], server.Received.Select(received => received.PathAndQuery));
    }

    [Fact]
    public async Task An_answer_that_leads_elsewhere_is_not_followed()
    {
        await using var other = await ScriptedServer.StartAsync("<Say>Hello.</Say>", Address);
        await using var server = await ScriptedServer.StartAsync($"<Redirect>{Elsewhere(other.Url)}voice/incoming</Redirect>");
        using var desk = new LoadDesk(server.Url);
        await desk.WriteAsync("call.yaml", Call);

        Assert.Equal(1, await desk.LoadAsync("call.yaml", "--calls", "1"));

        Assert.Empty(other.Received);
    }

    [Fact]
    public async Task In_real_time_a_call_takes_as_long_as_it_does()
    {
        await using var server = await ScriptedServer.StartAsync("<Pause length=\"1\"/><Hangup/>");
        server.OnRaw("/voice/status", "", status: 204);
        using var desk = new LoadDesk(server.Url);
        await desk.WriteAsync("call.yaml", Call);

        Assert.Equal(0, await desk.LoadAsync("call.yaml", "--calls", "3", "--at-once", "3", "--real-time"));

        Assert.InRange(desk.Calls.GetProperty("milliseconds").GetProperty("p50").GetDouble(), 1000, 60_000);
        Assert.InRange(desk.Of("status", "max"), 0, 999);
    }

    private static Uri Elsewhere(Uri server) => new($"http://[::ffff:{Address}]:{server.Port}/");
}
