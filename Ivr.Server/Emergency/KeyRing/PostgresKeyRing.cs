using System.Xml.Linq;
using Dapper;
using Ivr.Server.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>Keeps the Data Protection keys in PostgreSQL, so that any node opens what another sealed.</summary>
/// <remarks>The framework asks synchronously, at start and about once a day; it caches what it got.</remarks>
internal sealed class PostgresKeyRing(NpgsqlDataSource source, DatabaseBreaker breaker, KeyRingCopy copy) : IXmlRepository
{
    private IReadOnlyCollection<XElement>? _last;
    private volatile bool _isOld;

    /// <summary>Whether the keys that were handed out last were not PostgreSQL's: another node may have made a new one since.</summary>
    public bool IsOld => _isOld;

    /// <inheritdoc/>
    /// <remarks>
    /// The caller on whom the daily look falls during an outage must not lose the call, nor those who come to a node that is started
    /// in one: the keys known are good for weeks.
    /// </remarks>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            _last = breaker.Pipeline.Execute(() => ReadAll());
            _isOld = false;
            copy.Write(_last);
            return _last;
        }
        catch (Exception e) when (Db.IsFault(e) && (_last ??= copy.Read()) is not null)
        {
            _isOld = true;
            return _last!;
        }
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        const string sql = """
            insert into data_protection_key (friendly_name, xml)
            values (@friendlyName, @xml)
            """;
        using var connection = source.OpenConnection();
        connection.Execute(sql, new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }

    private IReadOnlyCollection<XElement> ReadAll()
    {
        using var connection = source.OpenConnection();
        return [.. connection.Query<string>("select xml from data_protection_key order by id").Select(XElement.Parse)];
    }
}
