using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Database;

/// <summary>What the server needs to talk to PostgreSQL.</summary>
internal static class DatabaseServices
{
    /// <summary>The configuration key of the connection string.</summary>
    public const string ConnectionName = "Ivr";

    /// <summary>A connection string that leads to no database, for who wants to know what else is wrong.</summary>
    public const string Nowhere = "Host=/nowhere";

    // Twilio waits 15 seconds in all.
    private const int ConnectSeconds = 2;
    private const int CommandSeconds = 3;

    // A confirmation has no time-out, so that a host which vanishes without a word would keep its connection for hours.
    private const int SilentSeconds = 10;
    private const int ProbeSeconds = 2;

    // "Recorded" is said after COMMIT, so COMMIT has to mean it, whatever the database's own default is. A wait for a lock ends
    // with an error from PostgreSQL itself, so that nothing has to be cancelled from here.
    private const string SessionSettings = "-c synchronous_commit=on -c lock_timeout=2500";

    // What a call asks is found by an index, however small a table was when its statement was prepared.
    private const string CallSettings = "-c enable_seqscan=off";

    // All statements that a webhook sends, and some more.
    private const int MaxPrepared = 50;

    /// <summary>Adds the data sources.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        // Made now, so that a wrong connection string stops the start; handed out by a method, so that it is disposed of with the rest.
        var source = CreateSource(connectionString, AdjustToCalls);
        services.AddSingleton(_ => source);
        services.AddSingleton<DatabaseBreaker>();
        services.AddSingleton<Db>();
        services.AddSingleton<BackgroundDataSource>();
        return services;
    }

    /// <summary>True when a connection string is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrEmpty(configuration.GetConnectionString(ConnectionName));

    /// <summary>The connection string from configuration.</summary>
    /// <exception cref="OptionsValidationException">There is none.</exception>
    public static string RequireConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(ConnectionName) is { Length: > 0 } connectionString
            ? connectionString
            : throw new OptionsValidationException(
                ConnectionName,
                typeof(string),
                ["ConnectionStrings:Ivr is missing. Only in Development does the server start a PostgreSQL of its own."]);

    /// <summary>A connection string that was looked at.</summary>
    /// <exception cref="OptionsValidationException">It is none.</exception>
    public static string Readable(string connectionString)
    {
        Read(connectionString);
        return connectionString;
    }

    /// <summary>A data source with time-outs that fit into a webhook.</summary>
    /// <param name="connectionString">As configured.</param>
    /// <param name="adjust">What is different for who asks.</param>
    /// <exception cref="OptionsValidationException">The connection string is none.</exception>
    public static NpgsqlDataSource CreateSource(string connectionString, Action<NpgsqlConnectionStringBuilder>? adjust = null)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        var settings = Read(connectionString);
        settings.Timeout = ConnectSeconds;
        settings.CommandTimeout = CommandSeconds;
        settings.ApplicationName = "ivr";
        // PostgreSQL's details quote rows, and exceptions end up in logs.
        settings.IncludeErrorDetail = false;
        settings.Options = $"{settings.Options} {SessionSettings}".TrimStart();
        if (!IsOnThisMachine(settings))
        {
            settings.TcpKeepAlive = true;
            settings.TcpKeepAliveTime = SilentSeconds;
            settings.TcpKeepAliveInterval = ProbeSeconds;
        }

        adjust?.Invoke(settings);
        // Its name is told with each figure and span; without one that is the whole connection string.
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = settings.ApplicationName }
            // Of types there are PostgreSQL's own alone, which Npgsql knows: to ask for all of them takes longer than the statements of a call.
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();
    }

    // Reading and planning a statement takes PostgreSQL longer than running it, so a connection has that done once. Nothing that uses
    // these connections leaves anything behind on them, so there is nothing to reset before the next one.
    private static void AdjustToCalls(NpgsqlConnectionStringBuilder settings)
    {
        (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (MaxPrepared, 2);
        settings.NoResetOnClose = true;
        settings.Options += $" {CallSettings}";
    }

    // A Unix socket is a path. Its other end cannot vanish, and it refuses to be probed.
    private static bool IsOnThisMachine(NpgsqlConnectionStringBuilder settings) => settings.Host?.StartsWith('/') is true;

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // What Npgsql says may repeat a part of the password.
            throw new OptionsValidationException(
                ConnectionName,
                typeof(string),
                ["ConnectionStrings:Ivr cannot be read: it looks like Host=...;Database=...;Username=...;Password=..."]);
        }
    }
}
