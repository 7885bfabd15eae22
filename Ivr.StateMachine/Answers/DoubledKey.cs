namespace Ivr.StateMachine.Answers;

/// <summary>
/// A key that came twice: the key that led to the question is pressed again before the caller can have heard it. It answers nothing.
/// </summary>
public static class DoubledKey
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Whether the entry is nothing but the key that led to the question, within a second of the question.</summary>
    /// <param name="call">The call at the question.</param>
    /// <param name="digits">The keys of this entry.</param>
    /// <param name="now">The time at which they arrived.</param>
    public static bool Is(Call call, string digits, DateTimeOffset now) =>
        call.Put is { } put && digits is [var key] && key == put.Key && now - put.At < Longest && !IsOfferTaken(call);

    /// <summary>The key that answered a question for one key; null for other questions and for silence.</summary>
    /// <param name="asked">The call at the question that was answered.</param>
    /// <param name="digits">The keys of the entry.</param>
    internal static char? LastOf(Call asked, string digits) => (asked.State, digits) switch
    {
        // A regular may key the activity right after the number.
        (CallState.Login or CallState.Password or CallState.UserNumber, _) => null,
        (_, [var key]) => key,
        _ => null,
    };

    // Only # ends an entry there so early: 1 for another entry and then 1# are the keys of a regular who does not listen.
    private static bool IsOfferTaken(Call call) => call is { State: CallState.UserNumber, IsOffering: true };
}
