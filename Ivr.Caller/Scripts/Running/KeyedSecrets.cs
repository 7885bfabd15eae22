using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>
/// Masks possible passwords in the output of a script: entries of variable length that its callers key, in one step or in pieces, and the
/// passwords in its data. This class does not know which question asks for a password, so it masks too much rather than too little. Logins
/// that begin with 980 and user numbers have twelve digits and stay readable.
/// </summary>
internal sealed partial class KeyedSecrets
{
    private const char Dot = '•';
    private const string End = "#";

    private readonly List<Regex> _places;

    public KeyedSecrets(CallScript script)
    {
        var keyed = script.AllCalls.SelectMany(call => Pieced(call).Concat((call.Steps ?? []).Select(Keys).SelectMany(Entries)));
        var given = script.Data?.Workers?.Select(worker => worker.Password) ?? [];
        _places = [.. keyed.Concat(given).Distinct().Select(Place)];
    }

    /// <summary>Returns the text with dots for the masked digits.</summary>
    public string Hide(string text) =>
        _places.Aggregate(text, (rest, place) => place.Replace(rest, secret => Digit().Replace(secret.Value, $"{Dot}")));

    // Spaces that the author of the script left between the keys are kept.
    private static Regex Place(string secret) =>
        new($"(?<![0-9]){string.Join(" *", secret.AsEnumerable())}(?![0-9])", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string Keys(ScriptStep step) => step switch
    {
        PressStep press => press.Press.Replace(" ", "", StringComparison.Ordinal),
        InterruptStep interrupt => interrupt.Interrupt.Replace(" ", "", StringComparison.Ordinal),
        PressAndHangUpStep press => press.PressAndHangUp.Replace(" ", "", StringComparison.Ordinal),
        _ => "",
    };

    // An entry that a silence ends has its own step, and is no longer than a login.
    private static IEnumerable<string> Entries(string keys) =>
        Entry().Matches(keys).Select(entry => entry.Groups["digits"].Value).Where(MayBeSecret);

    // Finds entries that are keyed in several steps, and their pieces. A piece of a single digit is not a secret.
    private static List<string> Pieced(ScriptedCall call)
    {
        List<string> secrets = [];
        List<string> pieces = [];
        foreach (var part in (call.Steps ?? []).SelectMany(Parts))
        {
            if (part == End && pieces.Count > 1 && string.Concat(pieces) is { Length: >= 4 and <= 20 } whole && MayBeSecret(whole))
                secrets.AddRange([whole, .. pieces.Where(piece => piece.Length > 1)]);
            if (part == End || !MayBeSecret(part))
                pieces.Clear();
            else
                pieces.Add(part);
        }

        return secrets;
    }

    private static IEnumerable<string> Parts(ScriptStep step) =>
        step is SilenceStep ? [End] : Part().Matches(Keys(step)).Select(part => part.Value);

    private static bool MayBeSecret(string digits) =>
        !(digits.Length == 12 && (digits.StartsWith("980", StringComparison.Ordinal) || UserNumberCheck.Holds(digits)));

    [GeneratedRegex("(?<digits>[0-9]{4,20})#|^(?<digits>[0-9]{4,11})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("[0-9]+|#", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();

    [GeneratedRegex("[0-9]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digit();
}
