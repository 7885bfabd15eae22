using Ivr.Server.Voice.State;
using Ivr.StateMachine;
using Ivr.StateMachine.Flow;

namespace Ivr.Bench.Steps;

/// <summary>A call and its next webhook. The caller has just been asked for the hours.</summary>
internal static class SampleCall
{
    public const string CallSid = "CA0123456789abcdef0123456789abcdef";
    public const string Dialled = "+3280035530";
    public const string Digits = "3";

    /// <summary>The call at the question for the hours.</summary>
    public static Call AtHours(Line line) => new Conversation(line).Begin(DateOnly.FromDateTime(DateTime.UtcNow), DateTimeOffset.UtcNow) with
    {
        State = CallState.Hours,
        Webhooks = 5,
        Login = "980000000011",
        WorkerId = 11,
        Draft = new() { UserNumber = "100000000135", ClientId = 135, Activity = 1 },
    };

    /// <summary>The form of the webhook that brings the hours, as Twilio sends it.</summary>
    public static IReadOnlyDictionary<string, string> Form { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["AccountSid"] = "AC00000000000000000000000000000000",
        ["ApiVersion"] = "2010-04-01",
        ["CallSid"] = CallSid,
        ["CallStatus"] = "in-progress",
        ["Called"] = Dialled,
        ["CalledCountry"] = "BE",
        ["Caller"] = "+3225551234",
        ["CallerCountry"] = "BE",
        ["Digits"] = Digits,
        ["Direction"] = "inbound",
        ["FinishedOnKey"] = "",
        ["From"] = "+3225551234",
        ["FromCity"] = "",
        ["FromCountry"] = "BE",
        ["FromState"] = "",
        ["FromZip"] = "",
        ["To"] = Dialled,
        ["ToCity"] = "",
        ["ToCountry"] = "BE",
        ["ToState"] = "",
        ["ToZip"] = "",
        ["msg"] = "Gather End",
    };

    /// <summary>The counters of the call until then.</summary>
    public static CallTally Tally { get; } = new()
    {
        Keys = 30,
        Asked = new[] { CallState.Login, CallState.Password, CallState.UserNumber, CallState.Activity, CallState.Hours }.ToDictionary(state => state, _ => 1),
    };
}
