using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Database;

/// <summary>Registers the database services and creates data sources.</summary>
internal static class DatabaseServices
{
    /// <summary>Name of the connection string in the configuration.</summary>
    public const string ConnectionName = "Ivr";

    /// <summary>
    /// Name of the connection string that leads to PostgreSQL itself, when the other one leads to a pooler: for everything but calls.
    /// </summary>
    public const string DirectName = "IvrDirect";

    /// <summary>Name of the connection string of a read replica for the pages.</summary>
    public const string ReadName = "IvrRead";

    /// <summary>
    /// A connection string without a database. With it, the check of the configuration can go on and find other mistakes.
    /// </summary>
    public const string Nowhere = "Host=/nowhere";

    // Twilio waits 15 seconds in total.
    private const int ConnectSeconds = 2;
    private const int CommandSeconds = 3;

    // Longer than a webhook waits (Db), so that the circuit breaker opens first and adds threads for what then times out.
    private const int CallCommandSeconds = 6;

    // A confirmation has no timeout, so without keep-alive a host that vanishes silently would keep its connection for hours.
    private const int SilentSeconds = 10;
    private const int ProbeSeconds = 2;

    // "Recorded" is said after COMMIT, so COMMIT must be durable, whatever the database's own default is. PostgreSQL itself ends a wait for
    // a lock with an error, so the client need not cancel anything.
    private static readonly string SessionSettings = $"-c synchronous_commit=on -c lock_timeout={ConnectionCheck.LockMilliseconds}";

    // The queries of a call use an index, however small a table was when the statement was prepared.
    private const string CallSettings = "-c enable_seqscan=off";

    // All statements that a webhook sends, and a few more.
    private const int MaxPrepared = 50;

    /// <summary>Calls may use a pooler when there is another connection string for everything else.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString, bool isPooled)
    {
        // Created now, so that a wrong connection string stops the start. Registered through a factory, so that the container disposes it.
        var source = isPooled ? CreatePooledSource(connectionString) : CreateSource(connectionString, AdjustToCalls);
        services.AddSingleton(_ => source);
        services.AddSingleton<DatabaseBreaker>();
        services.AddSingleton<Db>();
        services.AddSingleton<BackgroundDataSource>();
        services.AddSingleton<ConnectionStart>();
        return services;
    }

    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrEmpty(configuration.GetConnectionString(ConnectionName));

    /// <summary>Whether calls may go through a pooler: then the configuration has a second connection string, which goes around it.</summary>
    public static bool IsPooled(IConfiguration configuration) => !string.IsNullOrEmpty(configuration.GetConnectionString(DirectName));

    /// <summary>Reads the connection string that leads to PostgreSQL itself.</summary>
    /// <exception cref="OptionsValidationException">The connection string is missing, or it cannot be parsed.</exception>
    public static string RequireDirect(IConfiguration configuration) =>
        IsPooled(configuration) ? Readable(configuration.GetConnectionString(DirectName)!, DirectName) : RequireConnectionString(configuration);

    /// <summary>Reads the connection string of a read replica for the pages; null for none.</summary>
    /// <exception cref="OptionsValidationException">The connection string cannot be parsed.</exception>
    public static string? ForReading(IConfiguration configuration) =>
        configuration.GetConnectionString(ReadName) is { Length: > 0 } connectionString ? Readable(connectionString, ReadName) : null;

    /// <summary>Reads the connection string of the calls.</summary>
    /// <exception cref="OptionsValidationException">The connection string is missing.</exception>
    public static string RequireConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connectionString
            ? connectionString
            : throw new OptionsValidationException(
                ConnectionName,
                typeof(string),
                ["ConnectionStrings:Ivr is missing. Only in Development does the server start a PostgreSQL of its own."]);

    /// <summary>Returns a connection string after a check that it can be parsed. <paramref name="name"/> is its name.</summary>
    /// <exception cref="OptionsValidationException">The connection string cannot be parsed.</exception>
    public static string Readable(string connectionString, string name = ConnectionName)
    {
        Read(connectionString, name);
        return connectionString;
    }

    /// <summary>
    /// Creates a data source with timeouts that fit into a webhook. <paramref name="adjust"/> changes the settings for a special use.
    /// </summary>
    /// <exception cref="OptionsValidationException">The connection string cannot be parsed.</exception>
    public static NpgsqlDataSource CreateSource(string connectionString, Action<NpgsqlConnectionStringBuilder>? adjust = null) =>
        CreateSource(connectionString, adjust, ConnectionCheck.IsDirectAsync);

    // A pooler gives each transaction another session: nothing is set on a session, and nothing is prepared in it.
    private static NpgsqlDataSource CreatePooledSource(string connectionString) => CreateSource(
        connectionString,
        settings =>
        {
            AdjustToCalls(settings);
            settings.MaxAutoPrepare = 0;
            settings.Options = null;
        },
        ConnectionCheck.HoldsAsync);

    private static NpgsqlDataSource CreateSource(
        string connectionString, Action<NpgsqlConnectionStringBuilder>? adjust, Func<NpgsqlConnection, Task> check)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var settings = Read(connectionString);
        settings.Timeout = ConnectSeconds;
        settings.CommandTimeout = CommandSeconds;
        settings.ApplicationName = "ivr";
        // PostgreSQL's error details quote rows, and exceptions are logged.
        settings.IncludeErrorDetail = false;
        settings.Options = $"{settings.Options} {SessionSettings}".TrimStart();
        if (!IsOnThisMachine(settings))
        {
            settings.TcpKeepAlive = true;
            settings.TcpKeepAliveTime = SilentSeconds;
            settings.TcpKeepAliveInterval = ProbeSeconds;
        }

        adjust?.Invoke(settings);
        // Metrics and spans contain the name. Without one, they contain the whole connection string.
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = settings.ApplicationName }
            // Only PostgreSQL's own types are used, and Npgsql knows them. Loading all types takes longer than the statements of a call.
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .ConfigureTracing(tracing => tracing.ConfigureCommandFilter(command => !ConnectionCheck.Sends(command)))
            .UsePhysicalConnectionInitializer(connection => check(connection).GetAwaiter().GetResult(), check)
            .Build();
    }

    // PostgreSQL needs longer to parse and plan a statement than to run it, so each connection prepares it once. No user of these
    // connections leaves session state behind, so there is nothing to reset.
    private static void AdjustToCalls(NpgsqlConnectionStringBuilder settings)
    {
        settings.CommandTimeout = CallCommandSeconds;
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (MaxPrepared, 2);
        settings.NoResetOnClose = true;
        settings.Options += $" {CallSettings}";
    }

    // A host that begins with / is a Unix socket. Its other end cannot vanish silently, and it does not support keep-alive probes.
    private static bool IsOnThisMachine(NpgsqlConnectionStringBuilder settings) => settings.Host?.StartsWith('/') is true;

    private static NpgsqlConnectionStringBuilder Read(string connectionString, string name = ConnectionName)
    {
        try
        {
            return new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // Npgsql's message may repeat a part of the password.
            throw new OptionsValidationException(
                name,
                typeof(string),
                [$"ConnectionStrings:{name} cannot be read: it looks like Host=...;Database=...;Username=...;Password=..."]);
        }
    }
}
