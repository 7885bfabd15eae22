using System.Text.Json;
using Ivr.Tests.Oracles;

[assembly: AssemblyFixture(typeof(TwilioOracle))]

namespace Ivr.Tests.Oracles;

/// <summary>
/// The official Twilio SDK for Node.js, asked what is right. One for the whole test run: a test class takes it as a constructor
/// parameter. It starts when it is first asked, may be asked by many tests at once, and ends with the test run.
/// </summary>
/// <remarks>A question that the SDK cannot answer throws <see cref="InvalidDataException"/> with the SDK's reason.</remarks>
public sealed class TwilioOracle : IAsyncDisposable
{
    private readonly Lazy<Task<OracleProcess>> _process = new(OracleProcess.StartAsync);

    /// <summary>The value of <c>X-Twilio-Signature</c> for a request.</summary>
    /// <param name="token">The account's token.</param>
    /// <param name="url">The whole URL, with its query.</param>
    /// <param name="parameters">The form's fields, decoded.</param>
    public async Task<string> SignAsync(string token, string url, IReadOnlyDictionary<string, string> parameters) =>
        (await AskAsync(new { op = "sign", token, url, @params = parameters })).GetString()!;

    /// <summary>Whether a request was signed with the token.</summary>
    /// <param name="token">The account's token.</param>
    /// <param name="url">The whole URL, with its query.</param>
    /// <param name="parameters">The form's fields, decoded.</param>
    /// <param name="signature">The value of <c>X-Twilio-Signature</c>.</param>
    public async Task<bool> ValidateAsync(string token, string url, IReadOnlyDictionary<string, string> parameters, string signature) =>
        (await AskAsync(new { op = "validate", token, url, @params = parameters, signature })).GetBoolean();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated && _process.Value.IsCompletedSuccessfully)
            await (await _process.Value).DisposeAsync();
    }

    private async Task<JsonElement> AskAsync(object question) => await (await _process.Value).AskAsync(question);
}
