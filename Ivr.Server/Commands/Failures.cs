using System.Net.Sockets;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Development;
using Ivr.Server.People.Import;
using Ivr.Server.People.Persons;
using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Commands;

/// <summary>Maps exceptions that a user can fix to one clear message. All other exceptions pass through unchanged.</summary>
internal static class Failures
{
    // EEXIST. .NET has no exception type for it.
    private const int FileExists = 17;

    /// <summary>Runs a command. Returns 0, or 1 after a failure whose message was written to standard error.</summary>
    public static Task<int> RunAndReportAsync(Func<Task> command) => RunAndReportAsync(async () =>
    {
        await command();
        return 0;
    });

    /// <summary>
    /// Runs a command that has its own exit codes. Returns its exit code, or 1 after a failure whose message was written to standard error.
    /// </summary>
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
        // These messages name the setting: the key of an invalid number, the category of an invalid log level, the path of a broken
        // appsettings.json.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } e => Wrong(e.Message),
        InvalidOperationException { Source: "Microsoft.Extensions.Logging.Configuration" } e => Wrong($"Logging: {e.Message}"),
        InvalidDataException { Source: "Microsoft.Extensions.Configuration.FileExtensions" } e => Wrong(e.Message),
        MigrationException or ImportException or EmbeddedPostgresException or StrayArgumentException or PrivacyException
            or AccountException => exception.Message,
        NpgsqlException e when UnsafeConnectionException.In(e) is { } message => message,
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

    // Several mistakes become a list with one mistake per line.
    private static string Wrong(params string[] what) => what is [var alone]
        ? $"The configuration is wrong: {alone}"
        : $"The configuration is wrong:{string.Concat(what.Select(one => $"{Environment.NewLine}  {one}"))}";
}
