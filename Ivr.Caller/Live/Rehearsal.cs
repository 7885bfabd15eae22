using Ivr.Caller.Calls;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Live;

/// <summary>A script played on a test server first, to hear how long its prompts are and whether it passes at all.</summary>
/// <param name="Result">How it went. What is on record there is not looked at.</param>
/// <param name="Calls">Its calls, which are over; fewer than the script's when it failed.</param>
internal sealed record Rehearsal(ScriptResult Result, IReadOnlyList<PhoneCall> Calls)
{
    /// <summary>Plays a script.</summary>
    /// <param name="server">The test server.</param>
    /// <param name="file">The file that it is from.</param>
    /// <param name="run">The script, which has passed <see cref="LiveChecks"/>.</param>
    /// <param name="cancellationToken">Ends the network traffic.</param>
    public static async Task<Rehearsal> PlayAsync(PhoneOptions server, ScriptFile file, ScriptRun run, CancellationToken cancellationToken)
    {
        List<PhoneCall> calls = [];
        using var runner = new ScriptRunner(server, new NoWorld()) { Dialled = calls.Add };
        var result = await runner.RunAsync(file, run with { Script = run.Script with { Then = null } }, cancellationToken);
        return new(result, calls);
    }
}
