using System.Text.Json;
using Ivr.Caller.Commands;
using Ivr.Caller.Commands.Common;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>Test helper: runs the load command against one server.</summary>
internal sealed class LoadDesk(Uri server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    /// <summary>The auth token that signs the webhooks.</summary>
    public string Token { get; set; } = TestServer.AuthToken;

    public string Folder => _folder.Path;

    public string Output => _out.ToString();

    public string Errors => _error.ToString();

    /// <summary>The JSON report of the last run.</summary>
    public JsonElement Json => JsonDocument.Parse(File.ReadAllText(_folder.In("load.json"))).RootElement;

    public JsonElement Calls => Json.GetProperty("calls");

    public JsonElement Webhooks => Json.GetProperty("webhooks");

    /// <summary>Number of failed calls by reason.</summary>
    public Dictionary<string, int> Failures => Calls.GetProperty("failures").EnumerateArray()
        .ToDictionary(failure => failure.GetProperty("reason").GetString()!, failure => failure.GetProperty("count").GetInt32());

    public string In(string name) => _folder.In(name);

    /// <summary>A figure for the webhooks of one step, in milliseconds.</summary>
    public double Of(string step, string percentile) => Webhooks.GetProperty("steps").EnumerateArray()
        .Single(each => each.GetProperty("step").GetString() == step).GetProperty("milliseconds").GetProperty(percentile).GetDouble();

    public Task WriteAsync(string name, string text) => _folder.WriteAsync(name, text);

    /// <summary>
    /// Runs the load command with the common test data, unless <paramref name="more"/> contains <c>--data</c>. Returns the exit code.
    /// </summary>
    public Task<int> LoadAsync(params string[] more) => RunAsync(["load", "--url", server.ToString(), .. People(more), "--json", "load.json", .. more]);

    public Task<int> RunAsync(params string[] words)
    {
        var terminal = new Terminal(_out, _error)
        {
            Variable = name => name == "TWILIO_AUTH_TOKEN" ? Token : null,
            Directory = _folder.Path,
        };
        return CommandLine.RunAsync(words, terminal, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs the load command in a separate process.</summary>
    public async Task<ServerProgram> StartAsync(params string[] more)
    {
        await WriteAsync("token", Token);
        return ServerProgram.StartCaller(
            Folder, ["load", "--url", server.ToString(), "--auth-token-file", "token", .. People(more), "--json", "load.json", .. more]);
    }

    public void Dispose() => _folder.Dispose();

    private static string[] People(string[] more) => more.Contains("--data") ? [] : ["--data", TestData.Folder];
}
