using System.Text.RegularExpressions;
using Ivr.Server.Development;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database.Pooler;

/// <summary>PgBouncer in front of one database, with the settings of <c>deploy/cluster/pgbouncer.ini</c>. It ends with this process.</summary>
internal sealed partial class PgBouncer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private BoundProgram _program = null!;

    private PgBouncer(string database) => ConnectionString =
        new NpgsqlConnectionStringBuilder(database) { Host = _folder.Path, Port = 6432, Username = TestCluster.ServerRole }.ConnectionString;

    /// <summary>The connection string of the server's role.</summary>
    public string ConnectionString { get; }

    /// <param name="database">Connection string of the database.</param>
    /// <param name="mode"><c>transaction</c> or <c>session</c>.</param>
    /// <param name="settings">More settings, as lines of the file.</param>
    public static async Task<PgBouncer> StartAsync(string database, string mode, params string[] settings)
    {
        var bouncer = new PgBouncer(database);
        var user = await PostgresUser.ChooseAsync();
        await user.OwnAsync(bouncer._folder.Path);
        var file = await bouncer._folder.WriteAsync("pgbouncer.ini", await bouncer.SettingsAsync(new(database), mode, settings));
        bouncer._program = await BoundProgram.StartUnprivilegedAsync($"{file}.log", "/usr/sbin/pgbouncer", file);
        await Eventually.TrueAsync(() => File.Exists(bouncer._folder.In(".s.PGSQL.6432")), "PgBouncer's socket");
        return bouncer;
    }

    public async ValueTask DisposeAsync()
    {
        await _program.DisposeAsync();
        _folder.Dispose();
    }

    // The databases of the tests have no passwords.
    private async Task<string> SettingsAsync(NpgsqlConnectionStringBuilder database, string mode, string[] settings)
    {
        var users = await _folder.WriteAsync("userlist.txt", $"\"{TestCluster.ServerRole}\" \"\"\n");
        var text = await File.ReadAllTextAsync(Repository.In("deploy", "cluster", "pgbouncer.ini"));
        text = Databases().Replace(text, $"[databases]\n{database.Database} = host={database.Host} port=5432\n\n");
        return $"""
            {text}
            listen_addr =
            unix_socket_dir = {_folder.Path}
            auth_type = trust
            auth_file = {users}
            pool_mode = {mode}
            {string.Join('\n', settings)}
            """;
    }

    [GeneratedRegex(@"\[databases\][^\[]*", RegexOptions.None, 1000)]
    private static partial Regex Databases();
}
