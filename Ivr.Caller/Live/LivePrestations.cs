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

    private readonly IScriptWorld _world;
    private readonly string _caller;
    private readonly HashSet<string> _before;

    private LivePrestations(IScriptWorld world, string caller, HashSet<string> before) =>
        (_world, _caller, _before) = (world, caller, before);

    /// <summary>Notes what is on record before the calls.</summary>
    public static async Task<LivePrestations> NoteAsync(IScriptWorld world, string caller) =>
        new(world, caller, [.. (await world.ReadPrestationsAsync()).Select(row => row[Reference])]);

    /// <summary>Compares with what must be on record. That a reference was heard cannot be known, so any will do.</summary>
    /// <returns>What differs; null when nothing does.</returns>
    public async Task<string?> CompareAsync(Outcome then, ScriptLog log)
    {
        var expected = then with { Prestations = [.. then.Prestations.Select(row => row with { Reference = null })] };
        IReadOnlyList<Row> found = [.. (await _world.ReadPrestationsAsync()).Where(row => row["caller"] == _caller && !_before.Contains(row[Reference]))];
        try
        {
            log.Begin(then.AtKey("prestations"), call: null);
            new PrestationCheck(log).Check(expected, found, []);
            return null;
        }
        catch (StepFailedException failure)
        {
            return $"Expected: {failure.Expected}\nRecorded: {failure.Heard}";
        }
    }
}
