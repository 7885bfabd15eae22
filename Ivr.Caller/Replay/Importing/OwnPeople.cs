using System.Text.RegularExpressions;
using Ivr.Caller.Scripts;

namespace Ivr.Caller.Replay.Importing;

/// <summary>
/// Gives each run its own people, so that runs on one server do not report each other's duplicates, lock each other's logins or remember
/// each other's language. The logins and user numbers in a script's text are replaced by fresh ones of the same length, so that lines and
/// columns do not change. <paramref name="standard"/> are the people that scripts assume to exist.
/// </summary>
internal sealed partial class OwnPeople(People standard)
{
    private const int UserNumberLength = 12;

    private readonly FreshNumbers _fresh = new();

    /// <summary>Returns the same run with its own people, and these people.</summary>
    public (ScriptFile File, ScriptRun Run, People People) Make(ScriptFile file, ScriptRun run)
    {
        var all = standard.With(People.Of(run.Script.Data));
        var mentioned = string.Join('\n', run.Words);
        var numbers = Logins(all, mentioned).Where(login => IsMentioned(login, mentioned)).ToDictionary(login => login, _fresh.Login);
        foreach (var client in all.Clients.Where(client => IsMentioned(client.UserNumber, mentioned)))
            numbers[client.UserNumber] = _fresh.UserNumber(client.UserNumber);
        if (numbers.Count == 0)
            return (file, run, new(all.Companies, [], []));

        var own = ScriptFile.Parse(file.Name, Replace(string.Join('\n', file.Lines), numbers));
        return (own, own.Runs[file.Runs.TakeWhile(other => other != run).Count()], new(
            all.Companies,
            [.. all.Workers.Where(row => numbers.ContainsKey(row.Login)).Select(row => row with { Login = numbers[row.Login] })],
            [.. all.Clients.Where(row => numbers.ContainsKey(row.UserNumber)).Select(row => row with { UserNumber = numbers[row.UserNumber] })]));
    }

    // A login that no worker has can be locked like any other. So it is replaced too, by another login that no worker has.
    private static IEnumerable<string> Logins(People all, string mentioned) => all.Workers.Select(worker => worker.Login)
        .Concat(LoginOfSeries().Matches(mentioned).Select(match => match.Value)).Distinct();

    private static string Replace(string text, Dictionary<string, string> numbers)
    {
        var spoken = numbers.Where(number => number.Key.Length == UserNumberLength)
            .ToDictionary(number => Spoken(number.Key), number => Spoken(number.Value));
        return Places([.. numbers.Keys, .. spoken.Keys])
            .Replace(text, place => numbers.TryGetValue(place.Value, out var fresh) ? fresh : spoken[place.Value]);
    }

    private static bool IsMentioned(string number, string text) => Places([number]).IsMatch(text);

    // Twelve digits are a number wherever they stand, because keys of the next question may follow directly. Fewer digits could be
    // anything.
    private static Regex Places(IEnumerable<string> numbers) => new(
        string.Join('|', numbers.OrderByDescending(number => number.Length)
            .Select(number => number.Length >= UserNumberLength ? number : $"(?<![0-9+]){number}(?![0-9])")),
        RegexOptions.None,
        TimeSpan.FromSeconds(1));

    /// <summary>The number as it is spoken: <c>1 0 0, 0 0 0, 0 0 0, 1 3 5</c>.</summary>
    private static string Spoken(string number) => string.Join(", ", number.Chunk(3).Select(group => string.Join(' ', group)));

    [GeneratedRegex("980[0-9]{9}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LoginOfSeries();
}
