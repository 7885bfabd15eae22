using System.Reflection;
using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>docs/security.md: each line of the threat model names tests that exist.</summary>
public sealed partial class SecurityPageTests
{
    private const int Columns = 4;

    private static readonly Page Page = Page.Of("security.md");

    private static readonly IReadOnlyList<Type> Classes =
        [.. typeof(SecurityPageTests).Assembly.GetTypes().Where(type => type.GetMethods().Any(IsTest))];

    private static IEnumerable<IReadOnlyList<string>> Threats => Page.Rows.Where(row => row.Count == Columns);

    [Fact]
    public void Each_threat_names_a_test_that_is_there()
    {
        Assert.InRange(Threats.Count(), 35, int.MaxValue);
        Assert.All(Threats, threat =>
        {
            Assert.All(threat, cell => Assert.NotEqual("", cell));
            var named = Named(threat[^1]).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Single(Classes, type => $".{type.FullName}".EndsWith($".{name}", StringComparison.Ordinal)));
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
        var named = Threats.SelectMany(threat => Named(threat[^1])).ToHashSet(StringComparer.Ordinal);
        var tests = Classes.Where(type => type.Namespace!.StartsWith("Ivr.Tests.Security", StringComparison.Ordinal));

        Assert.NotEmpty(tests);
        Assert.All(tests, type => Assert.True(named.Any(name => $".{type.FullName}".EndsWith($".{name}", StringComparison.Ordinal)), type.FullName));
    }

    [Fact]
    public void Keys_of_the_configuration_are_there()
    {
        var named = Page.Code.Where(code => ConfigurationKey().IsMatch(code)).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(ConfigurationKeys.All));
    }

    private static IEnumerable<string> Named(string cell) => TestName().Matches(cell).Select(match => match.Groups["name"].Value);

    private static bool IsTest(MethodInfo method) => method.GetCustomAttributes<FactAttribute>().Any();

    [GeneratedRegex("`(?<name>([A-Za-z]+\\.)*[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex("`CallScripts/(?<name>[a-z-]+)`", RegexOptions.None, 1000)]
    private static partial Regex ScriptFolder();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(:[A-Za-z*]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigurationKey();
}
