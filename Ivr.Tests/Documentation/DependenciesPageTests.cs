using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>docs/dependencies.md lists each package of NuGet and npm, and every row has a reason.</summary>
public sealed partial class DependenciesPageTests
{
    private static readonly Page Page = Page.Of("dependencies.md");

    [Fact]
    public void Each_package_of_NuGet_is_there_with_its_reason() => Assert.Equal(
        XDocument.Load(Repository.In("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value).Order(StringComparer.Ordinal),
        Named("Packages").Except([".NET 10", "ASP.NET Core"]).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_package_of_npm_is_there_with_its_reason()
    {
        string[] files =
        [
            Repository.In("Ivr.Tests", "Oracles", "package.json"), Repository.In("Ivr.Tests", "Oracles", "Lighthouse", "package.json"),
            Repository.In("Ivr.Tests", "Caller", "BrowserPhone", "package.json"), Repository.In("Ivr.Tests", "Deployment", "Kubernetes", "package.json"),
        ];

        Assert.Equal(
            files.SelectMany(Dependencies).Order(StringComparer.Ordinal),
            Named("Packages of npm, for the tests alone").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_package_of_Debian_that_the_test_script_installs_is_there_with_its_reason() => Assert.Equal(
        File.ReadLines(Repository.In("test")).Select(line => Installed().Match(line)).Where(match => match.Success)
            .SelectMany(match => match.Groups["packages"].Value.Split(' ')).Order(StringComparer.Ordinal),
        Named("Packages of Debian, for the tests alone").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_what_where_and_why() => Assert.All(Page.Rows, row =>
    {
        Assert.Equal(3, row.Count);
        Assert.All(row, cell => Assert.NotEqual("", cell));
    });

    private static IEnumerable<string> Named(string section) =>
        Page.RowsOf(Page.Sections(2)[section]).SelectMany(row => row[0].Split(", ")).Select(name => name.Trim('`'));

    private static IEnumerable<string> Dependencies(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("devDependencies").EnumerateObject().Select(package => package.Name)];
    }

    [GeneratedRegex("^    need (\"[^\"]+\"|\\S+) (?<packages>[a-z0-9 -]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Installed();
}
