using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>The exported data follow the semantic conventions of OpenTelemetry, so that dashboards made by others work.</summary>
public sealed class ConventionTests(TestCluster cluster)
{
    [Fact]
    public async Task A_request_is_a_span_with_its_route_and_what_became_of_it()
    {
        await using var collector = await Collector.StartAsync();
        string port;
        await using (var server = await StartAsync(collector))
        {
            port = $"{server.Url.Port}";
            await CallAsync(server);
            foreach (var path in new[] { "/company", "/company/entries/271828180", "/nowhere" })
                await GetAsync(server, path);
            using var http = new HttpClient();
            using var unsigned = await http.PostAsync(new Uri(server.Url, "/voice/incoming"), content: null, TestContext.Current.CancellationToken);
            await server.StopAsync();
        }

        var requests = Requests(collector, port).ToList();
        Assert.All(requests, span => Assert.True(span.Attributes.ContainsKey("http.response.status_code"), span.Name));
        Assert.Equal(
            [
                "GET  404", "GET company 401", "GET company/entries/{reference:length(9,10)} 401",
                "POST /voice/answer 200", "POST /voice/incoming 200", "POST /voice/incoming 403", "POST /voice/status 204",
            ],
            requests.Select(span => $"{span.Attributes["http.request.method"]} {Route(span)} {span.Attributes["http.response.status_code"]}").Distinct().Order(StringComparer.Ordinal));
        Assert.All(requests, span => Assert.Equal($"{span.Attributes["http.request.method"]} {Route(span)}".TrimEnd(), span.Name));
        Assert.DoesNotContain(requests, span => span.Failed);

        static string Route(ReceivedSpan span) => span.Attributes.GetValueOrDefault("http.route", "");
    }

    [Fact]
    public async Task A_request_that_failed_is_a_span_that_failed()
    {
        await using var collector = await Collector.StartAsync();
        string port;
        await using (var server = await StartAsync(collector))
        {
            port = $"{server.Url.Port}";
            await server.Database.ExecuteAsync("alter table secured_user rename to elsewhere");
            using var door = new Secured.Door(server);
            using var answer = await door.TryAsync("somebody", "a password that is long enough");
            await server.StopAsync();
        }

        var failed = Assert.Single(Requests(collector, port), span => span.Failed);
        Assert.Equal(("503", "503"), (failed.Attributes["http.response.status_code"], failed.Attributes["error.type"]));
    }

    [Fact]
    public async Task What_a_balancer_asks_is_not_told_of_nor_what_the_database_is_asked_for_it()
    {
        await using var collector = await Collector.StartAsync();
        string port;
        string database;
        await using (var server = await StartAsync(collector))
        {
            port = $"{server.Url.Port}";
            database = await server.Database.SingleAsync<string>("select current_database()::text");
            await CallAsync(server);
            foreach (var path in new[] { "/health/live", "/health/serving", "/health/ready" })
                await GetAsync(server, path);
            await server.StopAsync();
        }

        var requests = Requests(collector, port).ToList();
        Assert.DoesNotContain(requests, span => span.Attributes["url.path"].StartsWith("/health", StringComparison.Ordinal));
        var ids = requests.Select(span => span.Id).ToHashSet(StringComparer.Ordinal);
        var asked = collector.Spans.Where(span => span.Parent.Length > 0 && span.Attributes.GetValueOrDefault("db.namespace") == database).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, span => Assert.Contains(span.Parent, ids));
        Assert.DoesNotContain(asked, span => span.Attributes.GetValueOrDefault("db.query.text", "").Contains("pg_is_in_recovery", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seconds_are_counted_in_buckets_that_are_fractions_of_a_second()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            await CallAsync(server);
            await server.StopAsync();
        }

        var histograms = collector.Points.Where(point => point is { Unit: "s", Bounds: not null }).ToList();
        Assert.Superset(
            new HashSet<string> { "http.server.request.duration", "db.client.operation.duration", "ivr.webhook.duration", "ivr.passwords.wait", "ivr.passwords.hash.duration" },
            histograms.Select(point => point.Name).ToHashSet());
        Assert.All(histograms, point => Assert.InRange(point.Bounds![0], 0.0001, 0.1));
    }

    [Fact]
    public async Task Connections_are_told_of_by_a_name_and_not_by_all_that_leads_to_the_database()
    {
        await using var collector = await Collector.StartAsync();
        string database;
        await using (var server = await StartAsync(collector))
        {
            database = await server.Database.SingleAsync<string>("select current_database()::text");
            await CallAsync(server);
            await server.StopAsync();
        }

        // The tests' own connections are reported too; they have no name.
        var pools = collector.Points.Select(point => point.Attributes.GetValueOrDefault("db.client.connection.pool.name")).OfType<string>().ToHashSet();
        Assert.Superset(new HashSet<string> { "ivr", "ivr-side" }, pools);
        Assert.DoesNotContain(pools, IsOfServer);
        Assert.NotEmpty(collector.Spans);
        Assert.DoesNotContain(collector.Spans.SelectMany(span => span.Attributes.Values), IsOfServer);

        bool IsOfServer(string value) => value.Contains($"Username={TestCluster.ServerRole};Database={database};", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attributes_of_our_own_have_our_own_name_before_them()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await StartAsync(collector))
        {
            await CallAsync(server);
            await server.StopAsync();
        }

        var ours = collector.Points.Where(point => point.Name.StartsWith("ivr.", StringComparison.Ordinal)).SelectMany(point => point.Attributes.Keys).ToHashSet();
        Assert.Contains("ivr.line", ours);
        Assert.All(ours, name => Assert.StartsWith("ivr.", name, StringComparison.Ordinal));
    }

    private Task<TestServer> StartAsync(Collector collector) => TestServer.StartAsync(
        cluster, null, $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

    // Only the requests to this server: other tests have servers in the same process.
    private static IEnumerable<ReceivedSpan> Requests(Collector collector, string port) => collector.Spans
        .Where(span => span.Attributes.ContainsKey("http.request.method") && span.Attributes["server.port"] == port);

    private static async Task CallAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders);
        await call.HangsUp();
    }

    private static async Task GetAsync(TestServer server, string path)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.Url, path), TestContext.Current.CancellationToken);
    }
}
