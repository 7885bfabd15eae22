using System.Threading.Channels;
using Dapper;
using Ivr.Server.Database;

namespace Ivr.Server.Prestations;

/// <summary>
/// Sends <c>NOTIFY prestation</c> after the COMMIT of an entry, in the background. In the transaction of the entry it would make PostgreSQL
/// commit confirmations one after the other. A server that ends in between sends nothing: the live pages query every few seconds as well.
/// </summary>
internal sealed class PrestationNotices(BackgroundDataSource source, ILogger<PrestationNotices> log) : BackgroundService
{
    // A notification only says when to query, so the oldest can be dropped while the database is not available.
    private const int MaxWaiting = 10_000;
    private const int MaxAtOnce = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private readonly Channel<Notice> _notices =
        Channel.CreateBounded<Notice>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Add(string companyCode, string reference) => _notices.Writer.TryWrite(new(companyCode, reference));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _notices.Reader.WaitToReadAsync(stoppingToken))
            {
                var batch = TakeBatch();
                while (!await TrySendAsync(batch))
                    await Task.Delay(BetweenTries, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TrySendAsync(TakeBatch());
        }
    }

    private List<Notice> TakeBatch()
    {
        List<Notice> batch = [];
        while (batch.Count < MaxAtOnce && _notices.Reader.TryRead(out var notice))
            batch.Add(notice);
        return batch;
    }

    private async Task<bool> TrySendAsync(List<Notice> batch)
    {
        const string sql = """
            select pg_notify('prestation', json_build_object('company_code', company_code, 'reference', reference)::text)
            from unnest(@Companies, @References) as entry (company_code, reference)
            """;
        if (batch.Count == 0)
            return true;
        try
        {
            var entries = new
            {
                Companies = batch.ConvertAll(notice => notice.CompanyCode),
                References = batch.ConvertAll(notice => notice.Reference),
            };
            await source.RunAsync(connection => connection.ExecuteAsync(sql, entries));
            return true;
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            log.LogDebug(e, "Notifications wait for the database");
            return false;
        }
    }

    private sealed record Notice(string CompanyCode, string Reference);
}
