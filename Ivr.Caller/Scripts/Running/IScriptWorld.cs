using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>What a script wants of the server's surroundings. The telephone itself cannot give it: who runs the scripts does.</summary>
internal interface IScriptWorld
{
    /// <summary>
    /// Why this world cannot give what a run needs, as the rest of a sentence: "it sets the clock, ...". Null when it can. A run that
    /// lacks something is skipped, and nothing else of the world is asked for it.
    /// </summary>
    string? Lacks(ScriptRun run);

    /// <summary>Puts the server's clock, and that of the calls, at a moment.</summary>
    Task SetMomentAsync(DateTimeOffset moment);

    /// <summary>Adds test data to the standard ones.</summary>
    Task LoadAsync(ScriptData data);

    /// <summary>Makes something happen to the database.</summary>
    Task TroubleAsync(DatabaseTrouble trouble);

    /// <summary>Makes something happen to the journal's disk.</summary>
    Task TroubleAsync(DiskTrouble trouble);

    /// <summary>Fills the places where passwords are checked with other callers, or lets those be done.</summary>
    Task CrowdAsync(CrowdMove move);

    /// <summary>
    /// The prestations of a run in the order in which they were made: each the columns of prestation_feed, as text by
    /// <see cref="PrestationText.Of"/>. Null when this world cannot see them: then what must be on record is not checked, and the
    /// result says so.
    /// </summary>
    /// <param name="callSids">The calls of the run. A world that others record in shows the prestations of these alone.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken);

    /// <summary>
    /// The entries of the emergency procedure of a run that the database has, once it has what was left, in the order in which they
    /// were left: the columns of emergency_entry, and the reference; written as prestations are. Null as with those.
    /// </summary>
    /// <param name="callSids">The calls of the run.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken);
}
