using System.Text.Json;
using Ivr.Tests.Oracles;

[assembly: AssemblyFixture(typeof(TwilioOracle))]

namespace Ivr.Tests.Oracles;

/// <summary>
/// The official Twilio SDK for Node.js, which gives the expected values. One instance serves the whole test run: a test class takes
/// it as a constructor parameter. The process starts at the first question, accepts concurrent questions, and ends with the test run.
/// </summary>
/// <remarks>A question that the SDK cannot answer throws <see cref="InvalidDataException"/> with the SDK's reason.</remarks>
public sealed class TwilioOracle : IAsyncDisposable
{
    private readonly Lazy<Task<OracleProcess>> _process = new(OracleProcess.StartAsync);

    /// <summary>
    /// Returns the value of <c>X-Twilio-Signature</c> for a request. The URL includes its query; the form's fields are decoded.
    /// </summary>
    public async Task<string> SignAsync(string token, string url, IReadOnlyDictionary<string, string> parameters) =>
        (await AskAsync(new { op = "sign", token, url, @params = parameters })).GetString()!;

    /// <summary>
    /// Returns whether a request was signed with the token; <paramref name="signature"/> is the value of <c>X-Twilio-Signature</c>.
    /// The URL includes its query; the form's fields are decoded.
    /// </summary>
    public async Task<bool> ValidateAsync(string token, string url, IReadOnlyDictionary<string, string> parameters, string signature) =>
        (await AskAsync(new { op = "validate", token, url, @params = parameters, signature })).GetBoolean();

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated && _process.Value.IsCompletedSuccessfully)
            await (await _process.Value).DisposeAsync();
    }

    private async Task<JsonElement> AskAsync(object question) => await (await _process.Value).AskAsync(question);
}
