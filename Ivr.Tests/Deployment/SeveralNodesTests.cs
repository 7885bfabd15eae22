using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Deployment;

/// <summary>
/// Three servers on one PostgreSQL: each webhook of a call goes to another server, one server dies, and the web pages show each entry
/// exactly once.
/// </summary>
public sealed partial class SeveralNodesTests(TestCluster cluster)
{
    [Fact]
    public async Task A_node_dies_in_the_middle_of_calls_that_go_round_all_of_them_and_the_screens_stay_right()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await Visitors.AddAsync(database);
        using var folder = new TemporaryFolder();
        using var balancer = new Balancer();
        var nodes = new List<Node>();
        try
        {
            for (var i = 0; i < 3; i++)
                nodes.Add(await Node.StartAsync(database, folder, balancer, $"{i}", $"--Node:Name=node-{i}"));
            await Eventually.TrueAsync(() => balancer.Serving == 3, "Three servers");
            using var phone = balancer.CreatePhone();
            using var dying = await SignedInAsync(nodes[0]);
            using var staying = await SignedInAsync(nodes[1]);
            using var other = await SignedInAsync(nodes[2]);
            await using var lost = await EventStream.OpenAsync(dying, "/company/live?since=0");
            await using var one = await EventStream.OpenAsync(staying, "/company/live?since=0");
            await using var two = await EventStream.OpenAsync(other, "/company/live?since=0");

            // With only one call, each webhook goes to the next server.
            var references = new List<string> { await RecordAsync(await BegunAsync(phone), database) };
            Assert.Equal(3, balancer.Sent.Distinct().Count());
            Assert.All(balancer.Sent.Zip(balancer.Sent.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
            var seen = await SeesAsync(lost, references);

            PhoneCall[] calls = [await BegunAsync(phone), await BegunAsync(phone), await BegunAsync(phone)];
            await nodes[0].CrashAsync();
            await Eventually.TrueAsync(() => balancer.Serving == 2, "Two servers");
            Assert.True(await lost.IsOverAsync());
            foreach (var call in calls)
                references.Add(await RecordAsync(call, database));

            await SeesAsync(one, references);
            await SeesAsync(two, references);
            // The browser of the dead server continues on another one, with the same session, after the last event that it received.
            using var moved = new Door(nodes[1].Url);
            foreach (var (name, value) in dying.Cookies)
                moved.Cookies[name] = value;
            await using var again = await EventStream.OpenAsync(moved, "/company/live", seen);
            await SeesAsync(again, [.. references.Skip(1)], total: references.Count);
            foreach (var door in new[] { moved, staying, other })
                await HasOnceAsync(door, references);
            foreach (var node in nodes.Skip(1))
                await CountsAsync(node, references.Count);
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    private static async Task<Door> SignedInAsync(Node node)
    {
        var door = new Door(node.Url);
        await door.SignInAsync(Visitors.OfAlfa);
        return door;
    }

    private static async Task<PhoneCall> BegunAsync(Phone phone)
    {
        var call = await phone.DialAsync(TestData.FlandersLandline, cancellationToken: TestContext.Current.CancellationToken);
        await call.Presses(TestData.Nl.Keys);
        await call.Presses(TestData.InFlanders);
        return call;
    }

    private static async Task<string> RecordAsync(PhoneCall call, TestDatabase database)
    {
        await call.Presses("1");
        await call.Presses("3");
        await call.Presses("1");
        call.Hears("Uw prestatie is geregistreerd.");
        await call.HangsUp();
        await call.DisposeAsync();
        return Assert.Single(await database.FeedAsync(), row => row.CallSid == call.CallSid).Reference;
    }

    // Reads until all entries have arrived. An entry that arrives twice has the same reference, and the total counts each entry once.
    private static async Task<string> SeesAsync(EventStream stream, List<string> references, int? total = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        ServerEvent next;
        do
        {
            next = await stream.NextAsync("entries");
            seen.UnionWith(next.References);
        }
        while (seen.Count < references.Count || next.Total < (total ?? references.Count));
        Assert.Superset(references.ToHashSet(StringComparer.Ordinal), seen);
        Assert.Equal(total ?? references.Count, next.Total);
        return next.Id;
    }

    private static async Task HasOnceAsync(Door door, List<string> references)
    {
        var page = await door.ReadAsync("/company");
        Assert.Equal(references.Order(StringComparer.Ordinal), Rows().Matches(page).Select(row => row.Groups["reference"].Value).Order(StringComparer.Ordinal));
    }

    // The dead server may not have written its last trace events. Another server writes them with the next webhook of the call, because the
    // row follows the latest webhook.
    private static async Task CountsAsync(Node node, int calls)
    {
        using var door = new Door(node.Url);
        await door.SignInAsync(Visitors.Operator);
        var page = "";
        await Eventually.TrueAsync(
            async () => (page = await door.ReadAsync("/operator")).Contains($@"id=""calls-in-all"" data-live>{calls}<", StringComparison.Ordinal)
                && page.Contains(@"id=""calls-now"" data-live>0<", StringComparison.Ordinal)
                && page.Contains(@"id=""rate-recorded"" data-live>100 %<", StringComparison.Ordinal),
            "All calls, once, on the operator's page");
    }

    [GeneratedRegex("data-reference=\"(?<reference>[0-9 ]+)\"", RegexOptions.None, 1000)]
    private static partial Regex Rows();
}
