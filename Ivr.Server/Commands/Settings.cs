using Ivr.Server.Database;
using Ivr.Server.Development;

namespace Ivr.Server.Commands;

/// <summary>Reads the configuration of a command. In Development, missing values come from the folder of the embedded database.</summary>
internal static class Settings
{
    /// <summary>The environment of a command, such as <c>Production</c>, which is the default.</summary>
    public static string EnvironmentOf(IConfiguration configuration) => configuration[HostDefaults.EnvironmentKey] ?? Environments.Production;

    /// <summary>
    /// The configuration of a command that needs an existing database. <paramref name="args"/> is configuration from the command line.
    /// </summary>
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

    /// <summary>
    /// Rejects arguments that are neither a command nor configuration, so that a mistyped "import" does not start a server.
    /// </summary>
    /// <exception cref="StrayArgumentException">An argument is not understood; the message names it.</exception>
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

            // "--key value": skip the value.
            place++;
        }
    }
}

/// <summary>A command-line argument is neither a command nor configuration.</summary>
internal sealed class StrayArgumentException(string message) : Exception(message);
