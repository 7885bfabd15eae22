using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation;

/// <summary>A parsed page of the documentation, or several of one folder.</summary>
internal sealed partial class Page
{
    private readonly string _folder;

    private Page(params string[] paths)
    {
        _folder = Path.GetDirectoryName(paths[0])!;
        Text = string.Join('\n', paths.Select(path => File.ReadAllText(path).ReplaceLineEndings("\n")));
    }

    public string Text { get; }

    /// <summary>Code spans within lines. Code blocks are left out.</summary>
    public IReadOnlyList<string> Code => [.. CodeSpan().Matches(Block().Replace(Text, "")).Select(span => span.Groups["code"].Value)];

    /// <summary>The rows of all tables without their headers, each as a list of cells.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => RowsOf(Text);

    /// <summary>Links to files and headings that do not exist.</summary>
    public IEnumerable<string> DeadLinks => Link().Matches(Text)
        .Select(link => link.Groups["to"].Value)
        .Where(to => !Exists(to));

    /// <summary>Reads pages in the folder <c>docs</c>.</summary>
    public static Page Of(params string[] names) => new([.. names.Select(name => Repository.In("docs", name))]);

    /// <summary>Reads a page in any folder of the repository.</summary>
    public static Page At(string path) => new(Repository.In(path));

    /// <summary>The rows of all tables of a text, for example of a section, without their headers, each as a list of cells.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> RowsOf(string text)
    {
        var lines = text.Split('\n');
        return [.. lines.Where((line, at) => line.StartsWith('|') && !IsRule(line) && !IsRule(lines.ElementAtOrDefault(at + 1))).Select(Cells)];
    }

    /// <summary>The code blocks in a language.</summary>
    public IEnumerable<string> Blocks(string language) =>
        Block().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["text"].Value);

    /// <summary>The sections at a heading level, by heading.</summary>
    public IReadOnlyDictionary<string, string> Sections(int level)
    {
        var mark = $"\n{new string('#', level)} ";
        return Text.Split(mark).Skip(1).ToDictionary(
            section => section[..section.IndexOf('\n', StringComparison.Ordinal)],
            section => HigherHeading().Split(section)[0],
            StringComparer.Ordinal);
    }

    // Makes anchors as GitHub does.
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(heading => NoLetter().Replace(heading.Groups["words"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    private static string[] Cells(string row) => [.. row.Trim().Trim('|').Split(" | ").Select(cell => cell.Trim())];

    private static bool IsRule(string? line) => line?.StartsWith("|---", StringComparison.Ordinal) is true;

    private bool Exists(string to)
    {
        if (to.StartsWith("https://", StringComparison.Ordinal))
            return true;
        var parts = to.Split('#');
        var path = Path.Combine(_folder, parts[0]);
        var text = parts[0] == "" ? Text : File.Exists(path) ? File.ReadAllText(path) : "";
        return (parts[0] == "" || Path.Exists(path)) && (parts.Length == 1 || Anchors(text).Contains(parts[1], StringComparer.Ordinal));
    }

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.None, 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^ *```(?<language>[a-z]*)\n(?<text>.*?)^ *```$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<to>[^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<words>.*)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^##? ", RegexOptions.Multiline, 1000)]
    private static partial Regex HigherHeading();

    [GeneratedRegex(@"[^\p{L}\p{N} -]", RegexOptions.None, 1000)]
    private static partial Regex NoLetter();
}
