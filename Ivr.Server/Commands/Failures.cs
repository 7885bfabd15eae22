using System.Net.Sockets;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Development;
using Ivr.Server.People.Import;
using Ivr.Server.People.Persons;
using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Commands;

/// <summary>Turns what a user can mend into one clear message, and everything else into what it is.</summary>
internal static class Failures
{
    // EEXIST, which has no exception of its own.
    private const int FileExists = 17;

    /// <summary>Runs a command.</summary>
    /// <returns>0, or 1 after a failure that was told on the error stream.</returns>
    public static Task<int> RunAndReportAsync(Func<Task> command) => RunAndReportAsync(async () =>
    {
        await command();
        return 0;
    });

    /// <summary>Runs a command that has exit codes of its own.</summary>
    /// <returns>Its exit code, or 1 after a failure that was told on the error stream.</returns>
    public static async Task<int> RunAndReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (Told(e) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return 1;
        }
    }

    private static string? Told(Exception exception) => exception switch
    {
        OptionsValidationException e => Wrong([.. e.Failures]),
        // A number that is none names its key, a log level that is none its category, a broken appsettings.json its path.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } e => Wrong(e.Message),
        InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } e => Wrong($"Logging: {e.Message}"),
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } e => Wrong(e.Message),
        MigrationException or ImportException or EmbeddedPostgresException or StrayArgumentException or PrivacyException
            or AccountException => exception.Message,
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } => "The database lacks tables: run the migrate command first.",
        PostgresException e => $"PostgreSQL refused: {e.MessageText}",
        NpgsqlException e => $"PostgreSQL cannot be reached: {e.Message}{(e.InnerException is { } inner ? $" ({inner.Message})" : "")}",
        TimeZoneNotFoundException => "The time zone Europe/Brussels is missing on this machine: install the package tzdata.",
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => exception.Message,
        IOException { HResult: FileExists } => exception.Message,
        IOException { InnerException: AddressInUseException or AggregateException } e => $"The server cannot listen: {e.Message}",
        InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } e => $"The server cannot listen: {FirstLine(e.Message)}",
        SocketException e => $"The server cannot listen: {e.Message}.",
        _ => null,
    };

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd();

    // Several mistakes are a list, one on each line.
    private static string Wrong(params string[] what) => what is [var alone]
        ? $"The configuration is wrong: {alone}"
        : $"The configuration is wrong:{string.Concat(what.Select(one => $"{Environment.NewLine}  {one}"))}";
}
