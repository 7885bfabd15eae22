using System.Text.RegularExpressions;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>
/// The tables under <c>examples</c>. The script is read once for each row, with every <c>&lt;column&gt;</c> replaced. Named tables are
/// combined: each row of one table with each row of the others.
/// </summary>
internal sealed partial class Examples(ScriptErrors errors)
{
    /// <summary>The key of the tables.</summary>
    public const string Key = "examples";

    private const int LongestShown = 20;

    /// <summary>The maximum number of rows. Tables multiply: a few short tables can make more calls than time or memory allows.</summary>
    private const int MaxRows = 10_000;

    private readonly HashSet<string> _used = [];

    /// <summary>
    /// Returns the script once for each row, with the text of the row. Without examples, it returns the script once and unchanged.
    /// </summary>
    public IReadOnlyList<(string? Example, MapNode Script)> Expand(MapNode script)
    {
        if (script[Key] is not { } tables)
            return [(null, script)];
        var body = script with { Entries = [.. script.Entries.Where(entry => entry.Key.Text != Key)] };
        var rows = Rows(tables);
        List<(string? Example, MapNode Script)> expanded = [.. rows.Select(row => ((string?)Describe(row), (MapNode)Fill(body, row)))];
        foreach (var name in rows.SelectMany(row => row.Keys).Distinct().Where(name => !_used.Contains(name)))
            errors.Add(tables.At, $"Nothing in the script uses <{name}>.");
        return expanded;
    }

    private List<Row> Rows(YamlPart tables) => tables switch
    {
        ListNode { Items.Count: > 0 } list => [.. list.Items.Select(ReadRow)],
        MapNode { Entries.Count: > 0 } named => named.Entries.Select(entry => Rows(entry.Value)).Aggregate((left, right) => Combine(tables, left, right)),
        _ => Refuse(tables, "Examples are a list of rows, or several such lists under names."),
    };

    private List<Row> Combine(YamlPart tables, List<Row> left, List<Row> right) => (long)left.Count * right.Count > MaxRows
        ? Refuse(tables, $"These tables make more than {MaxRows} rows together.")
        : [.. from row in left from other in right select row.Concat(other).DistinctBy(column => column.Key).ToDictionary()];

    private Row ReadRow(YamlPart row)
    {
        if (row is MapNode map && map.Entries.All(entry => entry.Value is TextNode))
            return map.Entries.ToDictionary(entry => entry.Key.Text, entry => ((TextNode)entry.Value).Text);
        errors.Add(row.At, "A row of examples has a text for each column: {language: nl, hello: Welkom}.");
        return new Dictionary<string, string>();
    }

    private List<Row> Refuse(YamlPart tables, string why)
    {
        errors.Add(tables.At, why);
        return [];
    }

    private YamlPart Fill(YamlPart node, Row row) => node switch
    {
        TextNode text => text with { Text = Placeholder().Replace(text.Text, match => Value(text, match.Groups["name"].Value, row)) },
        ListNode list => list with { Items = [.. list.Items.Select(item => Fill(item, row))] },
        MapNode map => map with { Entries = [.. map.Entries.Select(entry => (entry.Key, Fill(entry.Value, row)))] },
        _ => node,
    };

    private string Value(TextNode text, string name, Row row)
    {
        _used.Add(name);
        if (row.TryGetValue(name, out var value))
            return value;
        errors.Add(text.At, $"The examples have no column <{name}>.{Nearest.Hint(name, row.Keys)}");
        return "";
    }

    // Words to be heard can be long. Their beginnings are enough to identify the row.
    private static string Describe(Row row) => string.Join(", ", row.Select(column =>
        $"{column.Key}: {(column.Value.Length > LongestShown ? column.Value[..LongestShown] + "..." : column.Value)}"));

    [GeneratedRegex("<(?<name>[^<>]+)>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
