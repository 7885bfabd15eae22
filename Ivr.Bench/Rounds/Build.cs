namespace Ivr.Bench.Rounds;

/// <summary>A build of the server.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Program">The path of its program, such as Ivr.Server.dll.</param>
internal record Build(string Name, string Program)
{
    /// <summary>The build beside this program. Its name is its commit when git knows it.</summary>
    public static async Task<Build> HereAsync(CancellationToken cancellationToken) =>
        new(await CommitAsync(cancellationToken) ?? "this build", Path.Combine(AppContext.BaseDirectory, "Ivr.Server.dll"));

    /// <summary>Builds a commit in an empty folder. <paramref name="commit"/> is any name that git accepts for a commit.</summary>
    /// <exception cref="BenchException">The commit does not exist, or does not build.</exception>
    public static async Task<Build> OfAsync(string commit, string folder, CancellationToken cancellationToken)
    {
        var name = (await ShellCommand.MustAsync("git", ["rev-parse", "--short", "--verify", $"{commit}^{{commit}}"], cancellationToken)).Trim();
        var archive = Path.Combine(folder, "source.tar");
        await ShellCommand.MustAsync("git", ["archive", "--output", archive, name], cancellationToken);
        await ShellCommand.MustAsync("tar", ["-x", "-f", archive, "-C", folder], cancellationToken);
        await ShellCommand.MustAsync(
            "dotnet",
            ["msbuild", Path.Combine(folder, "Ivr.Server"), "-restore", "-nologo", "-verbosity:quiet", "-property:Configuration=Release"],
            cancellationToken);
        return new(name, Path.Combine(folder, "Ivr.Server", "bin", "Release", "net10.0", "Ivr.Server.dll"));
    }

    /// <summary>Publishes the source of this build into an empty folder, as it is deployed.</summary>
    /// <exception cref="BenchException">The server does not build.</exception>
    public static async Task<Build> PublishedAsync(string folder, CancellationToken cancellationToken) =>
        (await HereAsync(cancellationToken)) with { Program = await PublishAsync("Ivr.Server", folder, cancellationToken) };

    /// <summary>Creates the tables in an empty database, and imports people.</summary>
    /// <param name="database">The connection string.</param>
    /// <param name="people">A folder with companies.csv, workers.csv and clients.csv.</param>
    /// <param name="iterations">The number of PBKDF2 iterations.</param>
    /// <param name="cancellationToken">Stops the import.</param>
    /// <exception cref="BenchException">A command of the server failed.</exception>
    public virtual async Task FillAsync(string database, string people, int iterations, CancellationToken cancellationToken)
    {
        await ShellCommand.MustAsync("dotnet", [Program, "migrate", .. Site.Settings(database, iterations)], cancellationToken);
        foreach (var table in (string[])["companies", "workers", "clients"])
            await ShellCommand.MustAsync("dotnet", [Program, .. Site.Import(table, people, database, iterations)], cancellationToken);
    }

    /// <summary>Publishes a project of this repository, and returns the path of its program.</summary>
    protected static async Task<string> PublishAsync(string project, string folder, CancellationToken cancellationToken)
    {
        await ShellCommand.MustAsync("dotnet", ["publish", project, "--nologo", "--configuration", "Release", "--output", folder], cancellationToken);
        return Path.Combine(folder, $"{Path.GetFileName(project)}.dll");
    }

    private static async Task<string?> CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await ShellCommand.MustAsync("git", ["describe", "--always", "--dirty"], cancellationToken)).Trim();
        }
        catch (BenchException)
        {
            // There is no git, or no repository.
            return null;
        }
    }
}
