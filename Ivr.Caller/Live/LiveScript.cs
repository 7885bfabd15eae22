using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Reading;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Live;

/// <summary>A script that was rehearsed and can be placed on the real line.</summary>
internal sealed class LiveScript
{
    private readonly ScriptFile _file;
    private readonly ScriptRun _run;
    private readonly Rehearsal _rehearsal;
    private readonly LiveOptions _options;

    private LiveScript(ScriptFile file, ScriptRun run, Rehearsal rehearsal, LiveOptions options) =>
        (_file, _run, _rehearsal, _options) = (file, run, rehearsal, options);

    /// <summary>The result of the rehearsal. A script that failed there must not be placed on the real line.</summary>
    public ScriptResult Rehearsed => _rehearsal.Result;

    /// <summary>Checks whether the real line can do what a script needs. All examples in the file are checked.</summary>
    /// <exception cref="ScriptErrorException">It cannot. The message names every place and the reason.</exception>
    public static void Check(ScriptFile file, LiveOptions options)
    {
        var errors = new ScriptErrors(file.Name);
        foreach (var run in file.Runs)
            LiveChecks.Check(run.Script, options.From, errors);
        errors.Throw();
    }

    /// <summary>Plays a script on a test server. The calls on the real line get their pauses from this rehearsal.</summary>
    /// <param name="server">The test server. It records what the script records.</param>
    /// <param name="file">The file of the script.</param>
    /// <param name="run">The script, or one of its examples. It has passed <see cref="Check"/>.</param>
    /// <param name="options">How calls are placed.</param>
    /// <param name="cancellationToken">Cancels the network traffic.</param>
    public static async Task<LiveScript> RehearseAsync(
        PhoneOptions server, ScriptFile file, ScriptRun run, LiveOptions options, CancellationToken cancellationToken = default) =>
        new(file, run, await Rehearsal.PlayAsync(server, file, run, cancellationToken), options);

    /// <summary>
    /// The calls to place, in order. <paramref name="write"/> writes the keys of an entry, one character for each key; null writes them as
    /// they are. Mask the keys when people read the plans.
    /// </summary>
    public IReadOnlyList<CallPlan> Plans(Func<Keyed, string>? write = null) =>
    [
        .. _run.Script.AllCalls.Zip(_rehearsal.Calls, (scripted, rehearsed) =>
            CallPlan.For(rehearsed, _options.To ?? scripted.Dial!, _options, write ?? (keyed => keyed.Keys))),
    ];

    /// <summary>Places the calls, and checks what can be checked from here.</summary>
    /// <param name="line">The real line.</param>
    /// <param name="feed">Reads the prestations that the server on the real line records; null when they cannot be read.</param>
    /// <param name="placed">Called with each call's sid as soon as the call is placed.</param>
    /// <param name="cancellationToken">Stops watching. A call that is placed continues.</param>
    /// <exception cref="RealLineException">A call could not be placed, or Twilio did not report its end.</exception>
    public async Task<LiveResult> PlaceAsync(
        RealLine line, PrestationFeed? feed, Action<string> placed, CancellationToken cancellationToken = default)
    {
        var log = new ScriptLog(_file, _run);
        var record = feed is null || _run.Script.Then is null ? null : await LivePrestations.NoteAsync(feed, _options.From, cancellationToken);
        List<LiveCall> calls = [];
        string? failure = null;
        foreach (var (scripted, plan) in _run.Script.AllCalls.Zip(Plans()))
        {
            log.Begin(scripted.AtKey("dial"), call: null);
            calls.Add(await line.PlaceAsync(plan, placed, cancellationToken));
            failure = calls[^1].Failure(plan);
            if (failure is not null)
                break;
        }

        if (failure is null && record is not null)
            failure = await record.CompareAsync(_run.Script.Then!, log, cancellationToken);
        return new(Result(log, failure, calls), calls)
        {
            PrestationsChecked = record is not null && calls.Count == _run.Script.AllCalls.Count,
        };
    }

    private ScriptResult Result(ScriptLog log, string? failure, List<LiveCall> calls) => new(_file.Name, _run.Script.Title, log.Example)
    {
        Failure = failure is null ? null : log.Report(failure),
        Calls = calls.Count,
        OnTheLine = TimeSpan.FromTicks(calls.Sum(call => call.Duration.Ticks)),
    };
}
