using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>docs/security.md: each line of the threat model names tests that exist.</summary>
public sealed partial class SecurityPageTests
{
    private const int Columns = 4;

    private static readonly Page Page = Page.Of("security.md");

    private static IEnumerable<IReadOnlyList<string>> Threats => Page.Rows.Where(row => row.Count == Columns);

    [Fact]
    public void Each_threat_names_a_test_that_is_there()
    {
        Assert.InRange(Threats.Count(), 35, int.MaxValue);
        Assert.All(Threats, threat =>
        {
            Assert.All(threat, cell => Assert.NotEqual("", cell));
            TestNames.AssertAreThere(threat[^1]);
        });
    }

    [Fact]
    public void Folders_of_call_scripts_that_it_names_have_scripts()
    {
        var folders = ScriptFolder().Matches(Page.Text);

        Assert.NotEmpty(folders);
        Assert.All(
            folders,
            folder => Assert.NotEmpty(Directory.GetFiles(Repository.In("Ivr.Tests", "CallScripts", folder.Groups["name"].Value), "*.yaml")));
    }

    [Fact]
    public void Every_test_of_security_stands_for_a_threat()
    {
        var named = Threats.SelectMany(threat => TestNames.In(threat[^1])).ToHashSet(StringComparer.Ordinal);
        var tests = TestNames.Classes.Where(type => type.Namespace!.StartsWith("Ivr.Tests.Security", StringComparison.Ordinal));

        Assert.NotEmpty(tests);
        Assert.All(tests, type => Assert.True(named.Any(name => TestNames.IsOf(name, type)), type.FullName));
    }

    [Fact]
    public void Keys_of_the_configuration_are_there()
    {
        var named = Page.Code.Where(code => ConfigurationKey().IsMatch(code)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(ConfigurationKeys.All));
    }

    [GeneratedRegex("`CallScripts/(?<name>[a-z-]+)`", RegexOptions.None, 1000)]
    private static partial Regex ScriptFolder();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(:[A-Za-z*]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigurationKey();
}
