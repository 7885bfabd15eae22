using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>Finds errors that need more than one key to see.</summary>
internal static class ScriptChecks
{
    public static void Check(CallScript script, ScriptErrors errors)
    {
        if (script.Calls is null)
        {
            CheckCall(script, errors);
        }
        else if (script is { Dial: null, From: null, Steps: null, Ends: null, AtMost: null, Fail: null, Later: null, GivesUp: false })
        {
            if (script.Calls.Count == 0)
                errors.Add(script.At, "\"calls\" has no call.");
            foreach (var call in script.Calls)
                CheckCall(call, errors);
        }
        else
        {
            errors.Add(script.At, "With \"calls\", the keys of a call stand in one of the calls and not beside them.");
        }
    }

    private static void CheckCall(ScriptedCall call, ScriptErrors errors)
    {
        if (call.Dial is null)
            errors.Add(call.At, "A call needs \"dial\", the number that is dialled; or the script needs \"calls\".");
        if (call is { Moment: not null, Later: not null } and not CallScript)
            errors.Add(call.At, "A call has \"moment\" or \"later\", not both.");
        if (call is { GivesUp: true, Steps.Count: > 0 })
            errors.Add(call.At, "A caller who gives up while it rings can do and hear nothing: leave \"steps\" out.");
    }
}
