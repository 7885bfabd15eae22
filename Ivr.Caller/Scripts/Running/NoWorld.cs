using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Nothing around a server, for scripts that ask for nothing but the telephone.</summary>
/// <remarks>Who plays others with it hears of it: each wish throws <see cref="NotSupportedException"/>.</remarks>
internal sealed class NoWorld : IScriptWorld
{
    /// <inheritdoc/>
    public string? Lacks(ScriptRun run) => null;

    /// <inheritdoc/>
    public Task SetMomentAsync(DateTimeOffset moment) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task LoadAsync(ScriptData data) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task TroubleAsync(DatabaseTrouble trouble) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task TroubleAsync(DiskTrouble trouble) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task CrowdAsync(CrowdMove move) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadPrestationsAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <inheritdoc/>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string>>?> ReadEmergencyAsync(
        IReadOnlyCollection<string> callSids, CancellationToken cancellationToken) => throw new NotSupportedException();
}
