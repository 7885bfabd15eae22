namespace Ivr.Caller.Calls;

/// <content>
/// The actions of a person who is really on the line and takes real time. They do not throw when the line fails. <see cref="Ending"/> shows
/// the failure.
/// </content>
internal sealed partial class PhoneCall
{
    /// <summary>Presses one key after some real time at this question.</summary>
    /// <param name="key">0-9, # or *.</param>
    /// <param name="waited">The time since the question began.</param>
    /// <param name="heardOut">Whether the caller heard the prompts to their end.</param>
    internal Task PressesAfter(char key, TimeSpan waited, bool heardOut)
    {
        _line.Gather!.ListenFor(waited, heardOut);
        return _line.PressAsync(key);
    }

    internal Task LetsItTimeOut() => _line.TimeOutAsync();

    /// <summary>Hangs up after some real time at this question.</summary>
    /// <param name="waited">The time since the question began.</param>
    /// <param name="heardOut">Whether the caller heard the prompts to their end.</param>
    internal Task HangsUpAfter(TimeSpan waited, bool heardOut)
    {
        _line.Gather!.ListenFor(waited, heardOut);
        return _line.CutOffAsync();
    }
}
