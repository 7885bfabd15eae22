using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Live;

/// <summary>A script that is played on a test server first, to measure its prompts and to see whether it passes.</summary>
/// <param name="Result">The result. The prestations recorded there are not checked.</param>
/// <param name="Calls">Its calls, which are over. There are fewer than in the script when it failed.</param>
internal sealed record Rehearsal(ScriptResult Result, IReadOnlyList<PhoneCall> Calls)
{
    /// <summary>Plays a script that has passed <see cref="LiveChecks"/>. <paramref name="server"/> is the test server.</summary>
    public static async Task<Rehearsal> PlayAsync(PhoneOptions server, ScriptFile file, ScriptRun run, CancellationToken cancellationToken)
    {
        List<PhoneCall> calls = [];
        using var runner = new ScriptRunner(server, new NoWorld()) { Dialled = calls.Add };
        var result = await runner.RunAsync(file, run with { Script = run.Script with { Then = null } }, cancellationToken);
        return new(result, calls);
    }
}
