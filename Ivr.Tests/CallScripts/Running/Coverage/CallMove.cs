using System.Text.RegularExpressions;
using Ivr.StateMachine;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallScripts.Running.Coverage;

/// <summary>A transition of the state machine in the server, read from the server's log.</summary>
internal sealed partial record CallMove(CallState From, CallTrigger Trigger, CallState To)
{
    /// <summary>All transitions in a server's log.</summary>
    public static IEnumerable<CallMove> In(CapturedLog log) =>
        from line in log.Lines
        let move = Line().Match(line)
        where move.Success
        select new CallMove(Parse<CallState>(move, "from"), Parse<CallTrigger>(move, "trigger"), Parse<CallState>(move, "to"));

    private static T Parse<T>(Match move, string group)
        where T : struct, Enum => Enum.Parse<T>(move.Groups[group].Value);

    [GeneratedRegex(@"CallDirector: Call \w*: (?<trigger>\w+) leads from (?<from>\w+) to (?<to>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
