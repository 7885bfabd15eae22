using Dapper;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Emergencies;
using Ivr.Server.Secured.Isolation;
using Npgsql;

namespace Ivr.Server.Secured.SavedClients;

/// <summary>Reads and changes the clients that a company's workers key by a short number.</summary>
internal sealed class SavedClientDesk(CompanyDb db, TriedUserNumbers tried, TimeProvider clock)
{
    public const int LongestName = 100;

    /// <summary>Maximum number of workers on a page; the search finds all of them.</summary>
    public const int MaxWorkers = 200;

    // Of somebody who was erased there is nothing left to save clients for.
    private const string ItsWorker = "worker.company_id = @CompanyId and worker.name is not null";

    private const string Workers = $"""
        select login, name,
               (select count(*)::integer from saved_client
                where worker_id = worker.id and saved_client.company_id = @CompanyId and removed_at is null) as saved,
               (count(*) over ())::integer as total
        from worker
        where {ItsWorker} and (@search::text is null or starts_with(login, @search) or strpos(lower(name), lower(@search)) > 0)
        order by lower(name), login limit @MaxWorkers
        """;

    private const string List = $"""
        select login, name, coalesce(picked_language, language) as language from worker where {ItsWorker} and login = @login;
        select number::integer, saved_client.user_number, coalesce(saved_client.name, client.name) as name, removed_at
        from saved_client
        join worker on worker.id = worker_id
        left join client on client.id = client_id
        where saved_client.company_id = @CompanyId and {ItsWorker} and login = @login
        order by number;
        """;

    /// <summary>The company's workers by name. <paramref name="search"/> is a part of the name, or the beginning of the login; null for all.</summary>
    public Task<IReadOnlyList<SavingWorker>> WorkersAsync(long companyId, string? search, CancellationToken cancellation) =>
        db.AsCompanyAsync<IReadOnlyList<SavingWorker>>(
            companyId,
            async connection => (await connection.QueryAsync<SavingWorker>(Workers, new { CompanyId = companyId, search, MaxWorkers })).AsList(),
            cancellation);

    /// <summary>A worker's list; null when the company has no such worker.</summary>
    public Task<SavedList?> FindAsync(long companyId, string login, CancellationToken cancellation) => db.AsCompanyAsync(
        companyId,
        async connection =>
        {
            await using var results = await connection.QueryMultipleAsync(List, new { CompanyId = companyId, login });
            return await results.ReadSingleOrDefaultAsync<ListedWorker>() is { } worker
                ? new SavedList(worker, (await results.ReadAsync<SavedClient>()).AsList())
                : null;
        },
        cancellation);

    /// <summary>
    /// Puts a client on a worker's list, or back on it with the number of before. <paramref name="name"/> is what the company calls the
    /// client; null for the name on record.
    /// </summary>
    public Task<Saving> AddAsync(SecuredUser user, string login, string userNumber, string? name) => db.AsCompanyAsync(
        user.CompanyId!.Value,
        async connection =>
        {
            const string sql = $"""
                insert into saved_client (worker_id, company_id, user_number, name, saved_at)
                select id, company_id, @userNumber, @name, @Now from worker where {ItsWorker} and login = @login
                on conflict (worker_id, company_id, client_id) do update set removed_at = null, name = coalesce(excluded.name, saved_client.name)
                """;
            var row = new { user.CompanyId, login, userNumber, name, Now = clock.GetUtcNow() };
            var listed = await IsListedAsync(connection, row);
            if (listed == true)
                return Saving.AlreadyThere;
            if (listed is null && await tried.AreUsedUpAsync(connection, user.CompanyId.Value))
                return Saving.UsedUp;
            if (await connection.ExecuteAsync(sql, row) > 0)
                return Saving.Added;
            if (await IsFullAsync(connection, row))
                return Saving.Full;
            await tried.CountAsync(connection, user.CompanyId.Value);
            return Saving.NotKnown;
        });

    /// <summary>Changes what the company calls a client. Returns false when the client is no longer on the list.</summary>
    public Task<bool> RenameAsync(SecuredUser user, string login, int number, string? name) =>
        ChangeAsync("name = @name", user, login, number, name);

    /// <summary>Takes a client off the list. Returns false when somebody else did before.</summary>
    public Task<bool> RemoveAsync(SecuredUser user, string login, int number) => ChangeAsync("removed_at = @Now", user, login, number, name: null);

    private async Task<bool> ChangeAsync(string change, SecuredUser user, string login, int number, string? name)
    {
        var sql = $"""
            update saved_client set {change}
            from worker
            where worker.id = worker_id and {ItsWorker} and login = @login
              and saved_client.company_id = @CompanyId and number = @number and removed_at is null
            """;
        var row = new { user.CompanyId, login, number, name, Now = clock.GetUtcNow() };
        return await db.AsCompanyAsync(user.CompanyId!.Value, connection => connection.ExecuteAsync(sql, row)) == 1;
    }

    // Null when the client was never on it.
    private static Task<bool?> IsListedAsync(NpgsqlConnection connection, object row) => connection.QuerySingleOrDefaultAsync<bool?>(
        $"""
        select removed_at is null from saved_client join worker on worker.id = worker_id
        where saved_client.company_id = @CompanyId and {ItsWorker} and login = @login and user_number = @userNumber
        """,
        row);

    private static Task<bool> IsFullAsync(NpgsqlConnection connection, object row) => connection.QuerySingleOrDefaultAsync<bool>(
        $"select short_numbers_used_up(id) from worker where {ItsWorker} and login = @login", row);
}

/// <summary>What became of a request to save a client.</summary>
internal enum Saving
{
    /// <summary>The client is on the list.</summary>
    Added,

    /// <summary>The client was on the list before.</summary>
    AlreadyThere,

    /// <summary>No active client has the user number, or the company has no such worker.</summary>
    NotKnown,

    /// <summary>The worker has no number left.</summary>
    Full,

    /// <summary>The company gave too many user numbers without a client within an hour. This number was not looked up.</summary>
    UsedUp,
}

/// <summary>A worker of the company. <c>Saved</c> is the number of saved clients, <c>Total</c> the number of workers that were found.</summary>
internal sealed record SavingWorker(string Login, string Name, int Saved, int Total);

/// <summary>The worker of a list. <c>Language</c> is the code of the language in which the phone speaks to the worker.</summary>
internal sealed record ListedWorker(string Login, string Name, string Language);

/// <summary>A client on a worker's list. <c>Name</c> is null when the company may not know it and gave none.</summary>
internal sealed record SavedClient(int Number, string UserNumber, string? Name, DateTime? RemovedAt);

/// <summary>A worker's list, by number, with the clients that were removed.</summary>
internal sealed record SavedList(ListedWorker Worker, IReadOnlyList<SavedClient> All)
{
    public IEnumerable<SavedClient> Present => All.Where(client => client.RemovedAt is null);

    public IEnumerable<SavedClient> Removed => All.Where(client => client.RemovedAt is not null);
}
