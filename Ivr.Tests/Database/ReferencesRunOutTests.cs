using System.Net;
using Ivr.Caller.Hearing;
using Ivr.Tests.Documentation;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Database;

/// <summary>The warnings before references run out, and the plan for that in docs/restore.md.</summary>
public sealed class ReferencesRunOutTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Warning = "Few references are left: prepare longer ones.";

    private static readonly HttpClient Http = new();

    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await cluster.TakeDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(0, false)]
    [InlineData(69_999_998, false)]
    [InlineData(70_000_500, true)]
    public async Task Readiness_the_log_and_a_metric_tell_it_early(long given, bool isTold)
    {
        await _database.ExecuteAsync($"select setval('reference_number', {given})");
        await using var server = await StartAsync();
        Assert.Equal(89_999_999 - given, await LeftAsync(server));

        var (status, body) = await ReadyAsync(server);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(isTold ? $"Healthy\n{Warning}" : "Healthy", body);
        Assert.Equal(
            isTold, server.Log.Lines.Any(line => line.Contains($"{89_999_999 - given} references are left for entries", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_database_that_gave_no_reference_yet_has_all_of_them()
    {
        await using var server = await StartAsync();

        Assert.Equal(90_000_000, await LeftAsync(server));
    }

    [Fact]
    public async Task Without_references_a_server_is_not_ready_until_there_are_longer_ones()
    {
        await _database.ExecuteAsync("select setval('reference_number', 89999999)");
        await using var server = await StartAsync();
        Assert.Equal(0, await LeftAsync(server));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
        Assert.Equal(HttpStatusCode.OK, await Health.ServingAsync(server));

        await FollowThePlanAsync();

        await Health.BecomesAsync(server, HttpStatusCode.OK);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await ReadyAsync(server));
    }

    [Fact]
    public async Task After_the_plan_in_the_documentation_calls_go_on_from_nine_digits_to_ten()
    {
        await _database.ExecuteAsync("select setval('reference_number', 89999999 - 1)");
        await using var server = await StartAsync();
        await Visitors.AddAsync(_database);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        var nine = HeardReference.AllIn(call.Heard).Last();

        // In the middle of a call.
        await FollowThePlanAsync();
        await call.Presses("1" + TestData.InBrussels + "141");

        var ten = HeardReference.AllIn(call.Heard).Last();
        Assert.Equal((9, 10), (nine.Length, ten.Length));
        Assert.Equal([nine, ten], (await _database.FeedAsync()).OrderBy(row => row.EntryNo).Select(row => row.Reference));
        using var door = new Door(server);
        await door.SignInAsync(Visitors.OfAlfa);
        Assert.Contains(ten, (await door.ReadAsync($"/company/entries/{ten}")).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task References_of_ten_digits_are_different_and_right_to_the_last()
    {
        await FollowThePlanAsync();
        foreach (var from in new[] { 89_999_999L, 400_000_000L, 989_999_999L - 1000 })
        {
            await _database.ExecuteAsync($"select setval('reference_number', {from})");
            var references = await _database.QueryAsync<string>("select next_reference() from generate_series(1, 1000)");

            Assert.Equal(1000, references.Distinct().Count());
            Assert.All(references, reference =>
            {
                Assert.Matches("^[0-8][0-9]{9}$", reference);
                Assert.Equal(HeardReference.CheckDigit(reference[..^1]), reference[^1]);
            });
        }

        // The stride has no factor in common with the length of the series, so every number comes once.
        Assert.Equal(1, await _database.SingleAsync<int>("select gcd(384623111, 900000000)"));
    }

    private Task<TestServer> StartAsync() => TestServer.StartOnAsync(_database.ConnectionString, new(TestServer.Afternoon));

    // The server reads the number in the background.
    private static async Task<long> LeftAsync(TestServer server)
    {
        long? left = null;
        using var listener = Figures.Listen<long>(server, "ivr.references.left", figure => left = figure);
        await Eventually.TrueAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return left is not null;
            },
            "The number of references is not measured.");
        return left!.Value;
    }

    private async Task FollowThePlanAsync()
    {
        var steps = Page.Of("restore.md").Blocks("sql").Where(block => block.Contains("prestation_reference_check", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, steps.Count);
        foreach (var step in steps)
            await _database.ExecuteAsync(step);
    }

    private static async Task<(HttpStatusCode Status, string Body)> ReadyAsync(TestServer server)
    {
        using var response = await Http.GetAsync(new Uri(server.Url, "/health/ready"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
