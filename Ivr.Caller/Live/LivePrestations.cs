using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Running;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Live;

/// <summary>
/// The prestations that a real call recorded: the rows of the calling number that were not there before. The sid of the call does not help,
/// because the server's end of the call has another sid than the end that was placed.
/// </summary>
internal sealed class LivePrestations
{
    private const string Reference = "reference";

    private readonly PrestationFeed _feed;
    private readonly string _caller;
    private readonly HashSet<string> _before;

    private LivePrestations(PrestationFeed feed, string caller, HashSet<string> before) =>
        (_feed, _caller, _before) = (feed, caller, before);

    /// <summary>Reads the rows that exist before the calls.</summary>
    public static async Task<LivePrestations> NoteAsync(PrestationFeed feed, string caller, CancellationToken cancellationToken) =>
        new(feed, caller, [.. (await feed.OfCallerAsync(caller, cancellationToken)).Select(row => row[Reference])]);

    /// <summary>
    /// Compares the new rows with the expected ones. It is not known whether a reference was heard, so any reference is accepted.
    /// </summary>
    /// <returns>The differences; null when there are none.</returns>
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
