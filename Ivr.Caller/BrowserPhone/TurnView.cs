
namespace Ivr.Caller.BrowserPhone;

/// <summary>The question that waits.</summary>
/// <param name="Number">Its number in the call.</param>
/// <param name="FirstPrompt">The first entry of the transcript that belongs to it: from there on, a key cuts off.</param>
/// <param name="Timeout">Seconds of silence that it allows.</param>
/// <param name="FinishOnKey">The key that ends the entry.</param>
/// <param name="NumDigits">The number of digits that ends the entry.</param>
internal sealed record TurnView(int Number, int FirstPrompt, double Timeout, char? FinishOnKey, int? NumDigits)
{
    /// <summary>The question of a call; null when it is over.</summary>
    public static TurnView? Of(BrowserCall live) => live.Call.Gather is { } gather
        ? new(live.Turn, live.FirstPrompt, gather.Timeout.TotalSeconds, gather.FinishOnKey, gather.NumDigits)
        : null;
}
