using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>Failed calls are counted by reason; the reasons contain no password.</summary>
public sealed class FailedCallTests(TestCluster cluster) : LoadTest(cluster)
{
    [Fact]
    public async Task Wrong_passwords_fail_at_the_state_that_they_lead_to()
    {
        Directory.CreateDirectory(Desk.In("people"));
        await Desk.WriteAsync("people/workers.csv", "login,password,company_code,name,language,active\n980000000011,47110,A,W,nl,true\n980000000044,83836,A,W,nl,true\n");
        await Desk.WriteAsync("people/clients.csv", TestData.Clients);

        Assert.Equal(1, await Desk.LoadAsync(["--data", "people", "--at-once", "1", "--calls", "6", .. Database]));

        Assert.Equal(3, Desk.Calls.GetProperty("confirmed").GetInt32());
        Assert.Equal(new() { ["expected state UserNumber, but state Login"] = 3 }, Desk.Failures);
        Assert.Contains("3 rows on record are the 3 that callers heard confirmed", Desk.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("83836", Desk.Output + Desk.Errors + Desk.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_left_over_are_not_told()
    {
        await Desk.WriteAsync("much.yaml", "title: Too much\ndial: \"+3280035530\"\nsteps:\n- press: 1111#1111#1111#1111#1111#1111#838361\n");

        Assert.Equal(1, await Desk.LoadAsync("much.yaml", "--calls", "2"));

        Assert.Equal(["over before the caller was done: ServerHungUp, in Ended"], Desk.Failures.Keys);
        Assert.DoesNotContain("83836", Desk.Output + Desk.Errors + Desk.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_every_webhook_is_refused_the_line_failed()
    {
        Desk.Token = "another token";

        Assert.Equal(3, await Desk.LoadAsync("--calls", "3"));

        Assert.Equal(new() { ["the server answered 403 Forbidden (11217)"] = 3 }, Desk.Failures);
        Assert.True(Desk.Webhooks.GetProperty("byStatus").GetProperty("403").GetInt32() >= 3);
    }

    [Fact]
    public async Task Who_is_asked_for_a_moment_keys_the_password_again()
    {
        using var held = new HeldHashing(Server);
        await held.TakeAllAsync();
        var load = Desk.LoadAsync("--calls", "1", "--at-once", "1");
        await Server.SaidAsync(", Busy;", times: 1);
        await held.LetGoAsync();

        Assert.Equal(0, await load);
        Assert.Equal(1, Desk.Calls.GetProperty("moments").GetInt32());
        Assert.Equal(1, Desk.Calls.GetProperty("confirmed").GetInt32());
    }

    [Fact]
    public async Task Nobody_there_is_nobody_there()
    {
        using var desk = new LoadDesk(new("http://127.0.0.1:9"));

        Assert.Equal(3, await desk.LoadAsync());

        Assert.Contains("Nobody listens at http://127.0.0.1:9", desk.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--at-once or --rate, not both.", "--at-once", "1", "--rate", "1")]
    [InlineData("--rate -1: write a number above 0.", "--rate", "-1")]
    [InlineData("--at-once 1.5: write a whole number above 0.", "--at-once", "1.5")]
    [InlineData("--duration soon: write 60s, 10min or 1h.", "--duration", "soon")]
    [InlineData("--burst twice: write 2x:60s.", "--rate", "1", "--duration", "9s", "--burst", "twice")]
    [InlineData("--burst is for --rate with --duration.", "--burst", "2x:1s", "--at-once", "1")]
    [InlineData("--burst needs a longer --duration", "--burst", "2x:5s", "--rate", "1", "--duration", "4s")]
    [InlineData("--arrivals odd: write fixed or poisson.", "--arrivals", "odd")]
    [InlineData("no such process is on this machine", "--server-pid", "999999999")]
    [InlineData("Name their folder with --data.", "--data", "nowhere")]
    [InlineData("no-script.yaml", "no-script.yaml")]
    public async Task What_makes_no_sense_is_told_and_nobody_is_dialled(string told, params string[] words)
    {
        Assert.Equal(2, await Desk.LoadAsync(words));

        Assert.Contains(told, Desk.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Server.Log.Lines, line => line.Contains("WebhookFilter: Call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_that_asks_for_more_than_a_telephone_is_refused()
    {
        await Desk.WriteAsync("later.yaml", "title: Later\ndial: \"+3280035530\"\nmoment: 2026-03-12 15:30\n");

        Assert.Equal(2, await Desk.LoadAsync("later.yaml"));

        Assert.Contains("later.yaml: under load a caller dials, hears, presses keys and hangs up", Desk.Errors, StringComparison.Ordinal);
    }
}
