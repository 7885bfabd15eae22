using Ivr.Server.Database;
using Npgsql;
using Polly.CircuitBreaker;

namespace Ivr.Server.Monitoring;

/// <summary>Describes a fault of a database that is not available, too slow, or refuses, in one line.</summary>
internal static class FaultText
{
    /// <summary>The description of the fault behind an exception.</summary>
    public static string Of(Exception exception)
    {
        var fault = exception;
        // The exception of an open breaker has the fault that opened it as inner exception.
        while ((fault is BrokenCircuitException || !Db.IsFault(fault)) && fault.InnerException is { } inner)
            fault = inner;
        return fault switch
        {
            PostgresException { SqlState: ['2', '8', ..] } e =>
                $"PostgreSQL does not let the server in, {e.SqlState} {e.MessageText}: look at the role and the password in ConnectionStrings:Ivr",
            PostgresException e => $"PostgreSQL says {e.SqlState} {e.MessageText}",
            { InnerException: { } why } => $"{OneLine(fault.Message)} {OneLine(why.Message)}",
            _ => OneLine(fault.Message),
        };
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
