using System.Text.RegularExpressions;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.People.Persons;
using Ivr.Server.People.Retention;
using Ivr.Tests.Host;

namespace Ivr.Tests.People.Privacy;

/// <summary>docs/privacy.md agrees with the code.</summary>
public sealed partial class PrivacyDocumentTests
{
    private static readonly string Document = File.ReadAllText(Repository.In("docs", "privacy.md"));

    [Fact]
    public void Every_table_with_data_of_people_has_its_line()
    {
        var tables = PersonKind.All.SelectMany(kind => kind.Tables).Where(table => table.Erase is not null).Select(table => table.Table)
            .Concat(RetentionRules.All.Select(rule => rule.Table)).ToList();

        Assert.NotEmpty(tables);
        Assert.All(tables, table => Assert.Contains($"| `{table}` |", Document, StringComparison.Ordinal));
    }

    [Fact]
    public void The_times_are_the_defaults()
    {
        var defaults = new RetentionOptions();

        Assert.Contains($"`Retention:CallerMonths`: {defaults.CallerMonths} months", Document, StringComparison.Ordinal);
        Assert.Contains($"`Retention:LoginMonths`: {defaults.LoginMonths} months", Document, StringComparison.Ordinal);
        Assert.Contains($"`Retention:IncidentMonths`: {defaults.IncidentMonths} months", Document, StringComparison.Ordinal);
        Assert.Contains($"`Retention:CallMonths`: {defaults.CallMonths} months", Document, StringComparison.Ordinal);
        Assert.Contains($"`Emergency:KeepLoadedDays`: {new EmergencyOptions().KeepLoadedDays} days", Document, StringComparison.Ordinal);
        Assert.Contains($"`Retention:PrestationYears`: {defaults.PrestationYears} whole calendar years", Document, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_that_it_names_are_there()
    {
        var named = TestName().Matches(Document).Select(match => match.Groups["name"].Value).Distinct().ToList();
        var there = typeof(PrivacyDocumentTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(named.Count, 5, int.MaxValue);
        Assert.All(named, name => Assert.Contains(name, there));
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests)`", RegexOptions.None, 1000)]
    private static partial Regex TestName();
}
