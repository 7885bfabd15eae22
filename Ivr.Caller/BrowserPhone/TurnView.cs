
namespace Ivr.Caller.BrowserPhone;

/// <summary>The question that waits.</summary>
/// <param name="Number">The number of the question in the call.</param>
/// <param name="FirstPrompt">
/// The index of the first transcript entry of the question. A key cuts off the prompts from this entry on.
/// </param>
/// <param name="Timeout">Seconds of silence until the timeout.</param>
/// <param name="FinishOnKey">The key that ends the entry; null when no key does.</param>
/// <param name="NumDigits">The number of digits that ends the entry; null when it is not limited.</param>
internal sealed record TurnView(int Number, int FirstPrompt, double Timeout, char? FinishOnKey, int? NumDigits)
{
    /// <summary>Returns the question of a call; null when the call is over.</summary>
    public static TurnView? Of(BrowserCall live) => live.Call.Gather is { } gather
        ? new(live.Turn, live.FirstPrompt, gather.Timeout.TotalSeconds, gather.FinishOnKey, gather.NumDigits)
        : null;
}
