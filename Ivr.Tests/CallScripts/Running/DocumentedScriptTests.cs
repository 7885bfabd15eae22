using System.Text.RegularExpressions;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Schema;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallScripts.Running;

/// <summary>The examples in docs/call-scripts.md work as shown, and the page documents every key and step.</summary>
public sealed partial class DocumentedScriptTests(TestCluster cluster)
{
    private static readonly string Page = File.ReadAllText(Repository.In("docs", "call-scripts.md")).ReplaceLineEndings("\n");

    public static IEnumerable<TheoryDataRow<int>> Lines => Examples().Select(example => new TheoryDataRow<int>(example.Line));

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task The_example_on_the_page_runs(int line)
    {
        var text = Examples().Single(example => example.Line == line).Text;
        if ((await ScriptSuite.RunAsync(cluster, ScriptFile.Parse($"docs/call-scripts.md from line {line}", text))).Failure is { } failure)
            Assert.Fail(failure);
    }

    [Fact]
    public void There_are_three_examples() => Assert.Equal(3, Examples().Count());

    [Fact]
    public void Every_key_and_every_step_of_the_format_is_on_the_page()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(ScriptSchema.Text());
        var words = Keys(schema.RootElement).Distinct().ToList();

        Assert.NotEmpty(words);
        Assert.DoesNotContain(words, word => !Regex.IsMatch(Page, $@"\b{word}\b", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private static IEnumerable<string> Keys(System.Text.Json.JsonElement schema)
    {
        if (schema.ValueKind == System.Text.Json.JsonValueKind.Array)
            return schema.EnumerateArray().SelectMany(Keys);
        if (schema.ValueKind != System.Text.Json.JsonValueKind.Object)
            return [];
        var here = schema.TryGetProperty("properties", out var properties) && properties.ValueKind == System.Text.Json.JsonValueKind.Object
            ? properties.EnumerateObject().Select(key => key.Name)
            : [];
        return here.Concat(schema.EnumerateObject().SelectMany(part => Keys(part.Value)));
    }

    private static IEnumerable<(int Line, string Text)> Examples() =>
        Block().Matches(Page).Select(block => (Page[..block.Groups["text"].Index].Count(c => c == '\n') + 1, block.Groups["text"].Value));

    [GeneratedRegex(@"^```yaml\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
