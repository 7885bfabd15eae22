using System.Text.Json;
using Ivr.Server.Voice.Settings;
using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Stateless.Graph;

namespace Ivr.Server.Development;

/// <summary>
/// Files in <c>.data/</c> for programs that know nothing about this server. Three exist while the server runs: the numbers and keys for
/// calls, the diagram of the state machine, and the text that <c>./run --show</c> prints. The phone programs write another one: the moment
/// that <see cref="DemonstrationClock"/> shows.
/// </summary>
internal sealed class DemonstrationFiles : IDisposable
{
    private const string Demonstration = "demonstration.json";
    private const string Machine = "machine.mmd";
    private const string Clock = "clock";
    private const string Shown = "welcome";

    private readonly DataFolder _folder;

    /// <summary>Writes the two files, and deletes the clock file of an earlier run.</summary>
    public DemonstrationFiles(DataFolder folder, string url, Lines lines)
    {
        _folder = folder;
        folder.Remove(Clock);
        folder.Leave(Machine, MachineText(lines.All.First()));
        folder.Leave(Demonstration, DemonstrationText(url, lines, ClockFile(folder)));
    }

    /// <summary>Writes the text that can be shown again.</summary>
    public void Leave(Welcome welcome) => _folder.Leave(Shown, welcome.Text());

    /// <summary>Path of the file that sets the server's clock.</summary>
    public static string ClockFile(DataFolder folder) => folder.In(Clock);

    /// <summary>The numbers, logins and user numbers for calls, as JSON.</summary>
    public static string DemonstrationText(string url, Lines lines, string clock) => JsonSerializer.Serialize(
        new
        {
            Url = url,
            Clock = clock,
            Numbers = lines.Numbers.Select(number => new { Number = number.Key, Line = number.Value.Name }),
            Logins = DemonstrationData.Logins().Select(worker => new { worker.Login, worker.Password, worker.Language, Company = worker.CompanyCode }),
            Pages = new[] { new { Name = "Company", Url = $"{url}/company" }, new { Name = "Operator", Url = $"{url}/operator" } },
            AsksUserNumber = nameof(CallState.UserNumber),
            Answers = DemonstrationAnswers.All.Select(state => new { State = state.Key.ToString(), Keys = state.Value }),
            UserNumbers = DemonstrationData.Clients().Select(client => new { client.UserNumber, client.Region }),
        },
        JsonSerializerOptions.Web);

    /// <summary>The state machine as Mermaid text. It is the same on every line.</summary>
    public static string MachineText(Line line) => MermaidGraph.Format(new CallFlow(line).GetInfo());

    public void Dispose()
    {
        _folder.Remove(Demonstration);
        _folder.Remove(Machine);
        _folder.Remove(Clock);
        _folder.Remove(Shown);
    }
}
