using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Server.Database.Migrations;

/// <summary>
/// A numbered script of the <c>sql</c> folder, embedded in the server. <c>Version</c> is the number at the beginning of its file name.
/// </summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string ResourcePrefix = "sql/";

    /// <summary>SHA-256 of the script, lower-case hex.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts, in the order in which they are applied.</summary>
    public static IReadOnlyList<Migration> All { get; } = ReadAll();

    private static Migration[] ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Version)];
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource[ResourcePrefix.Length..];
        return new(int.Parse(name.Split('_')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
