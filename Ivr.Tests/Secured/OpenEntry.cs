using Dapper;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Secured;

/// <summary>An entry of the worker <see cref="TestData.Nl"/> in an open transaction.</summary>
internal sealed class OpenEntry : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private OpenEntry(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>Inserts the entry without a commit.</summary>
    public static async Task<OpenEntry> BeginAsync(TestServer server, string userNumber)
    {
        const string sql = """
            insert into prestation (company_id, worker_id, client_id, region, activity, hours, service_date, recorded_at, line, dialled,
                                    caller, call_sid, entry_no, possible_duplicate)
            select worker.company_id, worker.id, client.id, client.region, 1, 2, @Date, @Now, 'wallonia', '+3280035180', '', @CallSid, 1, false
            from worker, client where login = @Login and user_number = @userNumber
            """;
        var connection = await server.Database.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        var now = server.Clock.GetUtcNow();
        await connection.ExecuteAsync(
            sql,
            new { Date = DateOnly.FromDateTime(now.UtcDateTime), Now = now.UtcDateTime, TestData.Nl.Login, userNumber, CallSid = $"CA{Guid.NewGuid():N}" });
        return new(connection, transaction);
    }

    /// <summary>Commits, and notifies as a server does.</summary>
    public async Task CommitAsync()
    {
        await CommitOnlyAsync();
        await _connection.ExecuteAsync("""select pg_notify('prestation', '{"company_code": "ALFA", "reference": "000000000"}')""");
    }

    /// <summary>Commits, like a server that ends before it notifies.</summary>
    public Task CommitOnlyAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
