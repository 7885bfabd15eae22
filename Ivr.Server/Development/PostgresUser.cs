
namespace Ivr.Server.Development;

/// <summary>
/// The user that PostgreSQL runs as: the current user, or another one when the current user is root, because PostgreSQL refuses to run as
/// root.
/// </summary>
internal sealed class PostgresUser
{
    private const string SetPriv = "/usr/bin/setpriv";

    // Debian's package creates "postgres". "nobody" exists everywhere.
    private static readonly string[] Candidates = ["postgres", "nobody"];

    private readonly string? _name;
    private readonly string? _group;

    private PostgresUser(string? name, string? group)
    {
        _name = name;
        _group = group;
    }

    /// <summary>Chooses the current user, or the first existing candidate when the current user is root.</summary>
    public static async Task<PostgresUser> ChooseAsync()
    {
        if (!Environment.IsPrivilegedProcess)
            return new(null, null);
        if (!File.Exists(SetPriv))
            throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and setpriv (package util-linux) is missing: run as another user.");
        foreach (var name in Candidates)
        {
            if (await Shell.RunAsync("id", "-g", name) is (0, var group))
                return new(name, group);
        }

        throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and there is no user 'postgres' or 'nobody': run as another user.");
    }

    /// <summary>Runs a program as this user. Throws when it fails.</summary>
    public Task<string> MustAsync(string program, params IEnumerable<string> arguments) =>
        _name is null ? Shell.MustAsync(program, arguments) : Shell.MustAsync(SetPriv, AsOther(program, arguments));

    /// <summary>Runs a program as this user.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments) =>
        _name is null ? Shell.RunAsync(program, arguments) : Shell.RunAsync(SetPriv, AsOther(program, arguments));

    /// <summary>Creates a folder that only this user can access.</summary>
    /// <returns>False when the user cannot reach the folder, because a parent folder is closed to other users.</returns>
    /// <exception cref="EmbeddedPostgresException">
    /// The folder is a link or belongs to another user, so its owner must not be changed.
    /// </exception>
    public async Task<bool> OwnAsync(string folder)
    {
        if (Directory.CreateDirectory(folder).LinkTarget is not null)
            throw new EmbeddedPostgresException($"{folder} is a link, and PostgreSQL's files must be in a folder of their own.");
        if (_name is not null && await Shell.MustAsync("stat", "-c", "%U", folder) is var owner && owner != _name && owner != "root")
            throw new EmbeddedPostgresException($"{folder} belongs to {owner}: PostgreSQL's files must be in a folder of their own.");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (_name is not null)
            await Shell.MustAsync("chown", _name, folder);
        return (await RunAsync("test", "-w", folder)).ExitCode == 0;
    }

    private string[] AsOther(string program, IEnumerable<string> arguments) =>
        [$"--reuid={_name}", $"--regid={_group}", "--clear-groups", "--", program, .. arguments];
}
