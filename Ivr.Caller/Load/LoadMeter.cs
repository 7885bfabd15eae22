namespace Ivr.Caller.Load;

/// <summary>Adds up what became of the calls, from any thread.</summary>
internal sealed class LoadMeter
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<LoadedCall> _all = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly List<(string Step, Histogram Times)> _steps = [];
    private readonly Histogram _calls = new();
    private int _begun;
    private int _confirmed;
    private int _unconfirmed;
    private int _moments;
    private int _tooLong;

    /// <summary>Calls begun so far, and calls that are over, the first ones that warm up included.</summary>
    public (int Begun, int Over, int Failed) Progress
    {
        get
        {
            lock (_lock)
                return (_begun, _all.Count, _failures.Values.Sum());
        }
    }

    /// <summary>A call begins.</summary>
    public void Begin()
    {
        lock (_lock)
            _begun++;
    }

    /// <summary>A call is over.</summary>
    public void End(LoadedCall call)
    {
        lock (_lock)
        {
            // Its webhooks are counted here; a million calls' would fill the memory.
            _all.Add(call with { Webhooks = [] });
            if (call.IsMeasured)
                Measure(call);
        }
    }

    /// <summary>What became of all of them.</summary>
    public LoadFigures Read()
    {
        lock (_lock)
        {
            return new()
            {
                All = [.. _all],
                Confirmed = _confirmed,
                Unconfirmed = _unconfirmed,
                Failures = [.. _failures.OrderByDescending(failure => failure.Value).ThenBy(failure => failure.Key, StringComparer.Ordinal)],
                Moments = _moments,
                CallTimes = _calls,
                Outcomes = [.. _outcomes],
                TooLong = _tooLong,
                Steps = [.. _steps],
            };
        }
    }

    private void Measure(LoadedCall call)
    {
        // Who was never dialled took no time, rather than none at all.
        if (call.CallSid.Length > 0)
            _calls.Add(call.Took);
        _moments += call.Moments;
        if (call.Failure is { } failure)
            _failures[failure] = _failures.GetValueOrDefault(failure) + 1;
        else if (call.References.Count > 0)
            _confirmed++;
        else
            _unconfirmed++;
        foreach (var webhook in call.Webhooks)
        {
            _outcomes[webhook.Outcome] = _outcomes.GetValueOrDefault(webhook.Outcome) + 1;
            if (webhook.Latency > TooLong)
                _tooLong++;
            TimesOf(webhook.Step).Add(webhook.Latency);
        }
    }

    private Histogram TimesOf(string step)
    {
        if (_steps.Find(other => other.Step == step).Times is { } times)
            return times;
        _steps.Add((step, new()));
        return _steps[^1].Times;
    }
}

/// <summary>What became of the calls. Those that warmed the server up are in <see cref="All"/> alone.</summary>
internal sealed record LoadFigures
{
    /// <summary>Every call, without its webhooks.</summary>
    public required IReadOnlyList<LoadedCall> All { get; init; }

    /// <summary>Calls that went as the script says, with a reference heard.</summary>
    public required int Confirmed { get; init; }

    /// <summary>Calls that went as the script says, without a reference.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>Calls that did not, by reason, the most frequent first.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Failures { get; init; }

    /// <summary>How often a caller was asked for a moment's patience.</summary>
    public required int Moments { get; init; }

    /// <summary>How long the calls took, from the moment when the caller wanted to dial.</summary>
    public required Histogram CallTimes { get; init; }

    /// <summary>Webhooks by status, or by why there was none.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Outcomes { get; init; }

    /// <summary>Webhooks answered after more than 5 seconds.</summary>
    public required int TooLong { get; init; }

    /// <summary>How long webhooks took, by step, in the order of a call.</summary>
    public required IReadOnlyList<(string Step, Histogram Times)> Steps { get; init; }

    /// <summary>Calls that are measured.</summary>
    public int Calls => Confirmed + Unconfirmed + Failed;

    /// <summary>Calls that failed.</summary>
    public int Failed => Failures.Sum(failure => failure.Value);

    /// <summary>How long the webhooks of some steps took, together.</summary>
    public Histogram TimesOf(Func<string, bool> isWanted)
    {
        var together = new Histogram();
        foreach (var (_, times) in Steps.Where(step => isWanted(step.Step)))
            together.Add(times);
        return together;
    }
}
