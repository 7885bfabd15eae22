using System.Globalization;
using Ivr.Caller.Replay;
using Ivr.Caller.Replay.Importing;

namespace Ivr.Caller.Load;

/// <summary>Who calls, and for whom: one worker after the other in turn, and clients from all over the country.</summary>
/// <param name="workers">Logins and passwords of active workers.</param>
/// <param name="clients">User numbers of active clients, as numbers: eight bytes each, so that ten million need no more than 80 MB.</param>
internal sealed class LoadPeople(IReadOnlyList<(string Login, string Password)> workers, IReadOnlyList<long> clients)
{
    private const string DemonstrationFile = ".data/demonstration.json";

    private const string UserNumberForm = "D12";

    // Clients who were imported one after the other lie side by side in the table; callers do not ask for them in that order. A prime above
    // any number of clients, so that everybody has a turn before somebody has a second one.
    private const long Stride = int.MaxValue;

    /// <summary>Who makes a call.</summary>
    /// <param name="number">Its number, from 0.</param>
    public (string Login, string Password, string UserNumber) Of(long number)
    {
        var (login, password) = workers[(int)(number % workers.Count)];
        // A worker's next call is for another client, or it would be a duplicate.
        var client = clients[(int)((number + (number / workers.Count)) * Stride % clients.Count)];
        return (login, password, client.ToString(UserNumberForm, CultureInfo.InvariantCulture));
    }

    /// <summary>The active people in a folder with workers.csv and clients.csv, in the columns of the import.</summary>
    /// <exception cref="UsageException">There are none, or the files are wrong.</exception>
    public static async Task<LoadPeople> ReadAsync(string folder) => Of(
        [.. (await PeopleFolder.WorkersAsync(folder, "--data")).Where(worker => worker.Active).Select(worker => (worker.Login, worker.Password))],
        await PeopleFolder.UserNumbersAsync(folder, "--data"),
        folder);

    /// <summary>Those that a server in development tells.</summary>
    /// <exception cref="UsageException">There are none.</exception>
    public static async Task<LoadPeople> OfDemonstrationAsync(string directory, CancellationToken cancellationToken)
    {
        var demonstration = await Demonstration.ReadAsync(Path.Combine(directory, DemonstrationFile), cancellationToken);
        return Of(
            [.. demonstration.Logins.Select(worker => (worker.Login, worker.Password))],
            [.. demonstration.UserNumbers.Select(client => long.Parse(client.UserNumber, CultureInfo.InvariantCulture))],
            DemonstrationFile);
    }

    private static LoadPeople Of(IReadOnlyList<(string Login, string Password)> workers, List<long> clients, string where) =>
        workers.Count > 0 && clients.Count > 0
            ? new(workers, clients)
            : throw new UsageException($"{where} has no active worker, or no active client: name a folder with --data; load make-data makes one.");
}
