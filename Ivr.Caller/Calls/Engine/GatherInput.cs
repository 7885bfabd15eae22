using System.Text;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>The keys of one Gather: what they add up to, and when it has enough.</summary>
internal sealed class GatherInput(Gather gather)
{
    private readonly StringBuilder _digits = new();

    /// <summary>Takes a key; an outcome when the key ended the entry, null while the Gather waits for more.</summary>
    public GatherOutcome? Press(char key)
    {
        if (key == gather.FinishOnKey) return Outcome(key.ToString(), GatherEnd.FinishKey);
        _digits.Append(key);
        return _digits.Length == gather.NumDigits ? Outcome("", GatherEnd.NumDigits) : null;
    }

    /// <summary>The time-out: what was keyed so far is the entry.</summary>
    public GatherOutcome TimeOut() => Outcome("", GatherEnd.Timeout);

    private GatherOutcome Outcome(string finishedOnKey, GatherEnd end) => new(_digits.ToString(), finishedOnKey, end);
}

/// <summary>What a Gather got.</summary>
/// <param name="Digits">Without the finish key; empty when nothing was keyed.</param>
/// <param name="FinishedOnKey">Empty unless the finish key ended the entry.</param>
/// <param name="End">What ended it.</param>
internal sealed record GatherOutcome(string Digits, string FinishedOnKey, GatherEnd End)
{
    /// <summary>
    /// What Twilio adds to the action's parameters. Without digits there is no Digits key at all. That `#` pressed first shows as
    /// FinishedOnKey=# is the plain reading, unconfirmed on a real line.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Digits.Length > 0) yield return ("Digits", Digits);
        yield return ("FinishedOnKey", FinishedOnKey);
        yield return ("msg", "Gather End");
    }
}
