using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Ivr.Tests.Security;

namespace Ivr.Tests.Telemetry;

/// <summary>What a collector gets: the names that operators look for, and nothing of who called or what was keyed.</summary>
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
                await call.Presses(Canary.NobodysUserNumber + Canary.UserNumber + "131");
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

        call.Hears("Geregistreerd. Uw referentie is");
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_sent()
    {
        await using var collector = await Collector.StartAsync();
        await using (var server = await TestServer.StartAsync(cluster))
        {
            await using var call = await server.DialAsync(TestData.FlandersLandline);
            await server.StopAsync();
        }

        Assert.Empty(collector.Types);
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

        await Outages.EventuallyAsync(() => Task.FromResult(Told(server).Count == 4), "Not every webhook is told of.");
        Assert.Collection(
            Told(server),
            line => Assert.Matches(@": incoming 1 of \S+ on line flanders-brussels brought 0 keys; Login in nl, None; [0-9.]+ ms on the-first-node", line),
            line => Assert.Matches(": answer 2 of .* brought 12 keys; Password in nl, None; ", line),
            line => Assert.Matches(": answer 3 of .* brought 5 keys; MainMenu in nl, None; ", line),
            line => Assert.Matches(": status 0 of .* brought 0 keys; none in none, completed; ", line));
    }

    private static List<string> Told(TestServer server) => [.. server.Log.Lines.Where(line => line.Contains("WebhookFilter: Call", StringComparison.Ordinal))];

    private static string[] ToCollector(Collector collector, params string[] more) =>
    [
        $"OTEL_EXPORTER_OTLP_ENDPOINT={collector.Url}", "OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf", .. more,
    ];
}
