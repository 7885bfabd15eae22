using Ivr.Server.Database.Migrations;
using Ivr.Server.Embedded;
using Ivr.Server.Import;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Commands;

/// <summary>Turns what a user can mend into one clear message, and everything else into what it is.</summary>
internal static class Failures
{
    /// <summary>Runs a command.</summary>
    /// <returns>0, or 1 after a failure that was told on the error stream.</returns>
    public static async Task<int> ToldAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (Exception e) when (Told(e) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    private static string? Told(Exception exception) => exception switch
    {
        OptionsValidationException e => $"The configuration is wrong: {string.Join(' ', e.Failures)}",
        MigrationException or ImportException or EmbeddedPostgresException => exception.Message,
        PostgresException e => $"PostgreSQL refused: {e.MessageText}",
        NpgsqlException e => $"PostgreSQL cannot be reached: {(e.InnerException ?? e).Message}",
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => exception.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException e } => $"The server cannot listen: {e.Message}",
        _ => null,
    };
}
