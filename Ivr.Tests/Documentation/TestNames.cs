using System.Reflection;
using System.Text.RegularExpressions;

namespace Ivr.Tests.Documentation;

/// <summary>The test classes that a page of the documentation names, each with as much of its namespace as tells it from others.</summary>
internal static partial class TestNames
{
    public static IReadOnlyList<Type> Classes { get; } =
        [.. typeof(TestNames).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.GetCustomAttributes<FactAttribute>().Any()))];

    public static IEnumerable<string> In(string text) => Name().Matches(text).Select(match => match.Groups["name"].Value);

    public static bool IsOf(string name, Type type) => $".{type.FullName}".EndsWith($".{name}", StringComparison.Ordinal);

    /// <summary>Fails if the text names no test class, or one that does not exist or is not the only one of this name.</summary>
    public static void AssertAreThere(string text)
    {
        var named = In(text).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Single(Classes, type => IsOf(name, type)));
    }

    [GeneratedRegex("`(?<name>([A-Za-z]+\\.)*[A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
