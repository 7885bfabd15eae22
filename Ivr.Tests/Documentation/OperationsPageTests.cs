using System.Text.RegularExpressions;
using Ivr.Tests.Calls.Rendering;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>The pages for operators quote the prompts and log lines that exist in the code, and their SQL runs.</summary>
public sealed partial class OperationsPageTests(TestCluster cluster)
{
    private static readonly Page Page = Page.Of("operations.md", "faults.md", "log.md", "restore.md");

    [Fact]
    public void What_is_heard_is_what_the_line_says()
    {
        var said = Documents.All.SelectMany(Documents.Texts).ToHashSet(StringComparer.Ordinal);
        var quoted = Quote().Matches(Page.Text).Select(quote => quote.Groups["words"].Value).Where(words => words != "Words like these").ToHashSet();

        Assert.InRange(quoted.Count, 15, int.MaxValue);
        Assert.All(quoted, words => Assert.Contains(said, text => text.Contains(words, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_said_to_be_logged_is_logged_at_that_level()
    {
        var quoted = Page.Code.Where(code => LogLine().IsMatch(code) && code != "Error: lines like these").ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(quoted);
        Assert.Empty(quoted.Except(ServerSource.LogLines));
    }

    [Fact]
    public void Every_warning_and_error_of_the_server_is_on_a_page()
    {
        // Otherwise LogLines would miss a log call that is written in another way.
        Assert.Equal(ServerSource.LogCalls, ServerSource.LogLines.Count);

        var missing = ServerSource.LogLines.Where(line => !line.StartsWith("Information", StringComparison.Ordinal)).Except(Page.Code);
        Assert.Empty(missing);
    }

    [Fact]
    public void Numbered_events_have_their_numbers()
    {
        var named = NumberedEvent().Matches(Page.Text).Select(named => $"{named.Groups["id"].Value} {named.Groups["name"].Value}").ToHashSet();

        Assert.Equal(ServerSource.Events.Order(), named.Order());
    }

    [Fact]
    public void All_figures_are_named_and_no_others()
    {
        var named = Page.Code.Where(code => code.StartsWith("ivr.", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(ServerSource.Figures.Order(), named.Order());
    }

    [Fact]
    public void All_reasons_not_to_be_ready_are_named()
    {
        Assert.InRange(ServerSource.Unready.Count, 4, int.MaxValue);
        Assert.All(ServerSource.Unready, why => Assert.Contains(why, Page.Code));
    }

    [Fact]
    public void Keys_of_the_configuration_are_there()
    {
        var named = Page.Code.Where(code => ConfigurationKey().IsMatch(code)).ToHashSet(StringComparer.Ordinal);

        Assert.InRange(named.Count, 12, int.MaxValue);
        Assert.Empty(named.Except(ConfigurationKeys.All));
    }

    [Fact]
    public async Task Their_queries_run()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        var blocks = Page.Blocks("sql").ToList();

        Assert.InRange(blocks.Count, 7, int.MaxValue);
        foreach (var block in blocks)
            await server.Database.ExecuteAsync(block);
    }

    [Fact]
    public void Each_promise_names_a_test_that_is_there()
    {
        var rows = Page.RowsOf(Page.Sections(2)["What tests hold"]);

        Assert.NotEmpty(rows);
        Assert.All(rows, row => TestNames.AssertAreThere(row[^1]));
    }

    [GeneratedRegex(@"\*""(?<words>[^""]+)""\*", RegexOptions.None, 1000)]
    private static partial Regex Quote();

    [GeneratedRegex("^(Information|Warning|Error|Critical): ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LogLine();

    [GeneratedRegex("(?<id>[0-9]{4}) `(?<name>[A-Z][A-Za-z]+)`", RegexOptions.None, 1000)]
    private static partial Regex NumberedEvent();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+(:[A-Za-z*]+)+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConfigurationKey();
}
