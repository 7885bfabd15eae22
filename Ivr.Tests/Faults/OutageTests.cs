using System.Diagnostics;
using System.Globalization;
using Dapper;
using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults;

/// <summary>PostgreSQL is stopped from before the first call until after the last, and one server is killed meanwhile.</summary>
[Trait("Category", "Faults")]
public sealed class OutageTests(FilledPostgres postgres, ITestOutputHelper output)
{
    /// <summary>Environment variable: the duration of the outage in minutes. Without it the outage lasts for some hundred calls.</summary>
    public const string MinutesVariable = "IVR_OUTAGE_MINUTES";

    private const string Name = "PostgreSQL away";
    private const int Some = 4 * Traffic.Lines;

    // During a long outage, lines pause between calls, so the number of callers is realistic.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Nothing_that_a_caller_left_is_lost_and_the_outage_can_be_proved()
    {
        var isAsked = double.TryParse(Environment.GetEnvironmentVariable(MinutesVariable), CultureInfo.InvariantCulture, out var minutes);
        Action<string> say = isAsked ? Console.WriteLine : output.WriteLine;
        await using var bed = await FaultBed.StartAsync(postgres);
        // A server that has answered a call has loaded its keys.
        await bed.Traffic.WhileAsync("before", new Habit(), () => bed.Traffic.CallsAsync(Traffic.Lines));

        await bed.Databases.EndAtOnceAsync();
        var began = DateTime.UtcNow;
        IReadOnlySet<string> leftAtFirst = new HashSet<string>();
        var tried = await bed.Traffic.WhileAsync(
            Name, new Habit(Pause: isAsked ? Pause : default), async () => leftAtFirst = await CallAsync(bed, TimeSpan.FromMinutes(minutes)));
        var ended = DateTime.UtcNow;
        await bed.Databases.StartAgainAsync();
        await bed.Servers.ReadyAsync();

        var violations = await bed.CheckAsync();
        var operations = Operations(bed);
        var table = new FaultTable();
        table.Add(Name, tried);
        say(table.Print(operations, violations));
        Assert.Empty(violations);
        Assert.DoesNotContain(operations, operation => operation.Outcome == CallerKnowledge.Recorded);
        Assert.True(CallsThatLeft(bed).Count >= 2 * Some, "Too few calls left something.");
        await ProveAsync(bed, leftAtFirst, began, ended);
        Assert.Empty(await bed.FindPasswordsAsync());
    }

    // Returns the calls that left something while both servers ran.
    private static async Task<IReadOnlySet<string>> CallAsync(FaultBed bed, TimeSpan time)
    {
        await CallForAsync(bed, time / 3);
        var left = CallsThatLeft(bed);
        await bed.Servers.CrashAsync(0);
        await CallForAsync(bed, time / 3);
        // The restarted server has its journal and a copy of the keys beside it, so it takes calls without the database.
        var written = LeftOnDisk.Entries(bed.Servers.JournalFolder(0));
        await bed.Servers.StartAsync(0);
        await CallForAsync(bed, time / 3);
        Assert.True(LeftOnDisk.Entries(bed.Servers.JournalFolder(0)) >= written + Some / 4, "Too little was left on the server that was started again.");
        return left;
    }

    private static async Task CallForAsync(FaultBed bed, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        do
            await bed.Traffic.CallsAsync(Some);
        while (watch.Elapsed < time);
    }

    private static IReadOnlyList<Operation> Operations(FaultBed bed) => [.. bed.History.Operations().Where(operation => operation.Fault == Name)];

    private static HashSet<string> CallsThatLeft(FaultBed bed) =>
        [.. Operations(bed).Where(operation => operation.Outcome == CallerKnowledge.Left).Select(operation => operation.CallSid)];

    // Each server has one incident, from the first call that the outage hit until after the last one, including the restart. A call that
    // gave up the database after two webhooks to a stopped server does not count as hit by the outage.
    private static async Task ProveAsync(FaultBed bed, IReadOnlySet<string> hit, DateTime began, DateTime ended)
    {
        await using var connection = await bed.Databases.Primary.OpenAsync();
        var incidents = (await connection.QueryAsync<IncidentRow>("select * from incident where ended_at > @began", new { began })).ToList();
        Assert.Equal(2, incidents.Select(incident => incident.Node).Distinct().Count());
        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, incident => Assert.True(incident.StartedAt >= began && incident.EndedAt >= ended));
        Assert.True(incidents.Min(incident => incident.StartedAt) <= await connection.QuerySingleAsync<DateTime>("select min(left_at) from emergency_entry"));
        Assert.Empty(hit.Except(await connection.QueryAsync<string>("select call_sid from incident_call")));
    }
}
