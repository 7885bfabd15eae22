using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Ivr.Tests.Host;
using Ivr.Tests.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>A collector gets the names that operators expect, and no data about the caller or the keys.</summary>
public sealed class OtlpTests(TestCluster cluster)
{
    [Fact]
    public async Task A_collector_gets_traces_and_metrics_by_their_names_and_nobodys_numbers()
    {
        await using var collector = await Collector.StartAsync();
        string callSid;
        await using (var server = await TestServer.StartAsync(cluster, null, ToCollector(collector, "Node:Name=the-first-node")))
        {
            await Canary.ImportAsync(server.Database);
            await using (var call = await server.DialAsync(TestData.FlandersLandline, Canary.Caller))
            {
                callSid = call.CallSid;
                await call.Presses($"{Canary.Login}#{Canary.WrongPassword}#{Canary.Login}#{Canary.Password}#");
                await call.Presses(Canary.NobodysUserNumber + Canary.UserNumber + "#131");
                await call.HangsUp();
            }

            await Database.Health.ReadyAsync(server);
            await server.StopAsync();
        }

        var (traces, metrics) = (collector.At("/v1/traces"), collector.At("/v1/metrics"));
        Assert.All(
            ["service-voucher-ivr", "the-first-node", "POST /voice/answer", "http.route", "ivr.call.sid", callSid, "ivr.step", "Summary", "db.query.text"],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            ["http.server.request.duration", "db.client.", "ivr.webhook.duration", "ivr.calls.started", "ivr.passwords.wait", "ivr.trace.written", "flanders-brussels"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.Equal(["application/x-protobuf"], collector.Types);
        Canary.AssertNoneIn(traces);
        Canary.AssertNoneIn(metrics);
        Assert.DoesNotContain("url.query", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collector_that_is_away_disturbs_no_call()
    {
        await using var server = await TestServer.StartAsync(
            cluster, null, "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", "OTEL_BSP_SCHEDULE_DELAY=50");
        await using var call = await server.DialAsync(TestData.FlandersLandline);

        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");

        call.Hears("Uw prestatie is geregistreerd.");
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_holds_the_stop_up_for_no_longer_than_two_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var server = await TestServer.StartAsync(
            cluster, null, $"OTEL_EXPORTER_OTLP_ENDPOINT=http://{silent.LocalEndpoint}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
            await call.Presses(TestData.Nl.Keys);
        await using var metronome = new Metronome();
        var watch = Stopwatch.StartNew();

        await server.StopAsync();
        await server.DisposeAsync();

        // Without the server's limit, the last exports of traces and of metrics would wait five seconds each.
        Assert.True(silent.Pending(), "Nothing was sent.");
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1.5), metronome.Allow(TimeSpan.FromSeconds(8)));
    }

    [Fact]
    public async Task A_request_that_fails_tells_nothing_of_what_it_failed_on()
    {
        const string secret = "/failing?call=" + Canary.SealedState;
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartWithAsync(cluster, FailAtAll, ToCollector(collector)))
        {
            using var http = new HttpClient();
            using var answer = await http.PostAsync(new Uri(server.Url, secret), content: null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            await server.StopAsync();
        }

        var failed = Assert.Single(collector.Spans, span => span.Name == "POST /failing");
        Assert.True(failed.Failed);
        Assert.Equal(("500", typeof(InvalidOperationException).FullName), (failed.Attributes["http.response.status_code"], failed.Attributes["error.type"]));
        foreach (var sent in new[] { collector.At("/v1/traces"), collector.At("/v1/metrics") })
        {
            Canary.AssertNoneIn(sent);
            Assert.DoesNotContain("url.query", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("/failing?", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("It failed", sent, StringComparison.Ordinal);
        }

        static void FailAtAll(WebApplication app) =>
            app.MapPost("/failing", string (string call) => throw new InvalidOperationException($"It failed on /failing?call={call}."));
    }

    [Fact]
    public async Task A_statement_that_fails_tells_nothing_of_what_it_failed_on()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartAsync(cluster, null, ToCollector(collector)))
        {
            await using var connection = await server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
            // PostgreSQL quotes the text that is not a number.
            var refused = await Assert.ThrowsAsync<PostgresException>(
                () => connection.ExecuteAsync("select @keyed::text::int", new { keyed = Canary.SealedState }));
            Assert.Contains(Canary.SealedState, refused.Message, StringComparison.Ordinal);
            await server.StopAsync();
        }

        Assert.Contains(collector.Spans, span => span.Failed && span.Attributes.GetValueOrDefault("db.response.status_code") == "22P02");
        Canary.AssertNoneIn(collector.At("/v1/traces"));
        Assert.DoesNotContain("invalid input", collector.At("/v1/traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_nothing_that_could_send()
    {
        await using var collector = await Collector.StartAsync();
        await using var sending = await TestServer.StartAsync(cluster, null, ToCollector(collector));
        await using var server = await TestServer.StartAsync(cluster, null, "OTEL_EXPORTER_OTLP_ENDPOINT=", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

        Assert.All(Senders(sending), Assert.NotNull);
        Assert.All(Senders(server), Assert.Null);

        static object?[] Senders(TestServer server) =>
        [
            server.Services.GetService<TracerProvider>(),
            server.Services.GetService<MeterProvider>(),
            server.Services.GetServices<IHostedService>().FirstOrDefault(service => service.GetType().FullName!.StartsWith("OpenTelemetry.", StringComparison.Ordinal)),
        ];
    }

    [Fact]
    public async Task Without_an_endpoint_the_libraries_that_would_listen_are_not_even_loaded()
    {
        await using var collector = await Collector.StartAsync();

        string[] needed = ["OpenTelemetry.Exporter.OpenTelemetryProtocol.dll", "OpenTelemetry.Extensions.Hosting.dll", "OpenTelemetry.Instrumentation.AspNetCore.dll"];
        Assert.Empty(needed.Except(await LoadedAsync(ToCollector(collector))));
        Assert.Empty(needed.Intersect(await LoadedAsync()));
    }

    [Fact]
    public async Task Each_webhook_is_one_event_in_the_log_with_its_step_and_time()
    {
        await using var server = await TestServer.StartAsync(cluster, null, "Node:Name=the-first-node");
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys);
            await call.HangsUp();
        }

        await Eventually.TrueAsync(() => Task.FromResult(Told(server).Count == 4), "Not every webhook is told of.");
        Assert.Collection(
            Told(server),
            line => Assert.Matches(@": incoming 1 of \S+ on line flanders-brussels brought 0 keys; Login in nl, None; [0-9.]+ ms on the-first-node", line),
            line => Assert.Matches(": answer 2 of .* brought 12 keys; Password in nl, None; ", line),
            line => Assert.Matches(": answer 3 of .* brought 5 keys; UserNumber in nl, None; ", line),
            line => Assert.Matches(": status 0 of .* brought 0 keys; none in none, completed; ", line));
    }

    // The server runs in a separate process, because this process has other servers and their listeners.
    private async Task<IReadOnlyCollection<string>> LoadedAsync(params string[] settings)
    {
        using var folder = new TemporaryFolder();
        await using var database = new TestDatabase(await cluster.CreateDatabaseAsync());
        await using var program = ServerProgram.Start(
            folder.Path,
            "Production",
            [
                "serve",
                "--Urls=http://127.0.0.1:0",
                $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
                $"--Twilio:AuthToken={TestServer.AuthToken}",
                $"--Passwords:Pepper={TestCluster.Pepper}",
                .. settings.Select(setting => $"--{setting}"),
            ]);
        await program.SaysAsync("Application started.");
        return File.ReadLines($"/proc/{program.Id}/maps").Select(Path.GetFileName).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static List<string> Told(TestServer server) => [.. server.Log.Lines.Where(line => line.Contains("WebhookFilter: Call", StringComparison.Ordinal))];

    private static string[] ToCollector(Collector collector, params string[] more) =>
    [
        $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", .. more,
    ];
}
