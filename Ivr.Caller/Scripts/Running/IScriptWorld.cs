using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Model.Steps;

namespace Ivr.Caller.Scripts.Running;

/// <summary>What a script wants of the server's surroundings. The telephone itself cannot give it: who runs the scripts does.</summary>
public interface IScriptWorld
{
    /// <summary>Puts the server's clock, and that of the calls, at a moment.</summary>
    Task SetMomentAsync(DateTimeOffset moment);

    /// <summary>Adds test data to the standard ones.</summary>
    Task LoadAsync(ScriptData data);

    /// <summary>Makes something happen to the database.</summary>
    Task TroubleAsync(DatabaseTrouble trouble);

    /// <summary>Fills the places where passwords are checked with other callers, or lets those be done.</summary>
    Task CrowdAsync(CrowdMove move);

    /// <summary>
    /// All prestations in the order in which they were made: each the columns of prestation_feed, as text. Days are written
    /// <c>2026-03-12</c>, moments <c>2026-03-12 15:31</c> by <see cref="Reading.BrusselsMoment.Write"/>, and <c>true</c> or <c>false</c>.
    /// </summary>
    Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadPrestationsAsync();
}
