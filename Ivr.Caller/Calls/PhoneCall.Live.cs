namespace Ivr.Caller.Calls;

/// <content>
/// What somebody does who is really on the line, and takes real time. Nothing here throws when the line fails: that is heard,
/// and <see cref="Ending"/> says so.
/// </content>
internal sealed partial class PhoneCall
{
    /// <summary>Presses one key after some real time at this question.</summary>
    /// <param name="key">0-9, # or *.</param>
    /// <param name="waited">Since the question began.</param>
    /// <param name="heardOut">Whether the prompts were heard to their end.</param>
    internal Task PressesAfter(char key, TimeSpan waited, bool heardOut)
    {
        _line.Gather!.ListenFor(waited, heardOut);
        return _line.PressAsync(key);
    }

    /// <summary>Lets the question time out.</summary>
    internal Task LetsItTimeOut() => _line.TimeOutAsync();

    /// <summary>Hangs up after some real time at this question.</summary>
    /// <param name="waited">Since the question began.</param>
    /// <param name="heardOut">Whether the prompts were heard to their end.</param>
    internal Task HangsUpAfter(TimeSpan waited, bool heardOut)
    {
        _line.Gather!.ListenFor(waited, heardOut);
        return _line.CutOffAsync();
    }
}
