using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Server.Database.Migrations;

/// <summary>One numbered script of the <c>sql</c> folder, built into the server.</summary>
/// <param name="Version">The number its file name begins with.</param>
/// <param name="Name">The file name.</param>
/// <param name="Sql">What it says.</param>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string ResourcePrefix = "sql/";

    /// <summary>SHA-256 of the script, lower-case hex.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts, in the order they are applied.</summary>
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
