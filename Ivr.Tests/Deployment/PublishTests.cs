using System.Diagnostics;
using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;
using Npgsql;

namespace Ivr.Tests.Deployment;

/// <summary>
/// Runs the published program as the image does: with the same environment, as a user without rights, in a folder that it does not write
/// to.
/// </summary>
public sealed partial class PublishTests(TestCluster cluster)
{
    private const string Build = "RUN dotnet publish Ivr.Server --configuration Release --output /app";

    [Fact]
    public async Task What_is_published_takes_a_call_as_the_image_does()
    {
        using var folder = new TemporaryFolder();
        var app = folder.In("app");
        Assert.Contains(Build, File.ReadAllText(Repository.In("Dockerfile")), StringComparison.Ordinal);
        await PublishAsync(app);
        var published = Files(app);
        await using var database = await cluster.TakeDatabaseAsync();
        await Visitors.AddAsync(database);
        var connection = TestCluster.AsServer(database.ConnectionString);
        var socket = new NpgsqlConnectionStringBuilder(connection).Host!;
        var environment = new Dictionary<string, string>(Dockerfile.Environment, StringComparer.Ordinal)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Emergency__JournalFolder"] = Path.Combine(socket, "journal-of-published"),
            ["ConnectionStrings__Ivr"] = connection,
            ["Twilio__AuthToken"] = TestServer.AuthToken,
            ["Passwords__Pepper"] = TestCluster.Pepper,
            ["Shutdown__Drain"] = "00:00:00",
        };

        await using var node = await Node.ListeningAsync(ServerProgram.StartPublished(app, socket, environment, "serve"));
        using (var phone = new Phone(PhoneOptions.For(node.Url, TestServer.AuthToken)))
        {
            await using var call = await phone.DialAsync(TestData.Wallonia, cancellationToken: TestContext.Current.CancellationToken);
            await call.Presses(TestData.Fr.Keys + TestData.InWallonia + "121");
            call.Hears("Votre prestation est enregistrée.");
            await call.HangsUp();
        }

        await ShowsPagesAsync(node.Url);
        Assert.Equal(0, await node.TerminateAsync());
        Assert.Single(await database.FeedAsync());
        Assert.Equal(published, Files(app));
    }

    // Opens the pages and every file that they refer to. These files are embedded in the program.
    private static async Task ShowsPagesAsync(Uri server)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (person, home) in new[] { (Visitors.OfAlfa, "/company"), (Visitors.Operator, "/operator") })
        {
            using var door = new Door(server);
            await door.SignInAsync(person);
            files.UnionWith(AssetOf().Matches(await door.ReadAsync(home)).Select(match => match.Value));
        }

        Assert.Equal(
            ["icon.svg", "live.js", "operator.css", "operator.js", "pages.css", "theme.css"],
            files.Select(file => file.Split('/', '?')[3]).Order(StringComparer.Ordinal));
        using var stranger = new Door(server);
        foreach (var file in files)
        {
            using var answer = await stranger.GetAsync(file);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
            Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 100, 100_000);
            Assert.Equal(
                Path.GetExtension(file.Split('?')[0]) switch { ".css" => "text/css", ".js" => "text/javascript", _ => "image/svg+xml" },
                answer.Content.Headers.ContentType?.MediaType);
            Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.Days: 365 });
        }
    }

    [GeneratedRegex("/company/assets/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex AssetOf();

    private static async Task PublishAsync(string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo(
            "dotnet", ["publish", Repository.In("Ivr.Server"), "--configuration", "Release", "--output", folder, "-v", "quiet", "-nologo"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            // The build before the tests has analysed the same source.
            Environment = { ["RunAnalyzers"] = "false" },
        })!;
        var output = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(publish.ExitCode == 0, output);
        // The user that runs the program needs access to the folder.
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, File.GetUnixFileMode(Path.GetDirectoryName(folder)!) | UnixFileMode.OtherExecute);
    }

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}")
            .Order(StringComparer.Ordinal),
    ];
}
