using Ivr.Server.Development;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Embedded;

/// <summary>A machine without PostgreSQL, with a fake <c>apt-get</c> on its PATH or without one.</summary>
public sealed class AptTests : IDisposable
{
    private const string Missing =
        "PostgreSQL is missing: install it (on Debian: sudo apt-get install postgresql), or set ConnectionStrings__Ivr to a database of yours.";

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    public AptTests()
    {
        Directory.CreateDirectory(_folder.In("bin"));
        Directory.CreateDirectory(_folder.In("debian"));
        // Without root rights the program runs apt-get through sudo. This sudo allows everyone.
        Write("sudo", "shift; exec \"$@\"");
    }

    private ProgramPlaces Machine => new([_folder.In("bin")], _folder.In("debian"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_apt_may_install_it_does_and_that_is_said()
    {
        var bin = _folder.In("debian/15/bin");
        Write("apt-get", $"""
            echo "$DEBIAN_FRONTEND $*" >>{_folder.In("asked")}
            if [ "$2" = install ]; then mkdir -p {bin}; cd {bin}; touch initdb pg_ctl postgres; fi
            """);

        var programs = await PostgresPrograms.FindOrInstallAsync(_said.Add, Machine);

        Assert.Equal(bin, programs.Folder);
        Assert.Equal("PostgreSQL is missing: installing it with apt-get, which takes a minute ...", Assert.Single(_said));
        Assert.Equal(
            ["noninteractive -q update", "noninteractive -q install -y --no-install-recommends postgresql"],
            await File.ReadAllLinesAsync(_folder.In("asked"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_there_already_is_taken_and_nothing_installed()
    {
        Write("apt-get", "exit 1");
        foreach (var version in new[] { "9", "15", "14" })
        {
            Directory.CreateDirectory(_folder.In($"debian/{version}/bin"));
            foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
                await _folder.WriteAsync($"debian/{version}/bin/{program}", "");
        }

        Assert.Equal(_folder.In("debian/15/bin"), (await PostgresPrograms.FindOrInstallAsync(_said.Add, Machine)).Folder);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task Without_apt_one_line_says_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => PostgresPrograms.FindOrInstallAsync(_said.Add, Machine));

        Assert.Equal(Missing, refused.Message);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task An_apt_that_installs_something_else_is_no_help_either()
    {
        Write("apt-get", "exit 0");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => PostgresPrograms.FindOrInstallAsync(_said.Add, Machine));

        Assert.Equal(Missing, refused.Message);
    }

    [Fact]
    public async Task An_apt_that_fails_says_why()
    {
        Write("apt-get", "[ \"$2\" = update ] && exit 100; echo 'E: Unable to locate package postgresql' >&2; exit 100");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => PostgresPrograms.FindOrInstallAsync(_said.Add, Machine));

        Assert.EndsWith("failed (100): E: Unable to locate package postgresql", refused.Message, StringComparison.Ordinal);
    }

    private void Write(string program, string script)
    {
        var file = _folder.In($"bin/{program}");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
