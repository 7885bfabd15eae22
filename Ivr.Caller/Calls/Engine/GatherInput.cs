using System.Text;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Collects the keys of one Gather and decides when the entry is complete.</summary>
internal sealed class GatherInput(Gather gather)
{
    private readonly StringBuilder _digits = new();

    /// <summary>Takes a key. Returns an outcome when the key ended the entry; null while the Gather waits for more keys.</summary>
    public GatherOutcome? Press(char key)
    {
        if (key == gather.FinishOnKey) return Outcome(key.ToString(), GatherEnd.FinishKey);
        _digits.Append(key);
        return _digits.Length == gather.NumDigits ? Outcome("", GatherEnd.NumDigits) : null;
    }

    /// <summary>Ends the entry at the timeout. The keys so far are the entry.</summary>
    public GatherOutcome TimeOut() => Outcome("", GatherEnd.Timeout);

    private GatherOutcome Outcome(string finishedOnKey, GatherEnd end) => new(_digits.ToString(), finishedOnKey, end);
}

/// <summary>The result of a Gather.</summary>
/// <param name="Digits">The digits without the finish key; empty when nothing was keyed.</param>
/// <param name="FinishedOnKey">The finish key; empty when it did not end the entry.</param>
/// <param name="End">What ended the entry.</param>
internal sealed record GatherOutcome(string Digits, string FinishedOnKey, GatherEnd End)
{
    /// <summary>
    /// The parameters that Twilio adds to the request of the action. Without digits, there is no Digits parameter. We assume that `#`
    /// pressed first gives FinishedOnKey=#. This is not confirmed on a real line.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        if (Digits.Length > 0) yield return ("Digits", Digits);
        yield return ("FinishedOnKey", FinishedOnKey);
        yield return ("msg", "Gather End");
    }
}
