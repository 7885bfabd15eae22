using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Scripts;

/// <summary>A file with a script: the whole of it, or what is wrong with it.</summary>
/// <param name="Name">The file as it was named.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Runs">The script, once for each of its examples.</param>
internal sealed record ScriptFile(string Name, IReadOnlyList<string> Lines, IReadOnlyList<ScriptRun> Runs)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="ScriptErrorException">The script is wrong; the message names file, line, column and what was meant.</exception>
    public static async Task<ScriptFile> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        Parse(path, await File.ReadAllTextAsync(path, cancellationToken));

    /// <summary>Reads a text.</summary>
    /// <param name="name">The file that it is from, for messages.</param>
    /// <param name="text">The YAML.</param>
    /// <exception cref="ScriptErrorException">The script is wrong; the message names file, line, column and what was meant.</exception>
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

/// <summary>A script to be run.</summary>
/// <param name="Script">The script.</param>
/// <param name="Example">What the row of examples says; null without examples.</param>
internal sealed record ScriptRun(CallScript Script, string? Example)
{
    /// <summary>Everything that the script says, value by value, with the row of examples filled in.</summary>
    internal IReadOnlyList<string> Words { get; init; } = [];
}
