using System.Globalization;
using Dapper;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Model.Steps;
using Ivr.Caller.Scripts.Reading;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Scripts;

/// <summary>A test server's clock and database, for the scripts that are played on it.</summary>
internal sealed class ScriptWorld(TestServer server) : IScriptWorld, IAsyncDisposable
{
    private NpgsqlConnection? _locking;
    private HeldHashing? _crowd;

    public Task SetMomentAsync(DateTimeOffset moment)
    {
        server.Clock.Set(moment);
        return Task.CompletedTask;
    }

    public Task LoadAsync(ScriptData data) => new ScriptDataLoader(server).LoadAsync(data);

    public async Task TroubleAsync(DatabaseTrouble trouble)
    {
        switch (trouble)
        {
            case DatabaseTrouble.Away:
                await server.Database.ShutAsync();
                break;
            case DatabaseTrouble.Locked:
                _locking ??= await server.Database.OpenAsync();
                await _locking.BeginTransactionAsync();
                await _locking.LockAsync("prestation");
                break;
            default:
                await UnlockAsync();
                await server.Database.OpenAgainAsync();
                break;
        }
    }

    public async Task CrowdAsync(CrowdMove move)
    {
        if (move == CrowdMove.Comes)
            await (_crowd ??= new(server)).TakeAllAsync();
        else if (_crowd is not null)
            await LeaveAsync(_crowd);
    }

    // Whatever columns the feed has, so that a script can name each of them.
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadPrestationsAsync()
    {
        await using var connection = await server.Database.OpenAsync();
        var rows = await connection.QueryAsync("select * from prestation_feed order by recorded_at, entry_no");
        return [.. rows.Select(row => ((IDictionary<string, object>)row).ToDictionary(column => column.Key, column => Text(column.Value)))];
    }

    public async ValueTask DisposeAsync()
    {
        _crowd?.Dispose();
        await UnlockAsync();
    }

    private async Task LeaveAsync(HeldHashing crowd)
    {
        _crowd = null;
        await crowd.LetGoAsync();
        crowd.Dispose();
    }

    private async Task UnlockAsync()
    {
        if (_locking is not null)
            await _locking.DisposeAsync();
        _locking = null;
    }

    private static string Text(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // The two types that PostgreSQL's "date" and "timestamptz" may come as.
        DateTime { Kind: DateTimeKind.Utc } moment => BrusselsMoment.Write(new(moment)),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
