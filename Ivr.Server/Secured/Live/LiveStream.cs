using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using System.Threading.RateLimiting;
using Ivr.Server.Database;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// Sends a company's new and corrected entries to one browser, as server-sent events (WHATWG HTML, section 9.2), until its session ends.
/// </summary>
internal sealed class LiveStream(
    LiveRooms rooms, LiveQuery query, LiveSessions sessions, IOptions<SecuredOptions> options, IHostApplicationLifetime host)
    : IDisposable
{
    public const string Path = "/company/live";

    // Each stream holds one of the server's connections, which calls need too. One company must not take those of all others.
    private const int MaxOnNode = 1000;
    private const int MaxOfCompany = 100;
    private const int MaxOfAccount = 24;
    private const int MaxOfSession = 12;

    private readonly PartitionedRateLimiter<SecuredUser> _room = PartitionedRateLimiter.CreateChained(
        ConcurrentShare.Of((SecuredUser user) => user.Session, MaxOfSession),
        ConcurrentShare.Of((SecuredUser user) => user.Login, MaxOfAccount),
        ConcurrentShare.Of((SecuredUser user) => user.CompanyCode!, MaxOfCompany),
        ConcurrentShare.Of((SecuredUser _) => 0, MaxOnNode));

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet(Path, (HttpContext http, LiveStream stream, PageWords words, string? since) => stream.SendAsync(http, words.Language, since))
        .RequireAuthorization(SecuredScheme.CompanyPolicy)
        // The browser connects again by itself.
        .WithMetadata(new NotByUser());

    public void Dispose() => _room.Dispose();

    private async Task SendAsync(HttpContext http, Language language, string? since)
    {
        var user = SecuredUser.Of(http.User)!;
        using var place = _room.AttemptAcquire(user);
        if (!place.IsAcquired)
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var (companyId, companyCode) = (user.CompanyId!.Value, user.CompanyCode!);
        // A browser that reconnects sends its position.
        var position = LivePosition.Read(http.Request.Headers["Last-Event-ID"]) ?? LivePosition.Read(since);
        var until = (await http.AuthenticateAsync(SecuredScheme.Name)).Properties?.ExpiresUtc ?? DateTimeOffset.MinValue;
        using var session = sessions.Watch(user.Session, until);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping, session.Ending);

        http.Response.ContentType = "text/event-stream";
        // A proxy that buffers a whole response before it passes it on would never pass this one on.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await rooms.ReadAsync(companyId, companyCode, async reader =>
            {
                await WriteAsync(http, "retry: 1000\n\n", ending.Token);
                await WriteAsync(http, Event(await query.SinceAsync(companyId, position, ending.Token), language), ending.Token);
                while (await NextAsync(reader, ending.Token) is { } next)
                    await WriteAsync(http, next.Batch is { } batch ? Event(batch, language) : ": still here\n\n", ending.Token);
            });
        }
        catch (OperationCanceledException) when (session.IsOver && !http.RequestAborted.IsCancellationRequested)
        {
            await WriteAsync(http, "event: over\ndata:\n\n", http.RequestAborted);
        }
        catch (Exception e) when (e is OperationCanceledException || (Db.IsFault(e) && http.Response.HasStarted))
        {
            // The browser left, the node stops, or the database is not available. The browser reconnects and sends its position.
        }
    }

    // Null when this reader was too slow: its stream ends, and the browser reconnects.
    private async Task<Next?> NextAsync(ChannelReader<LiveBatch> reader, CancellationToken ending)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending);
        patience.CancelAfter(options.Value.Heartbeat);
        try
        {
            return await reader.WaitToReadAsync(patience.Token) && reader.TryRead(out var batch) ? new(batch) : null;
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            return new(null);
        }
    }

    // The position takes effect with the last byte of the event: a browser that has not read the whole event requests all of it again.
    private static string Event(LiveBatch batch, Language language) => batch.IsTooLong
        ? "event: reload\ndata:\n\n"
        : $"id: {batch.Position.Text}\nevent: entries\ndata: {JsonSerializer.Serialize(
            new
            {
                Date = batch.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                batch.Totals,
                batch.Waiting,
                Workers = batch.Workers.Select(worker => worker with { Name = worker.Name ?? EntryWords.Erased.In(language) }),
                Entries = Texts(batch.Entries, batch.Date, language),
                Corrected = Texts(batch.Corrected, batch.Date, language),
            },
            JsonSerializerOptions.Web)}\n\n";

    private static IEnumerable<EntryText> Texts(IReadOnlyList<Entry> entries, DateOnly today, Language language) =>
        entries.Select(entry => EntryText.Of(entry, language, today));

    private static async Task WriteAsync(HttpContext http, string text, CancellationToken cancellation)
    {
        await http.Response.WriteAsync(text, cancellation);
        await http.Response.Body.FlushAsync(cancellation);
    }

    private sealed record Next(LiveBatch? Batch);
}
