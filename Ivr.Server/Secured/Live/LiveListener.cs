using System.Diagnostics;
using System.Text.Json;
using Ivr.Server.Database;
using Ivr.Server.Secured.Isolation;
using Npgsql;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// Listens to PostgreSQL on one connection for the whole node, while a user on this node looks at a live page. After the connection is
/// lost, it connects again and makes every room query what it missed.
/// </summary>
internal sealed class LiveListener(SecuredSource source, LiveRooms rooms, ILogger<LiveListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // A connection that a firewall dropped looks like a connection without notifications. And a server that ends between a COMMIT and its
    // notification sends none. So all rooms query after this time, too.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await rooms.WaitForReaderAsync(stoppingToken);
                try
                {
                    await ListenAsync(stoppingToken);
                }
                catch (Exception e) when (Db.IsFault(e) || e is IOException or ObjectDisposedException)
                {
                    log.LogDebug(e, "What is live waits for the database");
                    (source.Pool as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
                    await Task.Delay(Pause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await using var connection = await source.Pool.OpenConnectionAsync(stopping);
        connection.Notification += (_, told) => Wake(told.Payload);
        await RunAsync(connection, "listen prestation; listen prestation_correction; listen emergency", stopping);
        while (rooms.HasReaders)
        {
            rooms.WakeAll();
            var began = Stopwatch.GetTimestamp();
            while (rooms.HasReaders && Stopwatch.GetElapsedTime(began) < Silence)
            {
                if (!await connection.WaitAsync(Silence, stopping))
                    await RunAsync(connection, "select 1", stopping);
            }
        }
    }

    // A server writes the notification, but anyone with a connection could write one. It only decides when to query.
    private void Wake(string payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            if (json.RootElement.TryGetProperty("company_code", out var code) && code.ValueKind == JsonValueKind.String)
                rooms.Wake(code.GetString()!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            log.LogDebug("Something else than a company was told");
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stopping);
    }
}
