using System.Diagnostics;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>No secret is in the repository: neither in what is under version control, nor in what is about to be.</summary>
public sealed class SecretTests
{
    private static readonly string[] NotSource = ["bin", "obj", "node_modules", "TestResults", ".git", ".data", ".vs", ".idea"];

    // Put together here, so that this file holds none.
    public static TheoryData<string> Secrets =>
    [
        "-----BEGIN " + "RSA PRIVATE KEY-----",
        "-----BEGIN " + "PRIVATE KEY-----",
        "TWILIO_KEY=SK" + "3f9a1c07b2de4865" + "90ab17cd52ef6834",
        "sid: AC" + "3f9a1c07b2de4865" + "90ab17cd52ef6834",
        "\"AuthToken\": \"" + "3f9a1c07b2de4865" + "90ab17cd52ef6834\"",
        "AWS=AKIA" + "Q3EGRZ5FJX7BN2LM",
        "token ghp_" + "x7Kq2Lm9Pz4Rv8Tn3W" + "b6Yc1Df5Gh0Js2Ak4L",
        "Host=db;Username=ivr;Password=" + "hunter2hunter2;Database=ivr",
        "postgres://ivr:" + "hunter2@db/ivr",
        "pepper=" + "q8ZtW3nRv6Yx1Lp5" + "Kd9Mf2Hb7Jc4Gs0A==",
        "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0" + "NTY3ODkwIn0.x",
    ];

    [Fact]
    public async Task No_file_of_the_repository_holds_one()
    {
        var files = await FilesAsync();
        var found = new List<string>();
        foreach (var file in files)
            found.AddRange(SecretScan.Find(await File.ReadAllTextAsync(file)).Select(what => $"{Path.GetRelativePath(Repository.In(), file)}, {what}"));

        Assert.Contains(Repository.In("README.md"), files);
        Assert.Contains(Repository.In("Ivr.Server", "appsettings.json"), files);
        Assert.InRange(files.Count, 500, int.MaxValue);
        Assert.Empty(found);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void What_is_one_is_found(string secret) => Assert.NotEmpty(SecretScan.Find($"first line\n  {secret}\nlast line"));

    [Theory]
    [InlineData("Host=...;Database=...;Username=...;Password=...")]
    [InlineData("CA00000000000000000000000000000001 and AC00000000000000000000000000000000")]
    [InlineData("An_erased_worker_is_on_the_line_like_somebody_who_never_was_there_10_times")]
    [InlineData("https://localhost:5080/voice/incoming")]
    public void What_is_none_is_not(string text) => Assert.Empty(SecretScan.Find(text));

    // Without git, as in an archive of the source, every file that no tool made.
    private static async Task<IReadOnlyList<string>> FilesAsync()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Repository.In(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            var errors = git.StandardError.ReadToEndAsync();
            var names = await git.StandardOutput.ReadToEndAsync();
            await errors;
            await git.WaitForExitAsync();
            if (git.ExitCode == 0)
                return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(name => Repository.In(name)).Where(File.Exists)];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no git.
        }

        return Walk(new DirectoryInfo(Repository.In()));
    }

    private static List<string> Walk(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles().Select(file => file.FullName),
        .. folder.EnumerateDirectories().Where(child => !NotSource.Contains(child.Name)).SelectMany(Walk),
    ];
}
