using Dapper;
using Ivr.Server.Database;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Finds at start which iterations the stored hashes have. Hashes keep their number when <c>Passwords:Iterations</c> changes, and the
/// refusal of any login must take as long as that of the login whose hash has the most.
/// </summary>
internal sealed class StoredIterations(BackgroundDataSource source, PasswordHash hash) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // An outage is logged elsewhere. Meanwhile each hash that is checked is counted too.
        while (!await TryReadAsync())
            await Task.Delay(BetweenTries, stoppingToken);
    }

    private async Task<bool> TryReadAsync()
    {
        const string sql = """
            select left(password_hash, @length) from worker
            union
            select left(password_hash, @length) from secured_user
            """;
        try
        {
            foreach (var start in await source.RunAsync(connection => connection.QueryAsync<string?>(sql, new { length = IdentityHash.StartLength })))
                hash.Expect(IdentityHash.IterationsIn(start));
            return true;
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            return false;
        }
    }
}
