using System.Text;
using Ivr.StateMachine;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Writes the steps of a call as a call script; docs/call-scripts.md describes the format.</summary>
internal sealed class ScriptText
{
    private const double SecondsPerKey = 0.3;

    private static readonly (Trouble Kind, string Begins, string Ends)[] Troubles =
    [
        (Trouble.Database, "database: away", "database: back"),
        (Trouble.Disk, "disk: full", "disk: back"),
        (Trouble.Crowd, "crowd: comes", "crowd: goes"),
    ];

    private readonly StringBuilder _text = new();
    private readonly IReadOnlyList<RecordedStep> _steps;
    private readonly Turns _turns;
    private readonly RecordedStep? _over;

    private ScriptText(IReadOnlyList<RecordedStep> steps)
    {
        _steps = steps;
        _turns = new(steps);
        _over = steps.FirstOrDefault(step => step.Kind == RecordedStepKind.Over);
    }

    // True when the call ended because it took too long.
    private bool IsOverTime => _turns.All.Any(turn => turn.Step.IsTooLong);

    /// <summary>
    /// The script of a call with a made-up name, from its steps in the order of arrival. Null when the beginning of the call is missing.
    /// </summary>
    public static string? Of(string name, IReadOnlyList<RecordedStep> steps)
    {
        var script = new ScriptText(steps);
        return script._turns.All.Count == 0 ? null : script.Write(name);
    }

    private string Write(string name)
    {
        var first = _turns.All[0];
        Line($"# Written from a real call of {first.Step.Moment}. Login, password, user numbers and caller are made up.");
        Line($"title: Recorded {name}");
        // Only a clock that is set can advance by minutes, and the help desk has opening hours. Without a moment, the script can also run
        // against a running server, if it causes no trouble there.
        if (IsOverTime || _turns.All.Zip(_turns.All.Skip(1), IsSameKeyAgain).Any(again => again) || _steps.Any(step => step.Trouble.HasFlag(Trouble.Database)))
            Line($"moment: {first.Step.Moment}");
        Line($"dial: \"{first.Step.Dialled}\"");
        Line($"from: \"{first.Step.Caller}\"");
        if (Word(first.Lost) is { } lost)
            Line($"fail: {lost}");
        _text.Append(ScriptTestData.Of(_steps));
        if (_over is { IsUnanswered: true })
        {
            Line("gives up: true");
            Line("ends: caller gave up");
        }
        else
        {
            WriteSteps();
        }

        return _text.ToString();
    }

    private void WriteSteps()
    {
        var first = _turns.All[0];
        if (first.State is { } begins)
        {
            Line("steps:");
            Line($"- state: {begins}");
        }

        var now = 0.0;
        foreach (var (before, turn) in _turns.All.Zip(_turns.All.Skip(1)))
        {
            if (IsOverTime)
                now = WriteWait(turn.Step, now);
            else if (IsSameKeyAgain(before, turn))
                Line("- wait: 1 s");
            WriteTurn(turn);
        }

        if (_turns.Break is { } why)
            Line($"# {why}");
        else
            WriteEnd();
    }

    private void WriteTurn(Turn turn)
    {
        if (Word(turn.Lost) is { } lost)
            Line($"- fail: {lost}");
        var trouble = Troubles.Where(trouble => turn.Step.Trouble.HasFlag(trouble.Kind)).ToList();
        foreach (var (_, begins, _) in trouble)
            Line($"- {begins}");
        Line(turn.Step.Keys.Length == 0 ? "- silence" : $"- interrupt: \"{turn.Step.Keys}\"");
        if (turn.Step.MayBeDuplicate)
            Line("# The caller was told that the same was on record already.");
        Line($"- state: {turn.State}");
        foreach (var (_, _, ends) in trouble)
            Line($"- {ends}");
    }

    // Pressed at once, it would be a doubled key. A doubled key of the call is pressed at once.
    private static bool IsSameKeyAgain(Turn before, Turn turn) =>
        turn.Step is { IsDoubledKey: false, Keys: [_] } && turn.Step.Keys == before.Step.Keys;

    // A call that ended because it took too long must take as long again.
    private double WriteWait(RecordedStep step, double now)
    {
        if (step.Keys.Length == 0)
            return Math.Max(now, step.Seconds);
        var keys = step.Keys.Length * SecondsPerKey;
        var left = step.Seconds - keys - now;
        var wait = step.IsTooLong ? Math.Ceiling(left) : Math.Floor(left);
        if (wait < 1)
            return now + keys;
        Line($"- wait: {wait} s");
        return now + wait + keys;
    }

    private void WriteEnd()
    {
        if (_over is null)
            return;
        var isHungUp = _turns.All[^1].State is null or CallState.Ended;
        if (!isHungUp)
            Line("- hang up");
        Line($"ends: {(isHungUp ? "server" : "caller")} hung up");
        // A script cannot say whether an entry is on record when the server itself was not certain.
        if (!_steps.Any(step => step.InDoubt))
            WriteOutcome();
    }

    private void WriteOutcome()
    {
        var entries = _steps.Select(step => step.Entry).OfType<RecordedEntry>().DistinctBy(entry => entry.Number).OrderBy(entry => entry.Number).ToList();
        Line("then:");
        Line(entries.Count == 0 ? "  prestations: none" : "  prestations:");
        foreach (var entry in entries)
        {
            var isHeard = _turns.All.Any(turn => turn.Lost == LostWebhook.Nothing && turn.Step.Entry?.Number == entry.Number);
            Line($"  - {{{(isHeard ? "reference: heard, " : "")}worker_login: {entry.Login}, user_number: {entry.UserNumber}, "
                + $"activity: {entry.Activity}, hours: {entry.Hours}, entry_no: {entry.Number}}}");
        }
    }

    private void Line(string line) => _text.Append(line).Append('\n');

    private static string? Word(LostWebhook lost) => lost switch
    {
        LostWebhook.Request => "request",
        LostWebhook.Answer => "answer",
        _ => null,
    };
}
