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

    /// <summary>
    /// The same document, taken apart and written again by the SDK. It refuses what is not XML, and every verb, attribute, value or
    /// text that its typings do not know in that place.
    /// </summary>
    public async Task<string> RewriteAsync(string twiml) => (await AskAsync(new { op = "rewrite", twiml })).GetString()!;

    /// <summary>Every voice that <c>Say</c> may name.</summary>
    public Task<IReadOnlyCollection<string>> VoicesAsync() => AskListAsync(new { op = "voices" });

    /// <summary>Every language that <c>Say</c> may name.</summary>
    public Task<IReadOnlyCollection<string>> LanguagesAsync() => AskListAsync(new { op = "languages" });

    /// <summary>Every language that <c>Gather</c> may name.</summary>
    public Task<IReadOnlyCollection<string>> GatherLanguagesAsync() => AskListAsync(new { op = "gatherLanguages" });

    /// <summary>Every attribute that an element may have.</summary>
    /// <param name="element">The element's name, for example <c>Gather</c>.</param>
    public Task<IReadOnlyCollection<string>> AttributesAsync(string element) => AskListAsync(new { op = "attributes", element });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated && _process.Value.IsCompletedSuccessfully)
            await (await _process.Value).DisposeAsync();
    }

    private async Task<IReadOnlyCollection<string>> AskListAsync(object question) =>
        [.. (await AskAsync(question)).EnumerateArray().Select(value => value.GetString()!)];

    private async Task<JsonElement> AskAsync(object question) => await (await _process.Value).AskAsync(question);
}
