using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Ivr.Tests.Faults.Injection;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database.Rights;

/// <summary>
/// A proxy in front of a database that keeps the statements that a server sends in its own role. Statements of other roles are left out,
/// and those that the server sends in the role of a company: they need none of the rights of the server's role.
/// </summary>
internal sealed class SentStatements : IAsyncDisposable
{
    private const string TakesCompanysRole = "set_config('role'";

    private readonly ConcurrentDictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly PostgresProxy _proxy;

    public SentStatements(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var socket = Path.Combine(settings.Host!, ".s.PGSQL.5432");
        _proxy = new PostgresProxy(() => socket) { Listener = Listen }.Start();
        var address = IPEndPoint.Parse(_proxy.Address);
        (settings.Host, settings.Port) = ($"{address.Address}", address.Port);
        ConnectionString = settings.ConnectionString;
    }

    /// <summary>The connection string that leads through the proxy.</summary>
    public string ConnectionString { get; }

    /// <summary>The statements so far, each once.</summary>
    public IReadOnlyCollection<Statement> All => [.. _statements.Values];

    public ValueTask DisposeAsync() => _proxy.DisposeAsync();

    private Action<char, ReadOnlySequence<byte>> Listen()
    {
        const char startup = '\0', parse = 'P', query = 'Q';
        var (isServer, isCompany) = (false, false);
        return (type, body) =>
        {
            if (type == startup)
                isServer |= Encoding.UTF8.GetString(body).Contains($"user\0{TestCluster.ServerRole}\0", StringComparison.Ordinal);
            if (!isServer || type is not (parse or query))
                return;
            var statement = type == parse ? ReadParse(body) : new(ReadQuery(body), []);
            // The role ends with the transaction.
            if (statement.Sql is "COMMIT" or "ROLLBACK")
                isCompany = false;
            else if (statement.Sql.Contains(TakesCompanysRole, StringComparison.Ordinal))
                isCompany = true;
            else if (!isCompany)
                _statements.TryAdd(statement.Sql, statement);
        };
    }

    // https://www.postgresql.org/docs/current/protocol-message-formats.html: the name of the prepared statement, the statement, and the
    // types of its parameters.
    private static Statement ReadParse(ReadOnlySequence<byte> body)
    {
        var reader = new SequenceReader<byte>(body);
        ReadText(ref reader);
        var sql = ReadText(ref reader);
        reader.TryReadBigEndian(out short count);
        var types = new int[count];
        for (var i = 0; i < count; i++)
            reader.TryReadBigEndian(out types[i]);
        return new(sql, types);
    }

    private static string ReadQuery(ReadOnlySequence<byte> body)
    {
        var reader = new SequenceReader<byte>(body);
        return ReadText(ref reader);
    }

    private static string ReadText(ref SequenceReader<byte> reader) =>
        reader.TryReadTo(out ReadOnlySequence<byte> text, delimiter: 0) ? Encoding.UTF8.GetString(text) : "";
}

/// <summary>A statement as PostgreSQL gets it, with the object ids of the types of its parameters.</summary>
internal sealed record Statement(string Sql, IReadOnlyList<int> Types);
