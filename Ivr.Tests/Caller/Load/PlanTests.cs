using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>The load command makes the requested number of calls at the requested times, and the figures cover all of them.</summary>
public sealed class PlanTests(TestCluster cluster) : LoadTest(cluster)
{
    [Fact]
    public async Task Callers_at_once_call_again_until_all_calls_are_made()
    {
        Assert.Equal(0, await Desk.LoadAsync(["--at-once", "4", "--calls", "20", .. Database]));

        Assert.Equal(20, Desk.Calls.GetProperty("confirmed").GetInt32());
        Assert.Equal(20, (await Server.Database.FeedAsync()).Count);
        Assert.Equal(
            ["incoming", "Login", "Password", "UserNumber", "Activity", "Hours", "Summary", "status"],
            Desk.Webhooks.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()));
        Assert.Equal(160, Desk.Webhooks.GetProperty("count").GetInt32());
        Assert.Equal(140, Desk.Webhooks.GetProperty("byStatus").GetProperty("200").GetInt32());
        Assert.Equal(20, Desk.Webhooks.GetProperty("byStatus").GetProperty("204").GetInt32());
        Assert.Contains("20 rows on record are the 20 that callers heard confirmed", Desk.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, "--rate", "10", "--duration", "2s")]
    [InlineData(40, "--rate", "10", "--duration", "2s", "--burst", "3x:1s")]
    [InlineData(15, "--rate", "10", "--duration", "2s", "--ramp", "1s")]
    [InlineData(7, "--rate", "100", "--calls", "7")]
    public async Task New_callers_come_at_the_rate(int expected, params string[] plan)
    {
        Assert.Equal(0, await Desk.LoadAsync(plan));

        Assert.Equal(expected, Desk.Calls.GetProperty("confirmed").GetInt32());
        Assert.Contains("Not checked: whether the rows on record are the confirmed calls", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_who_come_as_people_do_come_at_the_same_moments_each_time()
    {
        Assert.Equal(0, await Desk.LoadAsync("--rate", "20", "--duration", "1s", "--arrivals", "poisson"));
        var first = Desk.Calls.GetProperty("made").GetInt32();
        Assert.Equal(0, await Desk.LoadAsync("--rate", "20", "--duration", "1s", "--arrivals", "poisson"));

        Assert.Equal(first, Desk.Calls.GetProperty("made").GetInt32());
        Assert.InRange(first, 8, 36);
    }

    [Fact]
    public async Task What_warms_up_is_not_measured_but_held_against_the_rows()
    {
        Assert.Equal(0, await Desk.LoadAsync(["--rate", "10", "--warm-up", "1s", "--duration", "1s", .. Database]));

        Assert.Equal(10, Desk.Calls.GetProperty("made").GetInt32());
        Assert.Equal(10, Desk.Calls.GetProperty("warmedUp").GetInt32());
        Assert.Equal(20, Desk.Json.GetProperty("rows").GetProperty("recorded").GetInt32());
    }

    [Fact]
    public async Task Made_up_people_can_be_imported_and_call()
    {
        Assert.Equal(0, await Desk.RunAsync("load", "make-data", "--workers", "120", "--clients", "300", "--folder", "people"));
        foreach (var table in (string[])["companies", "workers", "clients"])
        {
            var (exitCode, _, errors) = await ServerProgram.RunAsync(
                Desk.Folder, "Production", "import", table, $"people/{table}.csv", $"--ConnectionStrings:Ivr={Server.Database.ConnectionString}",
                $"--Passwords:Pepper={TestCluster.Pepper}", $"--Passwords:Iterations={TestCluster.Iterations}");
            Assert.True(exitCode == 0, string.Join('\n', errors));
        }

        Assert.Equal(0, await Desk.LoadAsync(["--data", "people", "--at-once", "4", "--calls", "130", .. Database]));

        var rows = await Server.Database.FeedAsync();
        Assert.Equal(130, rows.Count);
        Assert.Equal(120, rows.Select(row => row.WorkerLogin).Distinct().Count());
        Assert.All(rows, row => Assert.True(long.Parse(row.UserNumber[..10]) % 97 == int.Parse(row.UserNumber[10..]) % 97, row.UserNumber));
    }

    [Fact]
    public async Task Turns_that_are_left_out_are_those_that_a_run_before_had()
    {
        Assert.Equal(0, await Desk.LoadAsync("--at-once", "1", "--calls", "2"));
        var before = await Server.Database.FeedAsync();
        Assert.Equal(0, await Desk.LoadAsync("--at-once", "1", "--calls", "1", "--skip", "2"));

        var after = (await Server.Database.FeedAsync()).ExceptBy(before.Select(row => row.Reference), row => row.Reference).Single();
        Assert.DoesNotContain(after.WorkerLogin, before.Select(row => row.WorkerLogin));
    }

    [Fact]
    public async Task Callers_take_the_part_of_the_time_that_they_are_told_to()
    {
        Assert.Equal(0, await Desk.LoadAsync("--calls", "4", "--at-once", "4", "--pace", "0.02"));

        // The call takes a minute and a half on a real line; this time is not part of the webhooks' response times.
        Assert.InRange(Desk.Calls.GetProperty("milliseconds").GetProperty("p50").GetDouble(), 1000, 60_000);
        Assert.InRange(Desk.Webhooks.GetProperty("milliseconds").GetProperty("p50").GetDouble(), 0, 1000);
    }

    [Fact]
    public async Task A_script_of_ones_own_is_played()
    {
        await Desk.WriteAsync("hours.yaml", """
            title: Comes no further than the hours
            dial: "+3280035180"
            steps:
            - press: "<login>#<password>#"
            - press: "<user_number>"
            - press: 1
            - state: Hours
            - hang up
            """);

        Assert.Equal(0, await Desk.LoadAsync(["hours.yaml", "--calls", "5", .. Database]));

        Assert.Equal(5, Desk.Calls.GetProperty("unconfirmed").GetInt32());
        Assert.Equal("Comes no further than the hours", Desk.Json.GetProperty("script").GetString());
        Assert.Empty(await Server.Database.FeedAsync());
    }

    [Fact]
    public async Task Processor_time_and_memory_are_those_of_the_processes_named()
    {
        var here = $"{Environment.ProcessId}";

        Assert.Equal(0, await Desk.LoadAsync("--calls", "20", "--server-pid", here, "--postgres-pid", here));

        Assert.InRange(Desk.Json.GetProperty("serverProcess").GetProperty("seconds").GetDouble(), 0.01, 1000);
        Assert.InRange(Desk.Json.GetProperty("serverProcess").GetProperty("peakMemoryMegabytes").GetInt64(), 20, 100_000);
        Assert.InRange(Desk.Json.GetProperty("databaseProcesses").GetProperty("seconds").GetDouble(), 0.01, 1000);
        Assert.InRange(Desk.Json.GetProperty("generator").GetProperty("seconds").GetDouble(), 0.01, 1000);
    }
}
