
namespace Ivr.Server.Development;

/// <summary>Finds PostgreSQL's programs, and installs them where that is allowed.</summary>
/// <param name="Folder">The folder that holds initdb, pg_ctl and postgres.</param>
internal sealed record PostgresPrograms(string Folder)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>Makes databases' files.</summary>
    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Starts and stops.</summary>
    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>Finds the programs; installs them with apt when they are missing and this user may.</summary>
    /// <param name="say">Told what is being done.</param>
    /// <exception cref="EmbeddedPostgresException">They are missing; the message says what to do.</exception>
    public static Task<PostgresPrograms> FindOrInstallAsync(Action<string> say) => FindOrInstallAsync(say, ProgramPlaces.OfThisMachine);

    /// <summary>The same where programs are elsewhere.</summary>
    /// <param name="say">Told what is being done.</param>
    /// <param name="places">Where programs are.</param>
    /// <exception cref="EmbeddedPostgresException">They are missing; the message says what to do.</exception>
    public static async Task<PostgresPrograms> FindOrInstallAsync(Action<string> say, ProgramPlaces places)
    {
        if (Find(places.All) is { } found)
            return found;
        if (await AptAsRootAsync(places) is not { } apt)
            throw Missing();

        say("PostgreSQL is missing: installing it with apt-get, which takes a minute ...");
        await Shell.RunAsync(apt[0], [.. apt[1..], "update"]);
        await Shell.MustAsync(apt[0], [.. apt[1..], "install", "-y", "--no-install-recommends", "postgresql"]);
        return Find(places.All) ?? throw Missing();
    }

    /// <summary>The first folder that has all the programs.</summary>
    public static PostgresPrograms? Find(IEnumerable<string> folders) =>
        folders.Where(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))))
            .Select(folder => new PostgresPrograms(folder))
            .FirstOrDefault();

    // apt-get by itself for root, through sudo for who may use it without a password.
    private static async Task<string[]?> AptAsRootAsync(ProgramPlaces places)
    {
        if (places.Find("apt-get") is not { } apt)
            return null;
        string[] quietly = ["/usr/bin/env", "DEBIAN_FRONTEND=noninteractive", apt, "-q"];
        if (Environment.IsPrivilegedProcess)
            return quietly;
        return places.Find("sudo") is { } sudo && (await Shell.RunAsync(sudo, "-n", "true")).ExitCode == 0 ? [sudo, "-n", .. quietly] : null;
    }

    private static EmbeddedPostgresException Missing() => new(
        "PostgreSQL is missing: install it (on Debian: sudo apt-get install postgresql), or set ConnectionStrings__Ivr to a database of yours.");
}
