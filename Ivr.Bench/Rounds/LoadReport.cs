using System.Text.Json;

namespace Ivr.Bench.Rounds;

/// <summary>The load command's JSON.</summary>
internal sealed class LoadReport : IDisposable
{
    // As much as Linux keeps of the name that HashWorker gives them.
    private const string HashThreads = "Password hashin";

    private readonly JsonDocument _json;

    private LoadReport(JsonDocument json) => _json = json;

    /// <summary>Processor time of the server's hashing threads for a call.</summary>
    public double HashMilliseconds => At("serverProcess", "threadsMillisecondsPerCall").TryGetProperty(HashThreads, out var hash) ? hash.GetDouble() : 0;

    /// <summary>Reads it from a file.</summary>
    public static async Task<LoadReport> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return new(await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken));
    }

    /// <summary>What stands at a path.</summary>
    public JsonElement At(params string[] path) => path.Aggregate(_json.RootElement, (element, name) => element.GetProperty(name));

    /// <summary>The number at a path.</summary>
    public double Number(params string[] path) => At(path).GetDouble();

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
