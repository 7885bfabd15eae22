namespace Ivr.Bench.Rounds;

/// <summary>A build of the server.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Program">The path of Ivr.Server.dll.</param>
internal sealed record Build(string Name, string Program)
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
