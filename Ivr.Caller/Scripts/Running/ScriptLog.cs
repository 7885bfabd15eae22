using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Relates the lines of a script to the lines of a call's transcript. Its texts contain no passwords.</summary>
internal sealed class ScriptLog(ScriptFile file, ScriptRun run)
{
    private const string Indent = "           ";

    private readonly KeyedSecrets _secrets = new(run.Script);
    private readonly List<(Mark At, PhoneCall? Call, int Entries)> _steps = [];

    /// <summary>The text of the row of examples; null without examples.</summary>
    public string? Example => run.Example is { } row ? _secrets.Hide(row) : null;

    /// <summary>Marks the line of the script that is played next.</summary>
    public void Begin(Mark at, PhoneCall? call) => _steps.Add((at, call, call?.Transcript.Entries.Count ?? 0));

    /// <summary>Sets the call of the line that was marked last.</summary>
    public void Dialled(PhoneCall call) => _steps[^1] = (_steps[^1].At, call, 0);

    /// <summary>
    /// Returns what went wrong and where. It shows the lines of the script that were played, what was said and keyed between them, and a
    /// marker at the last line. <paramref name="why"/> is the text at the marker.
    /// </summary>
    public string Report(string why)
    {
        var at = _steps.Count > 0 ? _steps[^1].At : new(1, 1);
        return $"{file.Name}:{at.Line}:{at.Column}: {run.Script.Title}\n{(Example is { } row ? $"Example: {row}\n" : "")}\n{Write(why)}\n";
    }

    private string Write(string why)
    {
        List<string> text = [];
        for (var i = 0; i < _steps.Count; i++)
        {
            var isLast = i == _steps.Count - 1;
            // The end of a call is checked with marks on earlier lines. Such a line is shown only when its check fails.
            if (isLast || _steps[i].At.Line > _steps.Take(i).Select(step => step.At.Line).LastOrDefault())
                text.Add($"{(isLast ? ">" : " ")} {_steps[i].At.Line,4}  {file.Lines[_steps[i].At.Line - 1].TrimEnd()}");
            text.AddRange(Said(i).Select(entry => Indent + TranscriptLine.Of(entry)));
        }

        text.AddRange(why.Split('\n').Select(line => $">       {line}"));
        return _secrets.Hide(string.Join('\n', text));
    }

    private IEnumerable<TranscriptEntry> Said(int step)
    {
        var (_, call, from) = _steps[step];
        var to = step + 1 < _steps.Count && _steps[step + 1].Call == call ? _steps[step + 1].Entries : int.MaxValue;
        return call?.Transcript.Entries.Skip(from).Take(to - from) ?? [];
    }
}
