using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace PlainService;

internal sealed record Worker(long Id, string Name, byte[] PasswordSalt, byte[] PasswordHash);

internal sealed record ServiceUser(long Id, string Name);

internal sealed class PasswordHasher(int iterations)
{
    public bool Verify(string password, byte[] salt, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, 64), expected);
}

internal sealed class Repository(NpgsqlDataSource database)
{
    public async Task<Worker?> FindWorkerAsync(string login)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<Worker>(
            """
            select id, name, password_salt as "PasswordSalt", password_hash as "PasswordHash"
            from worker where login = @login and active
            """,
            new { login });
    }

    public async Task<ServiceUser?> FindUserAsync(string number)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<ServiceUser>(
            "select id, name from service_user where user_number = @number and active", new { number });
    }

    /// <summary>Records the entry of a call. A webhook that is delivered twice gives the same row.</summary>
    /// <returns>The id of the row.</returns>
    public async Task<long> InsertPerformanceAsync(Call call)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleAsync<long>(
            """
            insert into performance (call_sid, entry, worker_id, user_id, activity, hours)
            values (@Sid, @Entry, @WorkerId, @UserId, @Activity, @Hours)
            on conflict (call_sid, entry) do update set call_sid = excluded.call_sid
            returning id
            """,
            new { call.Sid, call.Entry, call.WorkerId, call.UserId, call.Activity, call.Hours });
    }
}
