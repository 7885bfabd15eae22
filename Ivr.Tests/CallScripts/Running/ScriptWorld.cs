using Dapper;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Running;
using Ivr.Server.Database;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.CallScripts.Running;

/// <summary>Gives scripts control over a test server: clock, database, disk and hashing threads.</summary>
internal sealed class ScriptWorld(TestServer server) : IScriptWorld, IAsyncDisposable
{
    private NpgsqlConnection? _locking;
    private HeldHashing? _crowd;

    public string? Lacks(ScriptRun run) => null;

    public Task SetMomentAsync(DateTimeOffset moment)
    {
        server.Clock.Set(moment);
        return Task.CompletedTask;
    }

    public Task LoadAsync(ScriptData data) => new ScriptDataLoader(server).LoadAsync(data);

    public async Task TroubleAsync(DatabaseTrouble trouble)
    {
        server.KeepFromOthers();
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
            case DatabaseTrouble.ReadOnly:
                await SetReadOnlyAsync("on");
                break;
            default:
                await UnlockAsync();
                await server.Database.OpenAgainAsync();
                await SetReadOnlyAsync("off");
                // The server checks in the background whether the database is back.
                await Eventually.TrueAsync(
                    () => Task.FromResult(!server.Services.GetRequiredService<DatabaseBreaker>().IsOpen), "The server does not notice that the database is back.");
                await server.HasLoadedAllAsync();
                break;
        }
    }

    public async Task CrowdAsync(CrowdMove move)
    {
        server.KeepFromOthers();
        if (move == CrowdMove.Comes)
            await (_crowd ??= new(server)).TakeAllAsync();
        else if (_crowd is not null)
            await LeaveAsync(_crowd);
    }

    public Task CompanyAsync(CompanyMove move) => server.Database.ExecuteAsync($"""
        insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
        select id, service_date, 1, company_id, activity, 1, service_date, {(move == CompanyMove.Cancels ? "true" : "false")}, 'as planned', 'office', now()
        from prestation order by id desc limit 1
        """);

    // A write to /dev/full fails like a write to a full disk.
    public Task TroubleAsync(DiskTrouble trouble)
    {
        server.KeepFromOthers();
        var file = Path.Combine(server.Journal, "journal");
        if (trouble == DiskTrouble.Full)
        {
            File.Move(file, file + ".kept");
            File.CreateSymbolicLink(file, "/dev/full");
        }
        else
        {
            File.Delete(file);
            File.Move(file + ".kept", file);
        }

        return Task.CompletedTask;
    }

    // Returns all rows, because nobody else calls this server, with all columns of the feed, so that a script can name each of them.
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken)
    {
        var rows = await server.Database.LookAsync(connection => connection.QueryAsync("select * from prestation_feed order by recorded_at, entry_no"));
        return [.. rows.Select(row => ((IDictionary<string, object>)row).ToDictionary(column => column.Key, column => PrestationText.Of(column.Value)))];
    }

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken)
    {
        await server.HasLoadedAllAsync();
        var rows = await server.Database.LookAsync(connection => connection.QueryAsync(
            """
            select reference, emergency_entry.*
            from emergency_entry join emergency_reference on entry_id = emergency_entry.id
            order by emergency_entry.left_at, entry_no
            """));
        return
        [
            .. rows.Select(row => ((IDictionary<string, object?>)row).Where(column => column.Value is not null)
                .ToDictionary(column => column.Key, column => PrestationText.Of(column.Value!))),
        ];
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

    // The setting applies to new sessions only.
    private async Task SetReadOnlyAsync(string setting)
    {
        await using var connection = await server.Database.OpenAsync();
        await connection.ExecuteAsync("set default_transaction_read_only = off");
        await connection.ExecuteAsync($"alter database {connection.Database} set default_transaction_read_only = {setting}");
        server.Services.GetRequiredService<NpgsqlDataSource>().Clear();
    }

    private async Task UnlockAsync()
    {
        if (_locking is not null)
            await _locking.DisposeAsync();
        _locking = null;
    }
}
