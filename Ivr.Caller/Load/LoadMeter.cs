namespace Ivr.Caller.Load;

/// <summary>Adds up the results of the calls. It is thread-safe.</summary>
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

    /// <summary>The calls that have begun, that are over, and that failed. The first two include the warm-up calls.</summary>
    public (int Begun, int Over, int Failed) Progress
    {
        get
        {
            lock (_lock)
                return (_begun, _all.Count, _failures.Values.Sum());
        }
    }

    public void Begin()
    {
        lock (_lock)
            _begun++;
    }

    public void End(LoadedCall call)
    {
        lock (_lock)
        {
            // The webhooks are counted here and not kept. Those of a million calls would fill the memory.
            _all.Add(call with { Webhooks = [] });
            if (call.IsMeasured)
                Measure(call);
        }
    }

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
        // A caller who was never dialled has no call time. 0 would be a wrong value.
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

/// <summary>The results of the calls. The warm-up calls are only in <see cref="All"/>.</summary>
internal sealed record LoadFigures
{
    /// <summary>Every call, without its webhooks.</summary>
    public required IReadOnlyList<LoadedCall> All { get; init; }

    /// <summary>The calls that followed the script, with a reference heard.</summary>
    public required int Confirmed { get; init; }

    /// <summary>The calls that followed the script, without a reference.</summary>
    public required int Unconfirmed { get; init; }

    /// <summary>The failed calls by reason, the most frequent reason first.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Failures { get; init; }

    /// <summary>How many times a caller was asked to wait a moment.</summary>
    public required int Moments { get; init; }

    /// <summary>The durations of the calls, from the moment when the caller wanted to dial.</summary>
    public required Histogram CallTimes { get; init; }

    /// <summary>The webhooks by HTTP status, or by the reason why there was no status.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> Outcomes { get; init; }

    /// <summary>The webhooks that were answered after more than 5 seconds.</summary>
    public required int TooLong { get; init; }

    /// <summary>The latencies of the webhooks by step, in the order of a call.</summary>
    public required IReadOnlyList<(string Step, Histogram Times)> Steps { get; init; }

    /// <summary>The number of measured calls.</summary>
    public int Calls => Confirmed + Unconfirmed + Failed;

    public int Failed => Failures.Sum(failure => failure.Value);

    /// <summary>Returns the latencies of the webhooks of some steps together.</summary>
    public Histogram TimesOf(Func<string, bool> isWanted)
    {
        var together = new Histogram();
        foreach (var (_, times) in Steps.Where(step => isWanted(step.Step)))
            together.Add(times);
        return together;
    }
}
