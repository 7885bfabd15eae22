using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Database.KeyRing;

/// <summary>Keeps the Data Protection keys in PostgreSQL, so that any node opens what another sealed.</summary>
/// <remarks>The framework asks synchronously, at start and about once a day; it caches what it got.</remarks>
public sealed class PostgresKeyRing(NpgsqlDataSource source, DatabaseBreaker breaker) : IXmlRepository
{
    private IReadOnlyCollection<XElement>? _last;

    /// <inheritdoc/>
    /// <remarks>The caller on whom the daily look falls during an outage must not lose the call: the keys known are good for weeks.</remarks>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        try
        {
            return _last = breaker.Pipeline.Execute(() => ReadAll());
        }
        catch (Exception e) when (Db.IsFault(e) && _last is not null)
        {
            return _last;
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

/// <summary>Puts the key ring in its place once the services exist.</summary>
internal sealed class UsePostgresKeyRing(NpgsqlDataSource source, DatabaseBreaker breaker) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new PostgresKeyRing(source, breaker);
}
