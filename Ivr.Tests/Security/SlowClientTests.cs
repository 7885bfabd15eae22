using Ivr.Tests.Host;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ivr.Tests.Security;

/// <summary>A client that sends too much, too slowly or nothing at all is disconnected, and other callers are not affected.</summary>
public sealed class SlowClientTests(TestCluster cluster)
{
    private const string Head = "POST /voice/answer HTTP/1.1\r\nHost: localhost\r\nX-Twilio-Signature: c2ln\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    // Far below the default timeouts of the framework, and far above the delay that a loaded machine may add.
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_body_that_says_it_is_too_long_is_refused_before_it_is_sent()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Head}Content-Length: {64 * 1024 + 1}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_in_chunks_is_refused_as_soon_as_it_is_too_long()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Head}Transfer-Encoding: chunked\r\n\r\n");
        var chunk = $"1000\r\n{new string('1', 0x1000)}\r\n";
        // The seventeenth chunk makes the body too long; the final chunk is never sent.
        for (var i = 0; i < 17; i++)
            await connection.SendAsync(chunk);
        Assert.StartsWith("HTTP/1.1 413 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_exactly_64_kB_is_read()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Head}Content-Length: {64 * 1024}\r\n\r\nDigits={new string('1', 64 * 1024 - 7)}");
        // The body is read first, and then the signature is found to be wrong.
        Assert.StartsWith("HTTP/1.1 403 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsigned_body_is_not_waited_for()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync("POST /voice/answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 16000\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 403 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_cut_off()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync($"{Head}Content-Length: 1000\r\n\r\nDigits=");

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
        Assert.InRange(connection.Age, TimeSpan.FromSeconds(1), SoonEnough);
    }

    [Fact]
    public async Task Headers_that_never_end_are_cut_off()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(Head);

        Assert.StartsWith("HTTP/1.1 408 ", await connection.ReadStatusAsync(), StringComparison.Ordinal);
        Assert.InRange(connection.Age, TimeSpan.FromSeconds(1), SoonEnough);
    }

    [Fact]
    public async Task Many_who_say_nothing_do_not_keep_a_caller_out()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var silent = await Task.WhenAll(Enumerable.Range(0, 200).Select(async half =>
        {
            var connection = await RawConnection.OpenAsync(server);
            if (half % 2 == 0)
                await connection.SendAsync(Head);
            return connection;
        }));

        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");
        foreach (var connection in silent)
            await connection.DisposeAsync();
    }

    [Fact]
    public async Task An_idle_connection_is_closed_after_the_configured_time()
    {
        await using var server = await TestServer.StartAsync(cluster, settings: "Connections:IdleTimeout=00:00:01");
        await using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", await connection.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.InRange(connection.Age, TimeSpan.FromSeconds(1), SoonEnough);
    }

    [Fact]
    public async Task Connections_are_counted_and_idle_ones_stay_longer_than_proxies_keep_them()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var limits = server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.InRange(limits.MaxConcurrentConnections!.Value, 3200, 20_000);
        // nginx and AWS keep idle connections for 60 seconds, Traefik for 90.
        Assert.InRange(limits.KeepAliveTimeout, TimeSpan.FromSeconds(100), TimeSpan.FromMinutes(10));
    }
}
