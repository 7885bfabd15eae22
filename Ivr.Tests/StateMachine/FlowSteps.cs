using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Ivr.StateMachine.Results;

namespace Ivr.Tests.StateMachine;

/// <summary>Single steps of a call, on its own line. A trigger that is not handled fails the test.</summary>
internal static class FlowSteps
{
    /// <summary>The questions that allow three tries.</summary>
    public static readonly IReadOnlyList<CallState> Questions =
        [CallState.Login, CallState.Password, CallState.UserNumber, CallState.Activity, CallState.Hours, CallState.Summary, CallState.MainMenu];

    /// <summary>All <see cref="Questions"/> on all lines.</summary>
    public static TheoryData<string, CallState> QuestionsOnLines
    {
        get
        {
            var data = new TheoryData<string, CallState>();
            foreach (var (line, state) in from line in TestLines.Names from state in Questions select (line.Data, state))
                data.Add(line, state);
            return data;
        }
    }

    /// <summary>The caller presses keys, at the start time of the call unless a time is given.</summary>
    public static Call Keys(this Call call, string digits, DateTimeOffset? now = null) =>
        Conversation(call).Hear(call, digits, now ?? At.StartTime);

    /// <summary>The question is put at the start time of the call, after a key.</summary>
    public static Call After(this Call call, char key) => call with { Put = new(At.StartTime, key) };

    public static Call Silence(this Call call) => call.Keys("");

    public static Call Takes(this Call call, LoginResult result) => Conversation(call).Take(call, result);

    public static Call Takes(this Call call, ClientResult result) => Conversation(call).Take(call, result);

    public static Call Takes(this Call call, EntryList found) => Conversation(call).Take(call, found);

    public static Call Takes(this Call call, UndoResult result) => Conversation(call).Take(call, result);

    public static Call Takes(this Call call, StoreResult result) => Conversation(call).Take(call, result);

    public static Call Takes(this Call call, PhoneResult result) => Conversation(call).Take(call, result);

    public static Call Resumes(this Call call, DateTimeOffset? now = null) => Conversation(call).Resume(call, now ?? At.StartTime);

    public static Call Practises(this Call call) => Conversation(call).Practise(call);

    public static Call IsOnItsOwn(this Call call) => Conversation(call).Unreachable(call);

    public static Call Takes(this Call call, JournalResult result) => Conversation(call).Take(call, result);

    /// <summary>Keys that are no valid answer to the question.</summary>
    public static string Nonsense(this CallState question) => question switch
    {
        CallState.Login or CallState.Password => "123",
        CallState.UserNumber => "12345678901",
        CallState.Summary => "3",
        _ => "*",
    };

    public static ClientResult.Found Client(params int[] onRecord) => new(At.ClientId, onRecord, onRecord.Length > 0);

    private static Conversation Conversation(Call call)
    {
        var line = TestLines.Named(call.Line);
        return new(line, new CallFlows(line), new((state, trigger) => Assert.Fail($"{trigger} has no place in {state}"), (_, _, _) => { }));
    }
}
