using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Ivr.Server.Database.Migrations;

/// <summary>One script of the <c>sql</c> folder, an embedded resource of the server.</summary>
/// <param name="Version">Number at the start of the name of a script in <c>tables/</c>, which is applied once. Null for a script in <c>code/</c>, which is applied again whenever it changes.</param>
/// <param name="Name">Path below <c>sql/</c>.</param>
/// <param name="Sql">The text of the script.</param>
internal sealed record Migration(int? Version, string Name, string Sql)
{
    private const string ResourcePrefix = "sql/";
    private const string Tables = "tables/";

    /// <summary>SHA-256 of the script, lower-case hex.</summary>
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All scripts in the order they are applied: tables by number, then code by name.</summary>
    public static IReadOnlyList<Migration> All { get; } = ReadAll();

    /// <summary>The number of the newest script of <c>tables/</c>.</summary>
    public static int NewestVersion { get; } = All.Max(migration => migration.Version)!.Value;

    private static Migration[] ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .OrderBy(migration => migration.Version ?? int.MaxValue).ThenBy(migration => migration.Name, StringComparer.Ordinal)];
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource[ResourcePrefix.Length..];
        int? version = name.StartsWith(Tables, StringComparison.Ordinal)
            ? int.Parse(name[Tables.Length..].Split('_')[0], CultureInfo.InvariantCulture)
            : null;
        return new(version, name, reader.ReadToEnd());
    }
}
