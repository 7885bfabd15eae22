using System.Reflection;
using System.Text.RegularExpressions;
using Ivr.Server.Secured;
using Ivr.Server.Words;

namespace Ivr.Tests.Secured;

/// <summary>Every text of the pages exists in all four languages, with the same placeholders.</summary>
public sealed partial class PageWordTests
{
    public static TheoryData<string> Fields => [.. Words().Select(each => $"{each.DeclaringType!.Name}.{each.Name}")];

    [Theory]
    [MemberData(nameof(Fields))]
    public void It_is_there_in_every_language(string name)
    {
        var words = (Wording)Words().Single(field => $"{field.DeclaringType!.Name}.{field.Name}" == name).GetValue(null)!;
        string[] all = [words.Nl, words.Fr, words.De, words.En];

        Assert.All(all, text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.Single(all.Select(text => string.Join(' ', Placeholder().Matches(text).Select(match => match.Value))).Distinct(StringComparer.Ordinal));
        if (words.Nl.Length > 25)
            Assert.Equal(4, all.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void One_thing_has_one_name_in_German() =>
        Assert.All(Words(), field => Assert.DoesNotContain("Tätigkeit", ((Wording)field.GetValue(null)!).De, StringComparison.Ordinal));

    private static IEnumerable<FieldInfo> Words() => typeof(SecuredServices).Assembly.GetTypes()
        .Where(type => type.Namespace == "Ivr.Server.Secured.Words")
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(Wording));

    [GeneratedRegex(@"\{[a-z]+\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
