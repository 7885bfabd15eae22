using System.Globalization;
using Ivr.Caller.Replay;
using Ivr.Caller.Replay.Importing;

namespace Ivr.Caller.Load;

/// <summary>Assigns a worker and a client to each call. The workers take turns, and the clients come from all over the country.</summary>
/// <param name="workers">The logins and passwords of active workers.</param>
/// <param name="clients">
/// The user numbers of active clients, as numbers of eight bytes, so that ten million need no more than 80 MB.
/// </param>
internal sealed class LoadPeople(IReadOnlyList<(string Login, string Password)> workers, IReadOnlyList<long> clients)
{
    private const string DemonstrationFile = ".data/demonstration.json";

    private const string UserNumberForm = "D12";

    // Clients that were imported one after another are neighbours in the table, but callers do not ask for them in that order. The stride
    // is a prime above any number of clients, so that every client has a turn before any client has a second one.
    private const long Stride = int.MaxValue;

    /// <summary>Returns the worker and the client of a call. <paramref name="number"/> is the number of the call, from 0.</summary>
    public (string Login, string Password, string UserNumber) Of(long number)
    {
        var (login, password) = workers[(int)(number % workers.Count)];
        // A worker's next call is for another client. For the same client it would be a duplicate.
        var client = clients[(int)((number + (number / workers.Count)) * Stride % clients.Count)];
        return (login, password, client.ToString(UserNumberForm, CultureInfo.InvariantCulture));
    }

    /// <summary>Reads the active people from a folder with workers.csv and clients.csv, in the columns of the import.</summary>
    /// <exception cref="UsageException">There are none, or the files are invalid.</exception>
    public static async Task<LoadPeople> ReadAsync(string folder) => Of(
        [.. (await PeopleFolder.WorkersAsync(folder, "--data")).Where(worker => worker.Active).Select(worker => (worker.Login, worker.Password))],
        await PeopleFolder.UserNumbersAsync(folder, "--data"),
        folder);

    /// <summary>Reads the people that a development server publishes.</summary>
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
