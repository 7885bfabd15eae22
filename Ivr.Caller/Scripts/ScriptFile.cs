using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Scripts;

/// <summary>A file with a valid script.</summary>
/// <param name="Name">The file as it was named.</param>
/// <param name="Lines">The lines of its text.</param>
/// <param name="Runs">The script, once for each of its examples.</param>
internal sealed record ScriptFile(string Name, IReadOnlyList<string> Lines, IReadOnlyList<ScriptRun> Runs)
{
    /// <exception cref="ScriptErrorException">
    /// The script is invalid. The message names the file, line, column and what was expected.
    /// </exception>
    public static async Task<ScriptFile> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        Parse(path, await File.ReadAllTextAsync(path, cancellationToken));

    /// <summary>Reads a script from YAML text. <paramref name="name"/> is its file, for messages.</summary>
    /// <exception cref="ScriptErrorException">
    /// The script is invalid. The message names the file, line, column and what was expected.
    /// </exception>
    public static ScriptFile Parse(string name, string text)
    {
        text = text.ReplaceLineEndings("\n");
        var errors = new ScriptErrors(name);
        var root = new NodeReader(text, errors).Read();
        errors.Throw();
        List<ScriptRun> runs = [];
        foreach (var (example, script) in new Examples(errors).Expand(root!))
        {
            var bound = new Binder(errors).Bind<CallScript>(script);
            ScriptChecks.Check(bound, errors);
            runs.Add(new(bound, example) { Words = [.. Words(script)] });
        }

        errors.Throw();
        return new(name, text.Split('\n'), runs);
    }

    private static IEnumerable<string> Words(YamlPart node) => node switch
    {
        TextNode text => [text.Text],
        ListNode list => list.Items.SelectMany(Words),
        MapNode map => map.Entries.SelectMany(entry => Words(entry.Value)),
        _ => [],
    };
}

/// <summary>A script to run. <paramref name="Example"/> is the text of the row of examples; null without examples.</summary>
internal sealed record ScriptRun(CallScript Script, string? Example)
{
    /// <summary>All values in the script, with the row of examples filled in.</summary>
    internal IReadOnlyList<string> Words { get; init; } = [];
}
