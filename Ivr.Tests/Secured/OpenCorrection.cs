using Dapper;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Secured;

/// <summary>A correction of the hours of a client's entry, in an open transaction.</summary>
internal sealed class OpenCorrection : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private OpenCorrection(NpgsqlConnection connection, NpgsqlTransaction transaction) => (_connection, _transaction) = (connection, transaction);

    /// <summary>Inserts the correction without a commit.</summary>
    public static async Task<OpenCorrection> BeginAsync(TestServer server, string userNumber, int hours)
    {
        const string sql = """
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason,
                                               made_by, made_at)
            select prestation.id, service_date, 1, company_id, activity, @hours, service_date, false, 'mistyped', 'office', @Now
            from prestation join client on client.id = client_id
            where user_number = @userNumber
            """;
        var connection = await server.Database.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, new { userNumber, hours, Now = server.Clock.GetUtcNow().UtcDateTime });
        return new(connection, transaction);
    }

    /// <summary>Commits, which notifies.</summary>
    public Task CommitAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
