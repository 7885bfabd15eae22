using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Model.Steps;

namespace Ivr.Caller.Scripts.Running;

/// <summary>
/// Hides what may be a password in what is shown of a script: entries of free length that its callers key, and the passwords of its
/// data. Nothing here knows which question asks for a password, so too much is hidden rather than too little; logins that begin
/// with 980 and user numbers have twelve digits and stay readable.
/// </summary>
internal sealed partial class KeyedSecrets
{
    private const char Dot = '•';

    private readonly List<(Regex Place, string Dots)> _secrets;

    public KeyedSecrets(CallScript script)
    {
        var keyed = script.AllCalls.SelectMany(call => call.Steps ?? []).Select(Keys).SelectMany(Entries);
        var given = script.Data?.Workers?.Select(worker => worker.Password) ?? [];
        _secrets = [.. keyed.Concat(given).Distinct().Select(secret =>
            (new Regex($"(?<![0-9]){secret}(?![0-9])", RegexOptions.None, TimeSpan.FromSeconds(1)), new string(Dot, secret.Length)))];
    }

    /// <summary>The text with dots for the digits that are hidden.</summary>
    public string Hide(string text) => _secrets.Aggregate(text, (rest, secret) => secret.Place.Replace(rest, secret.Dots));

    private static string Keys(Step step) => step switch
    {
        PressStep press => press.Press,
        InterruptStep interrupt => interrupt.Interrupt,
        PressAndHangUpStep press => press.PressAndHangUp,
        _ => "",
    };

    // An entry that silence ends stands in a step of its own, and is no longer than a login can be.
    private static IEnumerable<string> Entries(string keys) =>
        Entry().Matches(keys.Replace(" ", "", StringComparison.Ordinal)).Select(entry => entry.Groups["digits"].Value)
            .Where(digits => !(digits.Length == 12 && (digits.StartsWith("980", StringComparison.Ordinal) || UserNumberCheck.Holds(digits))));

    [GeneratedRegex("(?<digits>[0-9]{4,20})#|^(?<digits>[0-9]{4,11})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
