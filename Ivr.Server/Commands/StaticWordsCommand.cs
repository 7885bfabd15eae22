using System.CommandLine;
using System.Xml.Linq;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.Twiml;

namespace Ivr.Server.Commands;

/// <summary>
/// Command <c>static-words FOLDER</c>: writes one TwiML file per line with the apology that callers hear when this server is not reachable.
/// The files belong on another host.
/// </summary>
internal static class StaticWordsCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Where the files go, one for each line: NAME.xml" };
        var command = new Command("static-words", "Writes the last words of each line as TwiML, to be hosted where this server is not.") { folder };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(parsed.GetRequiredValue(folder), parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(DirectoryInfo folder, IReadOnlyList<string> settings) => Failures.RunAndReportAsync(async () =>
    {
        Settings.RefuseStray(settings);
        var configuration = VoiceServer.CreateBuilder([.. settings]).Configuration;
        var lines = new Lines(configuration);
        var twiml = new CallTwiml(lines, new Voices(configuration), new HelpDesk(configuration));
        folder.Create();
        foreach (var line in lines.All)
        {
            var file = Path.Combine(folder.FullName, $"{line.Name}.xml");
            await File.WriteAllTextAsync(file, twiml.Apology(line, SaveOptions.None).ReplaceLineEndings("\n") + "\n");
            Console.WriteLine(file);
        }
    });
}
