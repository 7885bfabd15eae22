using System.Xml.Linq;
using Dapper;
using Ivr.Server.Database;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>Stores the Data Protection keys in PostgreSQL, so that each node can open what another node sealed.</summary>
/// <remarks>The framework reads the keys synchronously, at startup and about once a day, and caches them.</remarks>
internal sealed class PostgresKeyRing(NpgsqlDataSource source, DatabaseBreaker breaker, KeyRingCopy copy) : IXmlRepository
{
    private IReadOnlyCollection<XElement>? _last;
    private volatile bool _isOld;

    /// <summary>Whether the keys returned last did not come from PostgreSQL. Another node may have created a newer key since.</summary>
    public bool IsOld => _isOld;

    /// <summary>
    /// Reads the keys from PostgreSQL. During an outage it returns the last known keys, or the copy on disk. Otherwise the daily refresh
    /// would end a call, and a node started during an outage could take no calls. The known keys are valid for weeks.
    /// </summary>
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
