namespace Ivr.Server.Embedded;

/// <summary>Finds PostgreSQL's programs, and installs them where that is allowed.</summary>
/// <param name="Folder">The folder that holds initdb, pg_ctl and postgres.</param>
public sealed record PostgresPrograms(string Folder)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Makes databases' files.</summary>
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Starts and stops.</summary>
    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Finds the programs; installs them with apt when they are missing and this user may.</summary>
    /// <param name="say">Told what is being done.</param>
    /// <exception cref="EmbeddedPostgresException">They are missing; the message says what to do.</exception>
    public static async Task<PostgresPrograms> FindOrInstallAsync(Action<string> say)
    {
        if (Find(SearchFolders()) is { } found)
            return found;
        if (await AptAsRootAsync() is not { } apt)
            throw Missing();

        say("PostgreSQL is missing: installing it with apt-get, which takes a minute ...");
        await Shell.RunAsync(apt[0], [.. apt[1..], "update"]);
        await Shell.MustAsync(apt[0], [.. apt[1..], "install", "-y", "--no-install-recommends", "postgresql"]);
        return Find(SearchFolders()) ?? throw Missing();
    }

    /// <summary>The first folder that has all the programs.</summary>
    public static PostgresPrograms? Find(IEnumerable<string> folders) =>
        folders.Where(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))))
            .Select(folder => new PostgresPrograms(folder))
            .FirstOrDefault();

    /// <summary>PATH first, then Debian's folders, the newest version before the older ones.</summary>
    private static IEnumerable<string> SearchFolders()
    {
        const string debian = "/usr/lib/postgresql";
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return path.Concat(versions
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin")));
    }

    // apt-get by itself for root, through sudo for who may use it without a password.
    private static async Task<string[]?> AptAsRootAsync()
    {
        const string apt = "/usr/bin/apt-get";
        const string sudo = "/usr/bin/sudo";
        string[] quietly = ["/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", apt, "-q"];
        if (!File.Exists(apt))
            return null;
        if (Environment.IsPrivilegedProcess)
            return quietly;
        return File.Exists(sudo) && (await Shell.RunAsync(sudo, "-n", "true")).ExitCode == 0 ? [sudo, "-n", .. quietly] : null;
    }

    private static EmbeddedPostgresException Missing() => new(
        "PostgreSQL is missing: install it (on Debian: sudo apt-get install postgresql), or set ConnectionStrings__Ivr to a database of yours.");
}
