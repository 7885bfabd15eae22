using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>A world without surroundings, for scripts that need only the telephone.</summary>
/// <remarks>All methods except Lacks throw <see cref="NotSupportedException"/>, so that other scripts fail.</remarks>
internal sealed class NoWorld : IScriptWorld
{
    public string? Lacks(ScriptRun run) => null;

    public Task SetMomentAsync(DateTimeOffset moment) => throw new NotSupportedException();

    public Task LoadAsync(ScriptData data) => throw new NotSupportedException();

    public Task TroubleAsync(DatabaseTrouble trouble) => throw new NotSupportedException();

    public Task TroubleAsync(DiskTrouble trouble) => throw new NotSupportedException();

    public Task CrowdAsync(CrowdMove move) => throw new NotSupportedException();

    public Task CompanyAsync(CompanyMove move) => throw new NotSupportedException();

    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) => throw new NotSupportedException();
}
