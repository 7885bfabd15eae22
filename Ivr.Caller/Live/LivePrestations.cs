using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Running;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Live;

/// <summary>
/// What a real call put on record: what was not there before, of the number that called. The call's sid is no help, since the
/// server's end of the call has another one than the end that was placed.
/// </summary>
internal sealed class LivePrestations
{
    private const string Reference = "reference";

    private readonly PrestationFeed _feed;
    private readonly string _caller;
    private readonly HashSet<string> _before;

    private LivePrestations(PrestationFeed feed, string caller, HashSet<string> before) =>
        (_feed, _caller, _before) = (feed, caller, before);

    /// <summary>Notes what is on record before the calls.</summary>
    public static async Task<LivePrestations> NoteAsync(PrestationFeed feed, string caller, CancellationToken cancellationToken) =>
        new(feed, caller, [.. (await feed.OfCallerAsync(caller, cancellationToken)).Select(row => row[Reference])]);

    /// <summary>Compares with what must be on record. That a reference was heard cannot be known, so any will do.</summary>
    /// <returns>What differs; null when nothing does.</returns>
    public async Task<string?> CompareAsync(ExpectedOutcome then, ScriptLog log, CancellationToken cancellationToken)
    {
        IReadOnlyList<PrestationRow> expected = [.. then.Prestations.Select(row => row with { Reference = null })];
        IReadOnlyList<Row> found = [.. (await _feed.OfCallerAsync(_caller, cancellationToken)).Where(row => !_before.Contains(row[Reference]))];
        try
        {
            log.Begin(then.AtKey("prestations"), call: null);
            new RecordCheck<PrestationRow>(log, "prestation").Check(expected, found, []);
            return null;
        }
        catch (StepFailedException failure)
        {
            return $"Expected: {failure.Expected}\nRecorded: {failure.Heard}";
        }
    }
}
