using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Dapper;
using Ivr.Bench.Rounds;
using Npgsql;

namespace Ivr.Bench.Peer;

/// <summary>The plain service of the folder PlainService. It has its own tables, and the people of the server.</summary>
internal sealed record PlainBuild(string Program) : Build("plain service", Program)
{
    private const string Schema = "plain-service/schema.sql";
    private const int SaltBytes = 16;
    private const int HashBytes = 64;

    /// <summary>The build beside this program.</summary>
    public static PlainBuild Here { get; } = new(Path.Combine(AppContext.BaseDirectory, "PlainService.dll"));

    /// <summary>Publishes the plain service into an empty folder.</summary>
    /// <exception cref="BenchException">It does not build.</exception>
    public static new async Task<Build> PublishedAsync(string folder, CancellationToken cancellationToken) =>
        new PlainBuild(await PublishAsync("Ivr.Bench/PlainService", folder, cancellationToken));

    public override async Task FillAsync(string database, string people, int iterations, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(await ReadSchemaAsync(cancellationToken));
        await CopyAsync(connection, "company (code, name)", LinesOf("companies"), cancellationToken);
        await CopyAsync(
            connection,
            "worker (login, password_salt, password_hash, company_code, name, language, active)",
            LinesOf("workers").AsParallel().AsOrdered().Select(line => Hashed(line, iterations)),
            cancellationToken);
        await CopyAsync(connection, "service_user (user_number, name, region, phone, language, active)", LinesOf("clients"), cancellationToken);

        // The lines after the header.
        IEnumerable<string> LinesOf(string table) => File.ReadLines(Path.Combine(people, $"{table}.csv")).Skip(1);
    }

    // The generated people have no commas in their names.
    private static string Hashed(string line, int iterations)
    {
        var (login, password, rest) = line.Split(',', 3) is [var first, var second, var third] ? (first, second, third) : throw new BenchException($"{line} is no worker.");
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA512, HashBytes);
        return string.Create(CultureInfo.InvariantCulture, $@"{login},\x{Convert.ToHexString(salt)},\x{Convert.ToHexString(hash)},{rest}");
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginTextImportAsync($"copy {table} from stdin (format csv)", cancellationToken);
        foreach (var line in lines)
            await copy.WriteLineAsync(line.AsMemory(), cancellationToken);
    }

    private static async Task<string> ReadSchemaAsync(CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Schema)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
