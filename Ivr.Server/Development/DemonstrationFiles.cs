using System.Text.Json;
using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Stateless.Graph;

namespace Ivr.Server.Development;

/// <summary>
/// Two files in <c>.data/</c> for phones that know nothing of this server, there for as long as it runs: what can be called and keyed
/// in, and the machine's picture. A third is for phones to write: the moment that <see cref="DemonstrationClock"/> shows.
/// </summary>
internal sealed class DemonstrationFiles : IDisposable
{
    private const string Demonstration = "demonstration.json";
    private const string Machine = "machine.mmd";
    private const string Clock = "clock";

    private readonly DataFolder _folder;

    /// <summary>Writes them.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="url">Where the server listens.</param>
    /// <param name="lines">The lines.</param>
    public DemonstrationFiles(DataFolder folder, string url, Lines lines)
    {
        _folder = folder;
        folder.Remove(Clock);
        folder.Leave(Machine, MachineText(lines.All.First()));
        folder.Leave(Demonstration, DemonstrationText(url, lines, ClockFile(folder)));
    }

    /// <summary>The file that sets the server's clock.</summary>
    public static string ClockFile(DataFolder folder) => folder.In(Clock);

    /// <summary>What can be called and keyed in, as JSON.</summary>
    /// <param name="url">Where the server listens.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="clock">The file that sets the server's clock.</param>
    public static string DemonstrationText(string url, Lines lines, string clock) => JsonSerializer.Serialize(
        new
        {
            Url = url,
            Clock = clock,
            Numbers = lines.Numbers.Select(number => new { Number = number.Key, Line = number.Value.Name }),
            Logins = DemonstrationData.Logins().Select(worker => new { worker.Login, worker.Password, worker.Language }),
            UserNumbers = DemonstrationData.Clients().Select(client => new { client.UserNumber, client.Region }),
        },
        JsonSerializerOptions.Web);

    /// <summary>The machine as Mermaid text; it is the same on every line.</summary>
    public static string MachineText(Line line) =>
        MermaidGraph.Format(new CallFlow(line, new Conversation(line).Begin(default, default)).GetInfo());

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder.Remove(Demonstration);
        _folder.Remove(Machine);
        _folder.Remove(Clock);
    }
}
