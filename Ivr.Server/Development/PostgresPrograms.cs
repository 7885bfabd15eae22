
namespace Ivr.Server.Development;

/// <summary>PostgreSQL's programs initdb, pg_ctl and postgres in one folder.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>
    /// Finds the programs. When they are missing and this user has the rights, installs them with apt-get. <paramref name="say"/> gets
    /// progress messages.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The programs are missing; the message says what the user can do.</exception>
    public static Task<PostgresPrograms> FindOrInstallAsync(Action<string> say) => FindOrInstallAsync(say, ProgramPlaces.OfThisMachine);

    /// <summary>Same, with a given list of program folders.</summary>
    /// <exception cref="EmbeddedPostgresException">The programs are missing; the message says what the user can do.</exception>
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

    /// <summary>The first folder that has all programs; null when none has.</summary>
    public static PostgresPrograms? Find(IEnumerable<string> folders) =>
        folders.Where(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))))
            .Select(folder => new PostgresPrograms(folder))
            .FirstOrDefault();

    // Root runs apt-get directly. Other users run it through sudo, if sudo asks for no password.
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
