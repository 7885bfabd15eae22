using Ivr.Server.Emergency.Journals;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>
/// Loads the journal into the database, file by file. Loading is idempotent: each line has its own key, so a second load changes nothing.
/// After a crash the loader starts the file again.
/// </summary>
internal sealed class JournalLoader(
    NpgsqlDataSource source, Journal journal, JournalFolder folder, IOptions<EmergencyOptions> options, ILogger<JournalLoader> log)
{
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    // Files with a rejected line. PostgreSQL would reject it again, so the file stays where it is for a person to examine.
    private readonly HashSet<string> _refused = [];

    // Files that are in the database but not yet marked as loaded on disk.
    private readonly HashSet<string> _stored = [];

    private DateTime _tidyAfter;

    /// <summary>Whether there is anything to load, apart from rejected files.</summary>
    public bool HasWork => journal.HasUnloaded || folder.WaitingFiles.Any(file => !_refused.Contains(file));

    /// <summary>Loads the current file and all waiting files.</summary>
    /// <exception cref="NpgsqlException">The database is unavailable or reports an error. The remaining lines are loaded later.</exception>
    /// <exception cref="IOException">
    /// The disk failed while files were moved or marked as loaded. The waiting files were loaded nevertheless.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The same, when access is denied.</exception>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        try
        {
            journal.SetAside();
        }
        finally
        {
            await LoadWaitingAsync(cancellation);
        }
    }

    /// <summary>Deletes loaded files after their retention time. Checks once an hour.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public void Tidy()
    {
        var now = DateTime.UtcNow;
        if (now < _tidyAfter)
            return;
        _tidyAfter = now + TidyEvery;
        folder.DeleteLoadedBefore(now.AddDays(-options.Value.KeepLoadedDays));
    }

    private async Task LoadWaitingAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var file in folder.WaitingFiles.Where(file => !_refused.Contains(file) && !_stored.Contains(file)))
                await LoadAsync(file, cancellation);
        }
        finally
        {
            NoteLoaded();
        }
    }

    // Two journals have the same node number. This can happen after a restore, after a failover that lost data, or on a copied machine. The
    // entry is loaded, so that its company sees it. The reference stays with the other entry.
    private int RefuseShared(JournalLine line, string file)
    {
        switch (line)
        {
            case EntryLeft { Reference: var reference, Entry: var entry }:
                journal.GiveUpNode(EmergencyReference.NodeOf(reference));
                log.LogError(
                    "{File}: reference {Reference} belongs to another entry; call {CallSid} entry {EntryNumber} is loaded without it",
                    file, reference, entry.CallSid, entry.EntryNumber);
                return 1;
            case NodeTaken { Number: var number }:
                journal.GiveUpNode(number);
                log.LogError("{File}: node number {Number} belongs to another journal", file, number);
                return 0;
            default:
                return 0;
        }
    }

    private void NoteLoaded()
    {
        foreach (var file in folder.WaitingFiles.Where(_stored.Contains))
            JournalFolder.NoteLoaded(file);
        _stored.Clear();
    }

    private async Task LoadAsync(string file, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var tables = new EmergencyTables(connection);
        var (entries, refused, busy) = (0, 0, 0);
        foreach (var (line, checksum) in JournalReader.Read(file))
        {
            if (line is UnknownLine)
            {
                refused++;
                log.LogError("{File}: this version does not know the kind of line {Checksum}", Path.GetFileName(file), checksum);
                continue;
            }

            try
            {
                var stored = await tables.StoreAsync(line, checksum);
                entries += stored.Entries;
                if (stored.BelongsToAnother)
                    refused += RefuseShared(line, Path.GetFileName(file));
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                // A confirmation of the same entry still runs. The file is loaded again later.
                busy++;
            }
            catch (PostgresException e) when (!e.IsTransient && e.SqlState is ['2', '2', ..] or ['2', '3', ..])
            {
                refused++;
                log.LogError(e, "{File}: PostgreSQL refuses line {Checksum}", Path.GetFileName(file), checksum);
            }
        }

        if (busy > 0)
            return;
        if (refused == 0)
            _stored.Add(file);
        else
            _refused.Add(file);
        log.LogWarning("{File}: {Entries} entries are loaded and wait for their companies, {Refused} lines were refused", Path.GetFileName(file), entries, refused);
    }
}
