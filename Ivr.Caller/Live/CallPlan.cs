using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Live;

/// <summary>A call on the real line, as it is ordered from Twilio.</summary>
/// <param name="To">Who is called, E.164.</param>
/// <param name="From">Who calls, E.164: the account's own number.</param>
internal sealed record CallPlan(string To, string From)
{
    /// <summary>How long Twilio lets it ring, in seconds.</summary>
    public const int RingsFor = 30;

    /// <summary>Over the planned length, before Twilio ends the call whatever happens.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(15);

    /// <summary>The keys that Twilio presses by itself once the call is answered; null when all are in <see cref="Twiml"/>.</summary>
    public string? SendDigits { get; private init; }

    /// <summary>What the caller's end does after them: presses the keys that did not fit, holds the line, hangs up.</summary>
    public string Twiml { get; private init; } = "";

    /// <summary>The shortest call in which all keys can have been pressed.</summary>
    public TimeSpan AtLeast { get; private init; }

    /// <summary>When the caller's end hangs up.</summary>
    public TimeSpan HangsUpAfter { get; private init; }

    /// <summary>Whether the server must hang up before.</summary>
    public bool ServerHangsUp { get; private init; }

    /// <summary>Seconds after which Twilio ends the call.</summary>
    public int TimeLimit => (int)Math.Ceiling((HangsUpAfter + Reserve).TotalSeconds);

    /// <summary>Makes the plan of a call that was rehearsed.</summary>
    /// <param name="rehearsed">The rehearsal, which is over.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="options">How calls are placed.</param>
    /// <param name="write">How an entry is written, key for key: as it is, or hidden.</param>
    public static CallPlan For(PhoneCall rehearsed, string to, LiveOptions options, Func<Keyed, string> write)
    {
        var keys = KeySequence.Of(rehearsed, options.Margin, write);
        var serverHangsUp = rehearsed.Ending is not CallEnding.CallerHungUp;
        // Whoever waits for the server to hang up waits longer than it takes, or would never know that it does not.
        var hold = keys.After + (serverHangsUp ? options.Patience : options.Margin);
        var dialled = DialledKeys.Split(keys.Dialled, options.SendDigitsLimit);
        return new(to, options.From)
        {
            SendDigits = dialled.SendDigits,
            Twiml = CallerTwiml.Write(dialled.Rest, hold),
            AtLeast = keys.Silences,
            HangsUpAfter = keys.Silences + keys.Keys * options.TimePerKey + hold,
            ServerHangsUp = serverHangsUp,
        };
    }
}
