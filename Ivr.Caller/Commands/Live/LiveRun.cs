using System.Globalization;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Hearing;
using Ivr.Caller.Live;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Reading;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Commands.Live;

/// <summary>
/// Runs scripts on the real line: checks them, rehearses them, shows the calls with their billed minutes, and places them one after
/// another.
/// </summary>
/// <param name="settings">The settings of the real line.</param>
/// <param name="rehearsal">The test server.</param>
/// <param name="feed">Reads the prestations that the server on the real line records; null when they cannot be read.</param>
/// <param name="terminal">The output, and the environment with the account's credentials.</param>
/// <param name="access">How Twilio's API is reached.</param>
internal sealed class LiveRun(LiveSettings settings, PhoneOptions rehearsal, PrestationFeed? feed, Terminal terminal, LineAccess access)
{
    public const string SidVariable = "TWILIO_ACCOUNT_SID";

    private readonly string? _sid = settings.AccountSid ?? SidOf(terminal);

    /// <summary>Runs the scripts. Cancellation does not end a call that is already placed.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="ScriptErrorException">A script needs something that the real line cannot do. No call was placed.</exception>
    /// <exception cref="UsageException">Something is missing, or there are too many calls. No call was placed.</exception>
    /// <exception cref="RealLineException">Twilio did not do what was requested.</exception>
    public async Task<int> RunAsync(IReadOnlyList<ScriptFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
            LiveScript.Check(file, settings.Options);
        Count(files.Sum(file => file.Runs.Sum(run => run.Script.AllCalls.Count)));
        using var line = settings.DryRun || !settings.Yes ? null : Open();

        if (await RehearseAsync(files, cancellationToken) is not { } scripts)
            return ExitCode.ScriptFailed;
        await ShowAsync(scripts);
        if (line is not null)
            return await PlaceAsync(scripts, line, cancellationToken);
        return settings.DryRun ? ExitCode.Done : throw new UsageException("No call was placed. Add --yes to place them, or --dry-run to see the requests.");
    }

    private void Count(int calls)
    {
        if (calls > settings.MaxCalls)
            throw new UsageException($"These are {calls} calls, and at most {settings.MaxCalls} may be placed; see --max-calls. No call was placed.");
    }

    private RealLine Open() => new(
        _sid ?? throw new UsageException($"No account: set {SidVariable}, or say --account-sid. No call was placed."),
        terminal.Variable(AuthToken.Variable) is { Length: > 0 } token ? token
            : throw new UsageException($"No auth token: set {AuthToken.Variable} to the account's. No call was placed."),
        settings.ApiUrl is { } url ? access with { BaseUrl = url } : access);

    // The message does not repeat the wrong value, because it may be the auth token.
    private static string? SidOf(Terminal terminal) => terminal.Variable(SidVariable) switch
    {
        null or "" => null,
        var sid when OptionParsers.IsAccountSid(sid) => sid,
        _ => throw new UsageException($"{SidVariable} is no account: it must be AC and 32 hexadecimal digits. No call was placed."),
    };

    private async Task<IReadOnlyList<LiveScript>?> RehearseAsync(IReadOnlyList<ScriptFile> files, CancellationToken cancellationToken)
    {
        List<LiveScript> scripts = [];
        foreach (var file in files)
        {
            foreach (var run in file.Runs)
            {
                var script = await LiveScript.RehearseAsync(rehearsal, file, run, settings.Options, cancellationToken);
                if (script.Rehearsed.Failure is { } failure)
                {
                    await terminal.Error.WriteLineAsync($"The rehearsal failed. No call was placed.\n\n{failure}");
                    return null;
                }

                scripts.Add(script);
            }
        }

        return scripts;
    }

    private async Task ShowAsync(IReadOnlyList<LiveScript> scripts)
    {
        var plans = scripts.SelectMany(script => script.Plans(Hidden)).ToList();
        if (settings.DryRun)
            await terminal.Out.WriteLineAsync(string.Join("\n\n", plans.Select(plan => RequestText.Of(plan, settings.ApiUrl, _sid))) + "\n");
        var minutes = plans.Sum(plan => Math.Ceiling(plan.HangsUpAfter.TotalMinutes));
        await terminal.Out.WriteLineAsync(
            $"{plans.Count} call(s), at most {plans.Sum(plan => Math.Ceiling(plan.HangsUpAfter.TotalSeconds)):0} s: {minutes:0} started minute(s) for the end "
            + "that calls, and as many for the end that answers.");
    }

    private async Task<int> PlaceAsync(IReadOnlyList<LiveScript> scripts, RealLine line, CancellationToken cancellationToken)
    {
        var failed = false;
        foreach (var script in scripts)
        {
            var result = await script.PlaceAsync(line, feed, sid => terminal.Out.WriteLine($"Placed {sid}."), cancellationToken);
            foreach (var call in result.Calls)
                await terminal.Out.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{call.Sid}: {call.Status}, {call.Duration.TotalSeconds:0} s, price {call.Price ?? "not known yet"}"));
            await terminal.Out.WriteLineAsync(Verdict(result));
            if (result.Script.Failure is { } failure)
                await terminal.Error.WriteLineAsync(failure);
            failed |= !result.Script.Passed;
        }

        return failed ? ExitCode.ScriptFailed : ExitCode.Done;
    }

    private static string Verdict(LiveResult result)
    {
        var notChecked = result.PrestationsChecked ? "the words" : "the words, and what is on record";
        return $"{(result.Script.Passed ? "Passed" : "FAILED")}: {result.Script.Title} (not checked: {notChecked})";
    }

    private static string Hidden(Hearing.Keyed keyed) => KeyMask.Of(keyed, show: false);
}
