using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Which line of a script made which lines of a call's transcript; whatever it shows has no password in it.</summary>
internal sealed class ScriptLog(ScriptFile file, ScriptRun run)
{
    private const string Indent = "           ";

    private readonly KeyedSecrets _secrets = new(run.Script);
    private readonly List<(Mark At, PhoneCall? Call, int Entries)> _steps = [];

    /// <summary>What the row of examples says; null without examples.</summary>
    public string? Example => run.Example is { } row ? _secrets.Hide(row) : null;

    /// <summary>A line of the script begins to be played.</summary>
    public void Begin(Mark at, PhoneCall? call) => _steps.Add((at, call, call?.Transcript.Entries.Count ?? 0));

    /// <summary>The call has come about, at the line that began last.</summary>
    public void Dialled(PhoneCall call) => _steps[^1] = (_steps[^1].At, call, 0);

    /// <summary>
    /// What went wrong and where, and the script as far as it was played: what was said and keyed between its lines, and a marker at
    /// the last of them.
    /// </summary>
    /// <param name="why">What is written at the marker.</param>
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
            // The call as a whole is looked at again at its end; only what fails there is worth a line.
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
