using System.Text.Json;

namespace Ivr.Bench.Rounds;

/// <summary>The JSON of the load command.</summary>
internal sealed class LoadReport : IDisposable
{
    // The name that HashWorker gives its threads, as far as Linux keeps it.
    private const string HashThreads = "Password hashin";

    private readonly JsonDocument _json;

    private LoadReport(JsonDocument json) => _json = json;

    /// <summary>The processor time of the server's hashing threads for a call.</summary>
    public double HashMilliseconds => At("serverProcess", "threadsMillisecondsPerCall").TryGetProperty(HashThreads, out var hash) ? hash.GetDouble() : 0;

    /// <summary>The failed calls by their reasons and the comparison of the rows, as JSON.</summary>
    public string Faults => $"{At("calls", "failures").GetRawText()} {At("rows").GetRawText()}";

    public static async Task<LoadReport> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        return new(await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken));
    }

    public JsonElement At(params string[] path) => path.Aggregate(_json.RootElement, (element, name) => element.GetProperty(name));

    public double Number(params string[] path) => At(path).GetDouble();

    public void Dispose() => _json.Dispose();
}
