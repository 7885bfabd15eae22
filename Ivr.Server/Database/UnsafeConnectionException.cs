using Npgsql;

namespace Ivr.Server.Database;

/// <summary>A connection cannot hold what the server promises. The message says why, and what to do.</summary>
internal sealed class UnsafeConnectionException(string message) : NpgsqlException(message)
{
    /// <summary>The message about a pooler where PostgreSQL itself must be.</summary>
    public const string Pooler =
        "A pooler (PgBouncer) is in front of PostgreSQL. Only calls can use one: set ConnectionStrings:Ivr to the pooler, and "
        + "ConnectionStrings:IvrDirect to the same database without it.";

    /// <summary>The message in an exception of an attempt to connect; null when it failed for another reason.</summary>
    public static string? In(Exception? exception) => exception switch
    {
        null => null,
        UnsafeConnectionException => exception.Message,
        // PgBouncer refuses the settings of a connection's start that it does not know.
        PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation } e when e.MessageText.Contains("startup parameter", StringComparison.Ordinal) => Pooler,
        AggregateException all => all.InnerExceptions.Select(In).FirstOrDefault(found => found is not null),
        _ => In(exception.InnerException),
    };
}
