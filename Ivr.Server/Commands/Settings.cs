using Ivr.Server.Database;
using Ivr.Server.Development;

namespace Ivr.Server.Commands;

/// <summary>Where a command's configuration comes from when it is not given: in Development, the embedded database's folder.</summary>
internal static class Settings
{
    /// <summary>The name of the environment that a command works in, such as <c>Production</c>.</summary>
    public static string EnvironmentOf(IConfiguration configuration) => configuration[HostDefaults.EnvironmentKey] ?? Environments.Production;

    /// <summary>The configuration of a command that works on a database which is there already.</summary>
    /// <param name="args">Configuration from the command line.</param>
    public static IConfiguration ForCommand(IReadOnlyList<string> args)
    {
        RefuseStray(args);
        var builder = VoiceServer.CreateBuilder([.. args]);
        if (!DevelopmentServer.IsWanted(builder))
            return builder.Configuration;

        var folder = DataFolder.Here();
        folder.FillIn(builder.Configuration);
        return DatabaseServices.IsConfigured(builder.Configuration)
            ? builder.Configuration
            : throw new EmbeddedPostgresException(
                $"ConnectionStrings:Ivr is missing, and no server runs with a database of its own in {folder.Path}: start one first, in this folder.");
    }

    /// <summary>Refuses what is neither a command nor configuration: whoever mistypes "import" does not want a server.</summary>
    /// <exception cref="StrayArgumentException">There is such a word; the message names it.</exception>
    public static void RefuseStray(IReadOnlyList<string> args)
    {
        for (var place = 0; place < args.Count; place++)
        {
            if (args[place].Contains('='))
                continue;
            if (args[place] is not ['-', ..] || place + 1 == args.Count)
            {
                throw new StrayArgumentException(
                    $"'{args[place]}' is not understood: --help tells the commands, and configuration looks like --Urls=http://localhost:8080.");
            }

            // --key value
            place++;
        }
    }
}

/// <summary>A word of the command line that means nothing.</summary>
internal sealed class StrayArgumentException(string message) : Exception(message);
