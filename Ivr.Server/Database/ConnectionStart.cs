using Npgsql;

namespace Ivr.Server.Database;

/// <summary>Looks at the connections before the server starts.</summary>
internal sealed class ConnectionStart(NpgsqlDataSource calls, BackgroundDataSource background)
{
    // Without PostgreSQL the server starts anyway, and each later connection is checked too.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Refuses the start on connections that cannot hold what the server promises.</summary>
    /// <exception cref="UnsafeConnectionException">The message says why.</exception>
    public async Task CheckAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAll(
            TryAsync(async () => await (await calls.OpenConnectionAsync(patience.Token)).DisposeAsync()),
            TryAsync(() => background.RunAsync(_ => Task.FromResult(true)).WaitAsync(patience.Token)));
    }

    private static async Task TryAsync(Func<Task> open)
    {
        try
        {
            await open();
        }
        catch (Exception e) when (UnsafeConnectionException.In(e) is { } message)
        {
            throw new UnsafeConnectionException(message);
        }
        catch (Exception e) when (Db.IsFault(e) || e is OperationCanceledException)
        {
            // PostgreSQL is not available.
        }
    }
}
