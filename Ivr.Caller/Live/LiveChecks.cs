using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Live;

/// <summary>Finds what the real line cannot do in a script.</summary>
internal static class LiveChecks
{
    private const string Clock = "The real line has its own clock";

    /// <summary>
    /// Adds every problem with its place to <paramref name="errors"/>. <paramref name="from"/> is the number that will call.
    /// </summary>
    public static void Check(CallScript script, string from, ScriptErrors errors)
    {
        if (script.Data is not null)
            errors.Add(script.AtKey("data"), "The real line has its own data: \"data\" cannot be given to it.");
        if (script.Moment is not null)
            errors.Add(script.AtKey("moment"), $"{Clock}: leave \"moment\" out.");
        foreach (var call in script.AllCalls)
            Check(call, from, errors);
        foreach (var row in script.Then?.Prestations ?? [])
            Check(row, errors);
        if (script.Then?.Emergency is not null)
            errors.Add(script.Then.AtKey("emergency"), "What is left in an emergency is the company's, and cannot be read from here: leave \"emergency\" out.");
    }

    private static void Check(ScriptedCall call, string from, ScriptErrors errors)
    {
        if (call is { Moment: not null } and not CallScript)
            errors.Add(call.AtKey("moment"), $"{Clock}: leave \"moment\" out.");
        if (call.Later is not null)
            errors.Add(call.AtKey("later"), $"{Clock}, and nobody waits for it: leave \"later\" out.");
        if (call.Fail is not null)
            errors.Add(call.AtKey("fail"), Deliveries("fail"));
        if (call.GivesUp)
            errors.Add(call.AtKey("gives up"), "Twilio cannot be told to hang up while it rings.");
        if (call.From is { } caller && caller != from)
            errors.Add(call.AtKey("from"), $"On the real line {from} calls, nobody else: leave \"from\" out.");
        if (call.Ends is not (null or CallEnding.CallerHungUp or CallEnding.ServerHungUp or CallEnding.EndOfDocument))
            errors.Add(call.AtKey("ends"), "On the real line it is only seen whether the server hung up or the caller.");
        foreach (var step in call.Steps ?? [])
        {
            if (Reason(step) is { } reason)
                errors.Add(step.At, reason);
        }
    }

    private static string? Reason(ScriptStep step) => step switch
    {
        InterruptStep => "On the real line a prompt cannot be cut off at a known moment: use \"press\".",
        PressAndHangUpStep => "On the real line nobody can hang up between a key and its answer: use \"press\" and \"hang up\".",
        RepeatStep => Deliveries("repeat"),
        FailStep => Deliveries("fail"),
        DatabaseStep or DiskStep or CrowdStep or CompanyStep =>
            "The real line's surroundings are left alone: \"database\", \"disk\", \"crowd\" and \"company\" cannot be played on it.",
        _ => null,
    };

    private static void Check(PrestationRow row, ScriptErrors errors)
    {
        Refuse(row.Reference is not (null or "heard"), "reference", "is made up by the server");
        Refuse(row.CallSid is not null, "call_sid", "is Twilio's, and another one at the server's end of the call");
        Refuse(row.RecordedAt is not null, "recorded_at", "is whenever the call is placed");
        Refuse(row.ServiceDate is not null, "service_date", "is the day on which the call is placed");

        void Refuse(bool named, string column, string why)
        {
            if (named)
                errors.Add(row.AtKey(column), $"\"{column}\" {why}: leave it out.");
        }
    }

    private static string Deliveries(string key) => $"Twilio delivers the real line's webhooks, each as it likes: \"{key}\" cannot be played on it.";
}
