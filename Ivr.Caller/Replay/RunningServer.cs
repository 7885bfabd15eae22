using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Replay;

/// <summary>The surroundings of a running server: people, if they can be imported, and recorded prestations, if they can be read.</summary>
/// <param name="feed">Reads the recorded prestations; null when they cannot be read.</param>
/// <param name="imports">Whether the people of the scripts were imported.</param>
internal sealed class RunningServer(PrestationFeed? feed, bool imports) : IScriptWorld
{
    public string? Lacks(ScriptRun run)
    {
        var script = run.Script;
        if (script.AllCalls.Append(script).Any(call => call.Moment is not null || call.Later is not null))
            return "it sets the clock, and a running server's cannot be set";
        if (script.AllCalls.Any(call => call.Steps?.Any(step => step is DatabaseStep or DiskStep or CrowdStep or CompanyStep) == true))
            return "it controls the database, the disk or other users, which a caller cannot do";
        if (script.Data?.Locks is not null)
            return "it begins with failed logins (locks), which a caller cannot set up";
        if (script.Data?.Mobiles is not null)
            return "it begins with known mobiles (mobiles), which a caller cannot set up";
        return script.Data is not null && !imports ? "it brings data of its own, which need --import" : null;
    }

    // The people exist already: all were imported together before the first call.
    public Task LoadAsync(ScriptData data) => Task.CompletedTask;

    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) =>
        feed is null ? null : await feed.OfCallsAsync(callSids, cancellationToken);

    // The entries of the emergency procedure are for the company, and no other system reads them.
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IReadOnlyDictionary<string, string>>?>(null);

    public Task SetMomentAsync(DateTimeOffset moment) => throw new NotSupportedException("A running server's clock cannot be set.");

    public Task TroubleAsync(DatabaseTrouble trouble) => throw new NotSupportedException("A running server's database is left alone.");

    public Task TroubleAsync(DiskTrouble trouble) => throw new NotSupportedException("A running server's disk is left alone.");

    public Task CrowdAsync(CrowdMove move) => throw new NotSupportedException("Nobody else calls a running server for a script's sake.");

    public Task CompanyAsync(CompanyMove move) => throw new NotSupportedException("No company signs in to a running server for a script's sake.");
}
