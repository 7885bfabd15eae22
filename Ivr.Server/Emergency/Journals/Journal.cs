using Ivr.StateMachine.Results;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// The journal on this server's own disk: what callers left while the database was unavailable. An entry gets its reference only after the
/// flush. The same entry of the same call keeps its reference, also after a restart.
/// </summary>
internal sealed class Journal : IAsyncDisposable
{
    private readonly Lock _state = new();
    private readonly Dictionary<(string CallSid, int EntryNumber), KeptEntry> _kept = [];
    private readonly JournalWriter _writer;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longestWait;
    private Guid _name = Guid.NewGuid();
    private int? _node;
    private int _next;

    /// <summary>Reads the existing files and continues after them.</summary>
    public Journal(JournalFolder folder, IOptions<EmergencyOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _longestWait = options.Value.LongestWait;
        var hasContent = false;
        foreach (var file in folder.AllFiles)
        {
            var lines = JournalReader.Read(file);
            foreach (var line in lines)
                Recall(line.Content);
            hasContent = file == folder.CurrentFile && lines.Any(line => line.Content is not NodeTaken);
        }

        _writer = new(folder, hasContent);
    }

    /// <summary>The incident that was open at the end of the journal when it was read; null when there was none.</summary>
    public IncidentBegan? OpenIncident { get; private set; }

    /// <summary>Whether the journal can give references: it has a node number with unused references.</summary>
    public bool HasNode
    {
        get
        {
            lock (_state)
                return _node is not null && _next < EmergencyReference.PerNode;
        }
    }

    /// <summary>The journal's identity. It reserves node numbers in the database under this name.</summary>
    public Guid Name => _name;

    /// <summary>The node number; null until the journal gets its first one.</summary>
    public int? Node => _node;

    /// <summary>Whether the current file has lines for the database.</summary>
    public bool HasUnloaded => _writer.HasContent && _node is not null;

    /// <summary>Switches to another node number.</summary>
    /// <exception cref="IOException">The journal could not be written.</exception>
    public async Task TakeNodeAsync(int number)
    {
        await _writer.AppendAsync(new NodeTaken(_name, number, Next: 0));
        lock (_state)
            (_node, _next) = (number, 0);
    }

    /// <summary>Stops giving references with a node number that belongs to another journal too.</summary>
    public void GiveUpNode(int number)
    {
        lock (_state)
        {
            if (_node == number)
                _next = EmergencyReference.PerNode;
        }
    }

    /// <summary>
    /// Stores an entry. Waits for the disk as long as a caller can wait; after that the result is <see cref="JournalResult.Unknown"/>.
    /// </summary>
    public async Task<JournalResult> LeaveAsync(EmergencyEntry entry)
    {
        if (Begin(entry) is not { } kept)
            return new JournalResult.Refused();
        try
        {
            await kept.Written.WaitAsync(_longestWait);
            return new JournalResult.Kept(kept.Reference);
        }
        catch (Exception e) when (e is TimeoutException or JournalInDoubtException)
        {
            return new JournalResult.Unknown();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Forget(entry, kept);
            return new JournalResult.Refused();
        }
    }

    /// <summary>Appends a line about an incident. The method does not wait for the write, and no call depends on it.</summary>
    public void Note(JournalLine line)
    {
        _ = _writer.AppendAsync(line).ContinueWith(
            written => written.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Moves the current file to the files that wait to be loaded, if it has lines for the database.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public void SetAside()
    {
        if (!HasUnloaded)
            return;
        _writer.StartNewFile(First);
    }

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync();

    private KeptEntry? Begin(EmergencyEntry entry)
    {
        lock (_state)
        {
            var key = (entry.CallSid, entry.EntryNumber);
            // A repeat of the same webhook, or an older webhook that arrives after a newer one.
            if (_kept.GetValueOrDefault(key) is { } known && known.Webhook >= entry.Webhook && !known.Written.IsFaulted)
                return known;
            if (Reference(key) is not { } reference)
                return null;
            return _kept[key] = new(reference, entry.Webhook, _writer.AppendAsync(new EntryLeft(reference, _clock.GetUtcNow(), entry)));
        }
    }

    private NodeTaken First()
    {
        lock (_state)
            return new(_name, _node!.Value, _next);
    }

    private string? Reference((string, int) key)
    {
        if (_kept.GetValueOrDefault(key) is { } earlier)
            return earlier.Reference;
        return _node is { } node && _next < EmergencyReference.PerNode ? EmergencyReference.Of(node, _next++) : null;
    }

    // Removes the entry from memory after a failed write. An earlier version of it stays on disk with its reference.
    private void Forget(EmergencyEntry entry, KeptEntry kept)
    {
        lock (_state)
        {
            var key = (entry.CallSid, entry.EntryNumber);
            if (_kept.GetValueOrDefault(key) == kept)
                _kept.Remove(key);
        }
    }

    private void Recall(JournalLine line)
    {
        switch (line)
        {
            case NodeTaken taken:
                (_name, _node, _next) = (taken.Journal, taken.Number, Math.Max(taken.Next, _node == taken.Number ? _next : 0));
                break;
            case EntryLeft left:
                _kept[(left.Entry.CallSid, left.Entry.EntryNumber)] = new(left.Reference, left.Entry.Webhook, Task.CompletedTask);
                if (EmergencyReference.NodeOf(left.Reference) == _node)
                    _next = Math.Max(_next, EmergencyReference.SequenceOf(left.Reference) + 1);
                break;
            case IncidentBegan began:
                OpenIncident = began;
                break;
            case IncidentEnded:
                OpenIncident = null;
                break;
        }
    }

    private sealed record KeptEntry(string Reference, int Webhook, Task Written);
}
