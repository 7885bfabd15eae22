using System.Collections.Concurrent;
using Ivr.Server.Development;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

[assembly: AssemblyFixture(typeof(FilledPostgres))]

namespace Ivr.Tests.Faults.Cluster;

/// <summary>
/// The files of a PostgreSQL with all tables and test data. They are made once for each list of workers: to copy them takes a tenth of the
/// time.
/// </summary>
public sealed class FilledPostgres : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _filled = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>Copies the files to a folder that does not exist. <paramref name="workers"/> are the workers as CSV text.</summary>
    internal async Task CopyAsync(PostgresPrograms programs, string workers, string folder)
    {
        var filled = await _filled.GetOrAdd(workers, who => new(() => FillAsync(programs, who))).Value;
        await Shell.MustAsync("cp", "--archive", filled, folder);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> FillAsync(PostgresPrograms programs, string workers)
    {
        var folder = _folder.In($"{Interlocked.Increment(ref _number)}");
        var node = await PostgresNode.CreateAsync(programs, folder);
        try
        {
            await PostgresPair.FillAsync(node.ConnectionString, workers);
        }
        finally
        {
            await node.EndAsync();
        }

        return folder;
    }
}
