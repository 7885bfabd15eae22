using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>
/// The surroundings of the server that a script needs. The telephone cannot provide them, so the program that runs the scripts does.
/// </summary>
internal interface IScriptWorld
{
    /// <summary>
    /// Why this world cannot provide what a run needs, as the rest of a sentence: "it sets the clock, ...". Null when it can. A run that
    /// lacks something is skipped, and no other method is called for it.
    /// </summary>
    string? Lacks(ScriptRun run);

    /// <summary>Sets the clock of the server and of the calls.</summary>
    Task SetMomentAsync(DateTimeOffset moment);

    /// <summary>Adds test data to the standard test data.</summary>
    Task LoadAsync(ScriptData data);

    /// <summary>Makes something happen to the database.</summary>
    Task TroubleAsync(DatabaseTrouble trouble);

    /// <summary>Makes something happen to the journal's disk.</summary>
    Task TroubleAsync(DiskTrouble trouble);

    /// <summary>Fills all places for password checks with other callers, or lets these callers finish.</summary>
    Task CrowdAsync(CrowdMove move);

    /// <summary>Has the company correct or cancel the entry that was recorded last.</summary>
    Task CompanyAsync(CompanyMove move);

    /// <summary>
    /// Reads the prestations of a run, in the order in which they were recorded. Each has the columns of prestation_feed, as text by
    /// <see cref="PrestationText.Of"/>. Null when this world cannot read them. Then the recorded prestations are not checked, and the
    /// result says so. When other calls record in this world too, it returns only the prestations of <paramref name="callSids"/>, the calls
    /// of the run.
    /// </summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the entries of the emergency procedure of a run, in order, once they are in the database. Each has the columns of
    /// emergency_entry and the reference, as text like prestations. Null when this world cannot read them.
    /// </summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken);
}
