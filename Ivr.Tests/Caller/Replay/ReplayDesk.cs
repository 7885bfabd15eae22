using System.Text.Json;
using System.Xml.Linq;
using Ivr.Caller.Commands;
using Ivr.Caller.Commands.Common;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>Test helper: a folder of scripts, and the replay command against one server.</summary>
internal sealed class ReplayDesk(Uri server, string connectionString) : IDisposable
{
    /// <summary>A script that records a prestation with the common test data.</summary>
    public const string Standard = """
        title: Records three hours
        dial: "+3280035530"
        steps:
        - press: 980000000011#47110#
        - press: 100000000135 13
        - hear: 1 0 0, 0 0 0, 0 0 0, 1 3 5
        - press: 1
        - state: Recorded
        then:
          prestations:
          - {reference: heard, worker_login: 980000000011, user_number: 100000000135, hours: 3, possible_duplicate: false}
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    /// <summary>Environment variables, in addition to TWILIO_AUTH_TOKEN.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string Output => _out.ToString();

    public string Errors => _error.ToString();

    /// <summary>The command line option that gives access to the server's database.</summary>
    public string[] Database => ["--database", connectionString];

    /// <summary>The command line options that import into this database with the server program.</summary>
    public string[] Import =>
    [
        "--people", TestData.Folder, "--import",
        $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll")}\" import --allow-wrong-check-digits \"--ConnectionStrings:Ivr={connectionString}\" "
            + $"\"--Passwords:Pepper={TestCluster.Pepper}\" --Passwords:Iterations={TestCluster.Iterations} {TestCluster.NotInProduction}",
    ];

    public XElement JUnit => XDocument.Load(_folder.In("junit.xml")).Root!;

    public JsonElement Json => JsonDocument.Parse(File.ReadAllText(_folder.In("all.json"))).RootElement;

    /// <summary>Both outputs and both reports.</summary>
    public string Everything => string.Concat(
        Output, Errors, File.ReadAllText(_folder.In("junit.xml")), File.ReadAllText(_folder.In("all.json")));

    public string In(string path) => _folder.In(path);

    public async Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.In(path))!);
        await _folder.WriteAsync(path, text);
    }

    /// <summary>Replays the folder <c>scripts</c> with both reports, and returns the exit code.</summary>
    public Task<int> ReplayAsync(params string[] more) => ReplayAsync("scripts", TestServer.AuthToken, more);

    public Task<int> ReplayAsync(string scripts, string token, string[] more)
    {
        var terminal = new Terminal(_out, _error)
        {
            Variable = name => name == "TWILIO_AUTH_TOKEN" ? token : Variables.GetValueOrDefault(name),
            Directory = _folder.Path,
        };
        string[] here = ["--url", server.ToString(), "--json", "all.json", .. more.Contains("--junit") ? (string[])[] : ["--junit", "junit.xml"]];
        return CommandLine.RunAsync(["replay", scripts, .. here, .. more], terminal, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
