using Ivr.Server.Emergency.Journals;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Emergency.Loading;

/// <summary>
/// Brings the journal into the database, file by file. Every line may be loaded twice: its own key makes the second time change
/// nothing, so that a loader which dies anywhere begins that file again.
/// </summary>
internal sealed class JournalLoader(
    NpgsqlDataSource source, Journal journal, JournalFolder folder, IOptions<EmergencyOptions> options, ILogger<JournalLoader> log)
{
    private static readonly TimeSpan TidyEvery = TimeSpan.FromHours(1);

    // What PostgreSQL refuses today it refuses tomorrow: such a file stays where it is for people to look at.
    private readonly HashSet<string> _refused = [];

    // The database has these, and the disk has not taken note of it yet.
    private readonly HashSet<string> _stored = [];

    private DateTime _tidyAfter;

    /// <summary>Whether there is anything to load that was not refused before.</summary>
    public bool HasWork => journal.HasUnloaded || folder.WaitingFiles.Any(file => !_refused.Contains(file));

    /// <summary>Loads all there is.</summary>
    /// <exception cref="NpgsqlException">The database is away, or refuses; what was not loaded is loaded later.</exception>
    /// <exception cref="IOException">The disk does not let files be set aside or noted as loaded; those that wait were loaded all the same.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
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

    /// <summary>Deletes what was loaded and kept for long enough; looks once an hour.</summary>
    /// <exception cref="IOException">The disk does not let it.</exception>
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

    // Two journals give references of one number: after a restore, a failover that lost something, or with a machine that was copied.
    // The entry is loaded, so that its company sees it; the reference leads to the other one.
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
                // A confirmation of the same entry has not come to its end.
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
