using Ivr.Caller.BrowserPhone;
using Ivr.Caller.Replay.Importing;

namespace Ivr.Caller.Load;

/// <summary>Who calls, and for whom: one worker and one client after the other, in turn.</summary>
/// <param name="workers">Logins and passwords of active workers.</param>
/// <param name="clients">User numbers of active clients.</param>
internal sealed class LoadPeople(IReadOnlyList<(string Login, string Password)> workers, IReadOnlyList<string> clients)
{
    private const string DemonstrationFile = ".data/demonstration.json";

    /// <summary>Who makes a call.</summary>
    /// <param name="number">Its number, from 0.</param>
    public (string Login, string Password, string UserNumber) Of(long number)
    {
        var (login, password) = workers[(int)(number % workers.Count)];
        // A worker's next call is for another client, or it would be a duplicate.
        return (login, password, clients[(int)((number + (number / workers.Count)) % clients.Count)]);
    }

    /// <summary>The active people in a folder with workers.csv and clients.csv, in the columns of the import.</summary>
    /// <exception cref="UsageException">There are none, or the files are wrong.</exception>
    public static async Task<LoadPeople> ReadAsync(string folder) => Of(
        [.. (await PeopleFolder.WorkersAsync(folder, "--data")).Where(worker => worker.Active).Select(worker => (worker.Login, worker.Password))],
        [.. (await PeopleFolder.ClientsAsync(folder, "--data")).Where(client => client.Active).Select(client => client.UserNumber)],
        folder);

    /// <summary>Those that a server in development tells.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static async Task<LoadPeople> OfDemonstrationAsync(string directory, CancellationToken cancellationToken)
    {
        var demonstration = await Demonstration.ReadAsync(Path.Combine(directory, DemonstrationFile), cancellationToken);
        return Of(
            [.. demonstration.Logins.Select(worker => (worker.Login, worker.Password))],
            [.. demonstration.UserNumbers.Select(client => client.UserNumber)],
            DemonstrationFile);
    }

    private static LoadPeople Of(IReadOnlyList<(string Login, string Password)> workers, IReadOnlyList<string> clients, string where) =>
        workers.Count > 0 && clients.Count > 0
            ? new(workers, clients)
            : throw new UsageException($"{where} has no active worker, or no active client: name a folder with --data; load make-data makes one.");
}
