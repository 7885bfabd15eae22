using Ivr.Server.Development;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

public sealed class PostgresProgramsTests : IDisposable
{
    private static readonly string[] All = ["initdb", "pg_ctl", "postgres"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_folder_that_has_them_all_is_taken()
    {
        string[] folders = [With("partly", "initdb", "postgres"), With("first", All), With("second", All)];

        Assert.Equal(_folder.In("first"), PostgresPrograms.Find(folders)!.Folder);
        Assert.Equal(_folder.In("second"), PostgresPrograms.Find(folders.Reverse())!.Folder);
    }

    [Fact]
    public void Where_none_has_them_all_there_is_nothing()
    {
        string[] folders = [_folder.In("not there"), With("empty"), With("client", "psql", "pg_ctl")];

        Assert.Null(PostgresPrograms.Find(folders));
        Assert.Null(PostgresPrograms.Find([]));
    }

    private string With(string name, params string[] programs)
    {
        Directory.CreateDirectory(_folder.In(name));
        foreach (var program in programs)
            File.WriteAllText(Path.Combine(_folder.In(name), program), "");
        return _folder.In(name);
    }
}
