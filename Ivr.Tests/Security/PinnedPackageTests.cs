using System.Text.Json;
using System.Xml.Linq;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>All packages of the build have an exact version, so that a malicious newer version cannot get in.</summary>
public sealed class PinnedPackageTests
{
    [Fact]
    public void Every_package_has_one_exact_version_in_one_place()
    {
        var versions = XDocument.Load(Repository.In("Directory.Packages.props")).Descendants("PackageVersion").ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, package => Assert.Matches(@"^[0-9]+(\.[0-9]+){1,3}$", package.Attribute("Version")?.Value));

        var references = Projects().SelectMany(project => project.Descendants("PackageReference")).ToList();
        Assert.NotEmpty(references);
        Assert.All(references, package =>
        {
            Assert.Null(package.Attribute("Version"));
            Assert.Null(package.Attribute("VersionOverride"));
        });
    }

    [Theory]
    [InlineData("Oracles")]
    [InlineData("Oracles/Lighthouse")]
    [InlineData("Caller/BrowserPhone")]
    public async Task Every_package_of_npm_is_locked_with_its_hash(string folder)
    {
        using var locked = JsonDocument.Parse(await File.ReadAllTextAsync(
            Repository.In("Ivr.Tests", folder, "package-lock.json"), TestContext.Current.CancellationToken));
        // The first entry is the folder itself.
        var packages = locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name != "").ToList();

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal));
    }

    private static IEnumerable<XDocument> Projects() => Directory
        .EnumerateFiles(Repository.In(), "*.csproj", SearchOption.AllDirectories)
        .Append(Repository.In("Directory.Build.props"))
        .Select(XDocument.Load);
}
