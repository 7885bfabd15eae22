using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Hearing;

namespace Ivr.Caller.Live;

/// <summary>A call on the real line, as it is requested from Twilio.</summary>
/// <param name="To">The called number, E.164.</param>
/// <param name="From">The calling number, E.164. It is the account's own number.</param>
internal sealed record CallPlan(string To, string From)
{
    /// <summary>How long Twilio lets the phone ring, in seconds.</summary>
    public const int RingsFor = 30;

    /// <summary>The time over the planned length after which Twilio ends the call in any case.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(15);

    /// <summary>The keys that Twilio presses when the call is answered; null when all keys are in <see cref="Twiml"/>.</summary>
    public string? SendDigits { get; private init; }

    /// <summary>What the caller's end does after those keys: it presses the keys that did not fit, holds the line, and hangs up.</summary>
    public string Twiml { get; private init; } = "";

    /// <summary>The shortest call in which all keys can have been pressed.</summary>
    public TimeSpan AtLeast { get; private init; }

    /// <summary>When the caller's end hangs up.</summary>
    public TimeSpan HangsUpAfter { get; private init; }

    /// <summary>Whether the server must hang up before that.</summary>
    public bool ServerHangsUp { get; private init; }

    /// <summary>The seconds after which Twilio ends the call.</summary>
    public int TimeLimit => (int)Math.Ceiling((HangsUpAfter + Reserve).TotalSeconds);

    /// <summary>Makes the plan of a call that was rehearsed.</summary>
    /// <param name="rehearsed">The rehearsed call, which is over.</param>
    /// <param name="to">The called number.</param>
    /// <param name="options">How calls are placed.</param>
    /// <param name="write">Writes the keys of an entry, one character for each key: as they are, or masked.</param>
    public static CallPlan For(PhoneCall rehearsed, string to, LiveOptions options, Func<Keyed, string> write)
    {
        var keys = KeySequence.Of(rehearsed, options.Margin, write);
        var serverHangsUp = rehearsed.Ending is not CallEnding.CallerHungUp;
        // The caller's end must wait longer than the server needs to hang up. Otherwise it cannot detect that the server does not hang up.
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
